import type { Generated } from 'kysely'
import type {
  RequestChannel,
  RequestKind,
  RequestState,
  RequestTopic,
} from '#domain/requests/request-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface RequestTable {
  id: string
  year: number
  no: number
  channel: RequestChannel
  person_id: string | null
  group_name: string | null
  zone_id: string | null
  kind: RequestKind
  topic: RequestTopic
  about_staff: number
  body: string
  received_at: string
  recorded_at: string
  recorded_by: string
  state: RequestState
  owner_id: string | null
  due_on: string
  due_rule: string | null
  answer: string | null
  answered_at: string | null
  answered_by: string | null
  answer_year: number | null
  answer_no: number | null
  ended_at: string | null
  version: Generated<number>
}

export const requestColumns = {
  id: column('none', 'Record id'),
  year: column('none', 'Year of the book'),
  no: column('none', 'Number in the book of the year'),
  channel: column('none', 'From a person, a group, the box, the family'),
  person_id: column('personal', 'Whose it is'),
  group_name: column('personal', 'Which group or relative'),
  zone_id: column('none', 'Zone it comes from'),
  kind: column('none', 'Wish, grievance, complaint or denunciation'),
  topic: column('none', 'What it is about'),
  about_staff: column('none', 'Speaks of a member of staff: withheld from most'),
  body: column('personal', 'What it says'),
  received_at: column('none', 'When it was handed in'),
  recorded_at: column('none', 'When it was written into the book'),
  recorded_by: column('staff', 'Who wrote it in'),
  state: column('none', 'How far it has come'),
  owner_id: column('staff', 'Who has to see to it'),
  due_on: column('none', 'Day by which it is to be answered'),
  due_rule: column('none', 'Rule the day follows from; null when a person set it'),
  answer: column('personal', 'The answer'),
  answered_at: column('none', 'When it was answered'),
  answered_by: column('staff', 'Who answered'),
  answer_year: column('none', 'Year of the book of answers'),
  answer_no: column('none', 'Number of the answer in it'),
  ended_at: column('none', 'When it was closed, withdrawn or passed on'),
  version: column('none', 'Count of edits'),
} satisfies Columns<RequestTable>
