import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { DossierState } from '#domain/dossier/checklist.ts'
import type { MissingReason } from '#domain/dossier/judge-dossier.ts'

export interface DossierItemTable {
  id: string
  stay_id: string
  code: string
  title: string
  form: string | null
  is_required: number
  state: DossierState
  number: string | null
  issued_on: string | null
  issuer: string | null
  reason: MissingReason | null
  note: string | null
  due_on: string | null
  file_id: string | null
  sort: number
  created_at: string
  updated_at: string
  updated_by: string
  version: Generated<number>
}

export const dossierItemColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  code: column('none', 'Which paper of the checklist; extra-… for one that is on no list'),
  title: column('none', 'What the paper is called'),
  form: column('none', 'Number of the form'),
  is_required: column('none', 'The law asks for it at the gate'),
  state: column('personal', 'Received, missing, invalid or not needed'),
  number: column('personal', 'Number of the paper'),
  issued_on: column('personal', 'Day it was issued'),
  issuer: column('personal', 'Who issued it'),
  reason: column('personal', 'Why the person was received without it'),
  note: column('personal', 'More about it'),
  due_on: column('none', 'Day by which it should come'),
  file_id: column('none', 'The scan'),
  sort: column('none', 'Place in the list'),
  created_at: column('none', 'When the row was made'),
  updated_at: column('none', 'When it was last changed'),
  updated_by: column('staff', 'Who changed it last'),
  version: column('none', 'Count of edits'),
} satisfies Columns<DossierItemTable>
