import { column, type Columns } from './column-facts.ts'

export interface BackupDrillTable {
  id: string
  done_at: string
  done_by: string
  file: string
  made_at: string | null
  sheet: string
  outcome: 'passed' | 'failed'
  detail: string | null
}

export const backupDrillColumns = {
  id: column('none', 'Record id'),
  done_at: column('none', 'When the sheet was tested'),
  done_by: column('staff', 'Who tested it'),
  file: column('none', 'Name of the sealed copy that was opened'),
  made_at: column('none', 'When that copy was made'),
  sheet: column('none', 'Number of the sheet in use'),
  outcome: column('none', 'Opened and whole, or not'),
  detail: column('none', 'Why it failed'),
} satisfies Columns<BackupDrillTable>
