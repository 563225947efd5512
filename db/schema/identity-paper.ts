import { column, type Columns } from './column-facts.ts'
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

export const identityPaperColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Whose paper'),
  kind: column('personal', 'Kind of paper'),
  number: column('personal', 'Its number'),
  issued_on: column('personal', 'Day of issue'),
  issued_by: column('personal', 'Issued by'),
  source: column('none', 'Read from the card, typed, or imported'),
  superseded_at: column('none', 'When a newer one replaced it'),
  created_at: column('none', 'When the row was made'),
} satisfies Columns<IdentityPaperTable>
