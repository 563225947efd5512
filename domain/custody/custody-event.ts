import type { Instant } from '../time/instant.ts'
import type { CustodyAct } from './facts.ts'

/**
 * One entry of a stay's append-only line. `at` is when it happened, `recordedAt` when it was written down,
 * `seq` the hub's order, which decides between events of the same moment. A `corrected` event cancels the one
 * its facts name; nothing is ever rewritten.
 */
export type CustodyEvent = CustodyAct & {
  id: string
  stayId: string
  seq: number
  at: Instant
  recordedAt: Instant
}
