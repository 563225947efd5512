import { column, type Columns } from './column-facts.ts'
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

export const personLinkColumns = {
  id: column('none', 'Record id'),
  person_a: column('none', 'One person, the smaller id'),
  person_b: column('none', 'The other'),
  verdict: column('personal', 'Same person or not'),
  reason: column('personal', 'Why'),
  decided_at: column('none', 'When'),
  decided_by: column('staff', 'Who decided'),
  withdrawn_at: column('none', 'When the decision was withdrawn'),
  withdrawn_by: column('staff', 'Who withdrew it'),
} satisfies Columns<PersonLinkTable>
