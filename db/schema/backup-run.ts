import type { Generated } from 'kysely'
import type { BackupKind } from '#domain/backup/backup-kinds.ts'
import { column, type Columns } from './column-facts.ts'
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
  kind: Generated<BackupKind>
  folder: string | null
  sheet: string | null
}

export const backupRunColumns = {
  id: column('none', 'Record id'),
  file: column('none', 'File name inside the backup folder'),
  bytes: column('none', 'Size of the file'),
  sha256: column('none', 'SHA-256 of the file'),
  taken_at: column('none', 'When it was begun'),
  taken_by: column('staff', 'Who asked for it'),
  checked_at: column('none', 'When it was opened and checked'),
  outcome: column('none', 'Good, or bad: not to be restored'),
  detail: column('none', 'Why it is bad'),
  kind: column('none', 'Beside the data, sealed to the recovery sheet, or sealed for the month'),
  folder: column('none', 'Folder of a sealed copy; none for the own backup folder'),
  sheet: column('none', 'Number of the recovery sheet that opens it'),
} satisfies Columns<BackupRunTable>
