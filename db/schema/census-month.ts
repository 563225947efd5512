import { column, type Columns } from './column-facts.ts'
export interface CensusMonthTable {
  month: string
  zone_id: string
  track: string
  sex: string
  state: string
  total: number
}

export const censusMonthColumns = {
  month: column('none', 'First day of the month'),
  zone_id: column('none', "Zone; empty text for nobody's zone"),
  track: column('none', 'Track counted under'),
  sex: column('none', 'Sex counted under'),
  state: column('none', 'State counted under'),
  total: column('none', 'Persons with whom the month begins'),
} satisfies Columns<CensusMonthTable>
