/** Tells on stderr how far a long command is. */
export function tellProgress(done: number, total: number | null, step: string): void {
  process.stderr.write(total === null ? `${step}: ${done}\n` : `${step} (${done}/${total})\n`)
}
