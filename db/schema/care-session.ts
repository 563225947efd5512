import type { Generated } from 'kysely'
import type { SessionKind } from '#domain/care/sessions.ts'
import { column, type Columns } from './column-facts.ts'

export interface CareSessionTable {
  id: string
  kind: SessionKind
  topic: string
  starts_at: string
  minutes: number
  place: string | null
  leader: string
  note: string | null
  group_id: string | null
  kept_apart_reason: string | null
  held_at: string | null
  cancelled_at: string | null
  cancelled_by: string | null
  cancel_reason: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const careSessionColumns = {
  id: column('none', 'Record id'),
  kind: column('none', 'What it is for'),
  topic: column('none', 'Subject of the session'),
  starts_at: column('none', 'When it begins'),
  minutes: column('none', 'How long it lasts'),
  place: column('none', 'Where'),
  leader: column('staff', 'Who leads it'),
  note: column('personal', 'What was noted'),
  group_id: column('none', 'Which group'),
  kept_apart_reason: column('personal', 'Why two people to be kept apart were both called'),
  held_at: column('none', 'When attendance was closed'),
  cancelled_at: column('none', 'When it was withdrawn'),
  cancelled_by: column('staff', 'Who withdrew it'),
  cancel_reason: column('personal', 'Why it was withdrawn'),
  created_at: column('none', 'When the row was made'),
  created_by: column('staff', 'Who made it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<CareSessionTable>
