import type { DeskAnswer, DeskClock, FoundHub, HubState, PairedHub } from '#domain/desk/desk-bridge.ts'
import type { DeskInput } from '#domain/desk/desk-inputs.ts'
import type { Problem } from '#domain/errors.ts'
import type { Carrier } from './link/carrier.ts'

/** The way from this program to its hub: the link of a desk, or the hub on this PC. */
export interface HubLine {
  readonly carrier: Pick<Carrier, 'carry'>
  readonly state: HubState
  onState(listener: (state: HubState) => void): () => void
  discover(): Promise<FoundHub[]>
  pair(input: DeskInput<'hub.pair'>): Promise<DeskAnswer<PairedHub>>
  tryAddress(host: string, port: number): Promise<DeskAnswer<null>>
  confirmMove(): Promise<DeskAnswer<null>>
  forget(): Promise<void>
  clock(): DeskClock
  stop(): void | Promise<void>
}

const ONLY_A_DESK: Problem = {
  code: 'not-a-desk',
  message: 'Máy này chưa được chọn làm máy trạm. Chọn "Máy trạm" ở màn hình đầu tiên.',
}

/** The refusal of what only a desk does. */
export function onlyADesk(): { ok: false; problem: Problem } {
  return { ok: false, problem: ONLY_A_DESK }
}
