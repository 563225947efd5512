import type { Generated } from 'kysely'

export interface HolidayTable {
  day: string
  kind: 'holiday' | 'day-off' | 'swap-workday'
  name: string
  source: string
  confidence: string
  version: Generated<number>
}
