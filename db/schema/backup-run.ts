export interface BackupRunTable {
  id: string
  file: string
  bytes: number
  sha256: string
  taken_at: string
  taken_by: string
  checked_at: string | null
  outcome: 'good' | 'bad'
  detail: string | null
}
