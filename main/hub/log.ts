/** Lines of JSON on stderr. Facts about the machine only: never names, numbers or text of people. */
export interface Log {
  info: (event: string, facts?: Record<string, unknown>) => void
  error: (event: string, facts?: Record<string, unknown>) => void
}

function line(level: string, event: string, facts: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}

export const stderrLog: Log = {
  info: (event, facts) => line('info', event, facts),
  error: (event, facts) => line('error', event, facts),
}
