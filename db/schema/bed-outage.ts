export interface BedOutageTable {
  id: string
  place_id: string
  reason: string
  note: string | null
  from_at: string
  back_on: string | null
  ended_at: string | null
  recorded_by: string
}
