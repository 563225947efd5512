export interface CensusMonthTable {
  month: string
  zone_id: string
  track: string
  sex: string
  state: string
  total: number
}
