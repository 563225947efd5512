import type { Generated } from 'kysely'
import type { AlertCode } from '#domain/alerts/alert-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface AlertTable {
  id: string
  person_id: string
  code: AlertCode
  detail: string | null
  reason: string
  from_on: string
  to_on: string | null
  review_on: string
  raised_at: string
  raised_by: string
  closed_at: string | null
  closed_by: string | null
  close_reason: string | null
  version: Generated<number>
}

export const alertColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Whom the alert is about'),
  code: column('medical', 'Kind of alert; some kinds tell of health'),
  detail: column('medical', 'What has to be watched or done; may tell of health'),
  reason: column('medical', 'Why it was raised; may tell of health'),
  from_on: column('none', 'First day'),
  to_on: column('none', 'Last day; null until it is closed'),
  review_on: column('none', 'Day on which it is to be looked at again'),
  raised_at: column('none', 'When it was raised'),
  raised_by: column('staff', 'Who raised it'),
  closed_at: column('none', 'When it was closed'),
  closed_by: column('staff', 'Who closed it'),
  close_reason: column('medical', 'Why it was closed; may tell of health'),
  version: column('none', 'Count of edits'),
} satisfies Columns<AlertTable>
