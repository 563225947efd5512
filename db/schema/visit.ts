import type { Generated } from 'kysely'
import type { VisitKind, VisitState } from '#domain/contacts/contact-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface VisitTable {
  id: string
  person_id: string
  stay_id: string
  room_id: string
  kind: VisitKind
  state: VisitState
  on_day: string
  starts_at: string
  minutes: number
  allowed_by: string | null
  allow_reason: string | null
  queue_number: number | null
  checked_in_at: string | null
  started_at: string | null
  started_by: string | null
  extra_minutes: Generated<number>
  extended_by: string | null
  extend_reason: string | null
  ended_at: string | null
  outcome: string | null
  ledger_move_id: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const visitColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Who is visited'),
  stay_id: column('none', 'In which stay'),
  room_id: column('none', 'Room for visits'),
  kind: column('personal', 'Family, or the room for husband and wife'),
  state: column('none', 'How the visit stands'),
  on_day: column('none', 'Day of the visit'),
  starts_at: column('none', 'When it is to begin'),
  minutes: column('none', 'How long it may last'),
  allowed_by: column('staff', 'Head who allowed an exception'),
  allow_reason: column('personal', 'Why the exception was allowed'),
  queue_number: column('none', 'Number in the queue of the day'),
  checked_in_at: column('none', 'When the visitors came'),
  started_at: column('none', 'When the meeting began'),
  started_by: column('staff', 'Who let it begin'),
  extra_minutes: column('none', 'Minutes the head added'),
  extended_by: column('staff', 'Who added them'),
  extend_reason: column('personal', 'Why'),
  ended_at: column('none', 'When it ended'),
  outcome: column('personal', 'How it went, or why it did not take place'),
  ledger_move_id: column('none', 'Money the visitors left'),
  created_at: column('none', 'When it was recorded'),
  created_by: column('staff', 'Who recorded it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<VisitTable>
