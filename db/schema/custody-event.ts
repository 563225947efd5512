import type { Generated } from 'kysely'
import type { CustodyEventKind } from '#domain/custody/event-kinds.ts'

export interface CustodyEventTable {
  seq: Generated<number>
  id: string
  stay_id: string
  at: string
  recorded_at: string
  recorded_by: string
  post: string | null
  kind: CustodyEventKind
  facts: string
  bed_id: string | null
  cancels: string | null
}
