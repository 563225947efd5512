import type { Generated } from 'kysely'
import type { DocumentForm, EditionId } from '#domain/documents/form-editions.ts'
import type { DocumentRegister } from '#domain/documents/registers.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'

export interface DocumentTable {
  id: string
  person_id: string
  stay_id: string
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
