import type { Generated } from 'kysely'
import type { IdentityKind } from '#domain/identity/identity-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface VisitorTable {
  id: string
  name: string
  name_folded: string
  birth_year: number | null
  phone: string | null
  address: string | null
  paper_kind: IdentityKind | null
  paper_number: string | null
  banned_at: string | null
  banned_by: string | null
  ban_reason: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const visitorColumns = {
  id: column('none', 'Record id'),
  name: column('personal', 'Name of the visitor'),
  name_folded: column('personal', 'Name without marks'),
  birth_year: column('personal', 'Year of birth'),
  phone: column('personal', 'Telephone'),
  address: column('personal', 'Where they live'),
  paper_kind: column('personal', 'Kind of identity paper shown'),
  paper_number: column('personal', 'Its number'),
  banned_at: column('personal', 'When the visitor was shut out'),
  banned_by: column('staff', 'Who shut the visitor out'),
  ban_reason: column('personal', 'Why'),
  created_at: column('none', 'When the row was made'),
  created_by: column('staff', 'Who made it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<VisitorTable>
