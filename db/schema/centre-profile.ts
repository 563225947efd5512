export interface CentreProfileTable {
  id: string
  valid_from: string
  name: string
  code: string | null
  head_title: string
  head_name: string | null
  superior_body: string | null
  court: string | null
  province_code: string | null
  address: string | null
  created_at: string
  created_by: string
}
