export interface IdentityPaperTable {
  id: string
  person_id: string
  kind:
    | 'citizen-card'
    | 'identity-card'
    | 'old-identity-card'
    | 'passport'
    | 'birth-certificate'
    | 'vneid'
    | 'other'
  number: string
  issued_on: string | null
  issued_by: string | null
  source: 'card' | 'typed' | 'import'
  superseded_at: string | null
  created_at: string
}
