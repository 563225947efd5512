import { column, type Columns } from './column-facts.ts'
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

export const custodyEventColumns = {
  seq: column('none', "The hub's order"),
  id: column('none', 'Event id, made by the client'),
  stay_id: column('none', 'The stay it belongs to'),
  at: column('personal', 'When it happened'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  post: column('none', 'At which desk'),
  kind: column('personal', 'Kind of event'),
  facts: column('personal', 'What that kind carries, as JSON'),
  bed_id: column('personal', 'The bed it put the person into'),
  cancels: column('none', 'The event a correction cancels'),
} satisfies Columns<CustodyEventTable>
