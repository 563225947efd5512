import type { EditionId } from '#domain/documents/form-editions.ts'
import type { Instant } from '#domain/time/instant.ts'

export interface DocumentTemplateTable {
  id: string
  edition: EditionId
  version: number
  file_name: string
  bytes: Uint8Array
  sha256: string
  is_active: 0 | 1
  added_at: Instant
  added_by: string
}
