export interface CensusHorizonTable {
  id: number
  last_month: string
}
