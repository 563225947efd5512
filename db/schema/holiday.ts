import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface HolidayTable {
  day: string
  kind: 'holiday' | 'day-off' | 'swap-workday'
  name: string
  source: string
  confidence: string
  version: Generated<number>
}

export const holidayColumns = {
  day: column('none', 'The day'),
  kind: column('none', 'Holiday, day off in lieu, or working day in exchange'),
  name: column('none', 'What it is called'),
  source: column('none', 'The announcement it rests on'),
  confidence: column('none', 'How sure it is'),
  version: column('none', 'Count of edits'),
} satisfies Columns<HolidayTable>
