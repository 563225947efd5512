/** What a backup is: beside the data under the hub's key, sealed to the recovery sheet elsewhere, sealed for the month. */
export const BACKUP_KINDS = ['local', 'sealed', 'monthly'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

export const BACKUP_KIND_LABELS: Record<BackupKind, string> = {
  local: 'Trên máy chủ',
  sealed: 'Niêm phong',
  monthly: 'Lưu trữ tháng',
}
