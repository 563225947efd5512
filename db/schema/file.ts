import { column, type Columns } from './column-facts.ts'
export interface FileTable {
  id: string
  sha256: string
  kind: 'photo' | 'scan'
  media_type: 'image/jpeg' | 'image/webp' | 'application/pdf'
  size: number
  bytes: Uint8Array
  created_at: string
  created_by: string
}

export const fileColumns = {
  id: column('none', 'Record id'),
  sha256: column('none', 'SHA-256 of the bytes'),
  kind: column('none', 'Photo or scan'),
  media_type: column('none', 'What the bytes are, by their first bytes'),
  size: column('none', 'Bytes'),
  bytes: column('personal', 'The file'),
  created_at: column('none', 'When it came'),
  created_by: column('staff', 'Who sent it'),
} satisfies Columns<FileTable>
