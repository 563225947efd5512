import { column, type Columns } from './column-facts.ts'
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

export const documentTemplateColumns = {
  id: column('none', 'Record id'),
  edition: column('none', 'The wording of a form it prints'),
  version: column('none', 'Count of templates brought for this edition'),
  file_name: column('none', 'Name of the file brought'),
  bytes: column('none', 'The Word file'),
  sha256: column('none', 'Its SHA-256'),
  is_active: column('none', '1 for the one in use; none means the one that ships'),
  added_at: column('none', 'When it was brought'),
  added_by: column('staff', 'Who brought it'),
} satisfies Columns<DocumentTemplateTable>
