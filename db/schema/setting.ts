import { column, type Columns } from './column-facts.ts'
export interface SettingTable {
  key: string
  value: string
  updated_at: string
  updated_by: string
}

export const settingColumns = {
  key: column('none', 'Name of the choice'),
  value: column('none', 'Its value, as JSON'),
  updated_at: column('none', 'When it was changed'),
  updated_by: column('staff', 'Who changed it'),
} satisfies Columns<SettingTable>
