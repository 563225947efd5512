export interface CensusDeltaTable {
  day: string
  zone_id: string
  track: string
  sex: string
  state: string
  delta: number
}
