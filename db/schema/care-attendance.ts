import type { AttendanceMark } from '#domain/care/sessions.ts'
import { column, type Columns } from './column-facts.ts'

export interface CareAttendanceTable {
  session_id: string
  stay_id: string
  mark: AttendanceMark | null
  private_note: string | null
  note_by: string | null
  recorded_at: string
  recorded_by: string
}

export const careAttendanceColumns = {
  session_id: column('none', 'Which session'),
  stay_id: column('none', 'Whose stay'),
  mark: column('personal', 'Present, or why not'),
  private_note: column('medical', 'What the counsellor noted of this person alone'),
  note_by: column('staff', 'Whose private note it is'),
  recorded_at: column('none', 'When it was written'),
  recorded_by: column('staff', 'Who wrote it'),
} satisfies Columns<CareAttendanceTable>
