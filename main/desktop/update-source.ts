import type { DeskAnswer, UpdateState } from '#domain/desk/desk-bridge.ts'

/** Where newer programs come from. */
export interface UpdateSource {
  readonly state: UpdateState
  onState(listener: (state: UpdateState) => void): () => void
  /** Looks for a release now; never rejects. */
  check(): Promise<void>
  install(): Promise<DeskAnswer<null>>
}

/** The program as it was started: from the sources nothing is ever replaced. */
export function noUpdates(version: string): UpdateSource {
  const message = 'Không có bản mới nào chờ cài trên máy này.'
  return {
    state: { kind: 'current', version, checkedAt: null },
    onState: () => () => {},
    check: () => Promise.resolve(),
    install: () => Promise.resolve({ ok: false, problem: { code: 'no-update', message } }),
  }
}
