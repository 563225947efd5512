export interface DraftTable {
  user_id: string
  form: string
  value: string
  saved_at: string
}
