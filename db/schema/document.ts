import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { DocumentForm, EditionId } from '#domain/documents/form-editions.ts'
import type { DocumentRegister } from '#domain/documents/registers.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'

export interface DocumentTable {
  id: string
  person_id: string | null
  stay_id: string | null
  campaign_id: string | null
  cash_close_id: string | null
  incident_id: string | null
  incident_part: string | null
  conduct_case_id: string | null
  form: DocumentForm
  edition: EditionId
  register: DocumentRegister
  year: number
  number: number
  symbol: string
  dated_on: Day
  is_medical: 0 | 1
  template_id: string | null
  template_sha256: string
  made_at: Instant
  made_by: string
  cancelled_at: Instant | null
  cancelled_by: string | null
  cancel_reason: string | null
  version: Generated<number>
  fields: string
  sha256: string
  bytes: Uint8Array
}

export const documentColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Whom it is about; null for one of the house or of an incident'),
  stay_id: column('none', 'The stay it belongs to; null for one of the house or of an incident'),
  campaign_id: column('none', 'The campaign it reports on'),
  cash_close_id: column('none', 'The count of the cash box it is the minutes of'),
  incident_id: column('none', 'The incident it is about'),
  incident_part: column('none', 'Of the incident: whose statement, or which notice'),
  conduct_case_id: column('none', 'The case of discipline or reward it is about'),
  form: column('none', 'What it is: record, sheet, plan, receipt, report'),
  edition: column('none', 'The wording and form number that held on its day'),
  register: column('none', 'The book in which it is numbered'),
  year: column('none', 'Year of the number'),
  number: column('none', 'Number within register and year, from 1 without gaps'),
  symbol: column('none', 'Symbol after the number'),
  dated_on: column('none', 'Day printed on it'),
  is_medical: column('none', '1 when it tells of health: opened by those only who may see health'),
  template_id: column('none', 'The template of the centre it was made from; null for one that ships'),
  template_sha256: column('none', 'SHA-256 of that template'),
  made_at: column('none', 'When it was made'),
  made_by: column('staff', 'Who made it'),
  cancelled_at: column('none', 'When it was cancelled; its number stays used'),
  cancelled_by: column('staff', 'Who cancelled it'),
  cancel_reason: column('personal', 'Why'),
  version: column('none', 'Count of edits'),
  fields: column('medical', 'What was filled in, tag by tag'),
  sha256: column('none', 'SHA-256 of the file'),
  bytes: column('medical', 'The Word file as made; every print is these bytes'),
} satisfies Columns<DocumentTable>
