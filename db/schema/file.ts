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
