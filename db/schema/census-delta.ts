import { column, type Columns } from './column-facts.ts'
export interface CensusDeltaTable {
  day: string
  zone_id: string
  track: string
  sex: string
  state: string
  delta: number
}

export const censusDeltaColumns = {
  day: column('none', 'Day in Viet Nam at whose end the change holds'),
  zone_id: column('none', "Zone; empty text for nobody's zone"),
  track: column('none', 'Track counted under'),
  sex: column('none', 'Sex counted under'),
  state: column('none', 'State counted under'),
  delta: column('none', 'Persons more or fewer'),
} satisfies Columns<CensusDeltaTable>
