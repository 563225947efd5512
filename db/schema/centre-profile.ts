import { column, type Columns } from './column-facts.ts'
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

export const centreProfileColumns = {
  id: column('none', 'Record id'),
  valid_from: column('none', 'First day on which this profile holds'),
  name: column('none', 'Name of the centre on papers'),
  code: column('none', 'Code of the centre'),
  head_title: column('none', 'Title of the head of the centre'),
  head_name: column('staff', 'Name of the head of the centre'),
  superior_body: column('none', 'Body the centre reports to'),
  court: column('none', 'Competent court'),
  province_code: column('none', 'Province, 2 digits'),
  address: column('none', 'Address of the centre'),
  created_at: column('none', 'When the row was made'),
  created_by: column('staff', 'Who made it'),
} satisfies Columns<CentreProfileTable>
