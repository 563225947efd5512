export interface UploadTable {
  id: string
  name: string
  bytes: Uint8Array
  sha256: string
  uploaded_by: string
  uploaded_at: string
}
