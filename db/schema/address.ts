export interface AddressTable {
  id: string
  person_id: string
  kind: 'permanent' | 'current' | 'after-release'
  commune_code: string | null
  province_code: string | null
  detail: string | null
  printed: string | null
  valid_from: string | null
  superseded_at: string | null
  created_at: string
}
