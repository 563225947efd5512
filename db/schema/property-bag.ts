export interface PropertyBagTable {
  id: string
  stay_id: string
  seal_number: string
  seal_key: string
  stored_at: string | null
  sealed_at: string
  sealed_by: string
}
