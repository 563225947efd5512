export interface PersonLinkTable {
  id: string
  person_a: string
  person_b: string
  verdict: 'same' | 'not-same'
  reason: string
  decided_at: string
  decided_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}
