import { column, type Columns } from './column-facts.ts'
export interface UploadTable {
  id: string
  name: string
  bytes: Uint8Array
  sha256: string
  uploaded_by: string
  uploaded_at: string
}

export const uploadColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'Name of the file'),
  bytes: column('personal', 'The file'),
  sha256: column('none', 'Its SHA-256'),
  uploaded_by: column('staff', 'Who sent it'),
  uploaded_at: column('none', 'When'),
} satisfies Columns<UploadTable>
