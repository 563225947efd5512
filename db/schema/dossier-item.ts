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
