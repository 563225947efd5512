import type { Generated } from 'kysely'
import type { CallKind, CallState } from '#domain/contacts/contact-codes.ts'
import type { Relation } from '#domain/information-sheet/personal-lists.ts'
import { column, type Columns } from './column-facts.ts'

export interface PhoneCallTable {
  id: string
  person_id: string
  stay_id: string
  kind: CallKind
  state: CallState
  on_day: string
  callee: string
  relation: Relation
  number: string
  content: string
  minutes: number
  allowed_by: string | null
  made_at: string | null
  made_minutes: number | null
  watched_by: string | null
  outcome: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const phoneCallColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Who calls'),
  stay_id: column('none', 'In which stay'),
  kind: column('none', 'By telephone or with a picture'),
  state: column('none', 'Registered, made or cancelled'),
  on_day: column('none', 'Day of the call'),
  callee: column('personal', 'Who is called'),
  relation: column('personal', 'Who that is to the person'),
  number: column('personal', 'Number called'),
  content: column('personal', 'What the call is to be about'),
  minutes: column('none', 'Minutes asked for'),
  allowed_by: column('staff', 'Head who allowed one more or longer'),
  made_at: column('none', 'When it was made'),
  made_minutes: column('none', 'Minutes it lasted'),
  watched_by: column('staff', 'Who watched it'),
  outcome: column('personal', 'What was noted, or why it was not made'),
  created_at: column('none', 'When it was registered'),
  created_by: column('staff', 'Who registered it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<PhoneCallTable>
