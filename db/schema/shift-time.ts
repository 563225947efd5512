import { column, type Columns } from './column-facts.ts'

export interface ShiftTimeTable {
  valid_from: string
  no: number
  name: string
  starts: string
  set_at: string
  set_by: string
}

export const shiftTimeColumns = {
  valid_from: column('none', 'First day on which these times hold'),
  no: column('none', 'Which shift of the day'),
  name: column('none', 'Name of the shift'),
  starts: column('none', 'HH:MM at which it begins'),
  set_at: column('none', 'When the times were set'),
  set_by: column('staff', 'Who set them'),
} satisfies Columns<ShiftTimeTable>
