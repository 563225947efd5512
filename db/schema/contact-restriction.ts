import { column, type Columns } from './column-facts.ts'

export interface ContactRestrictionTable {
  id: string
  person_id: string
  from_on: string
  to_on: string | null
  reason: string
  decision: string | null
  created_at: string
  created_by: string
  lifted_at: string | null
  lifted_by: string | null
  lift_reason: string | null
}

export const contactRestrictionColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Whose visits and calls are restricted'),
  from_on: column('none', 'First day'),
  to_on: column('none', 'Last day; null until it is lifted'),
  reason: column('personal', 'Why'),
  decision: column('personal', 'Number and day of the decision'),
  created_at: column('none', 'When it was recorded'),
  created_by: column('staff', 'Who recorded it'),
  lifted_at: column('none', 'When it was lifted'),
  lifted_by: column('staff', 'Who lifted it'),
  lift_reason: column('personal', 'Why it was lifted'),
} satisfies Columns<ContactRestrictionTable>
