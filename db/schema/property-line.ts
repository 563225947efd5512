export interface PropertyLineTable {
  id: string
  stay_id: string
  bag_id: string | null
  description: string
  quantity: number
  condition: string | null
  sort: number
}
