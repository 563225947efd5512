import { column, type Columns } from './column-facts.ts'
export interface CensusHorizonTable {
  id: number
  last_month: string
}

export const censusHorizonColumns = {
  id: column('none', 'Always 1'),
  last_month: column('none', 'Newest month whose opening totals are laid down'),
} satisfies Columns<CensusHorizonTable>
