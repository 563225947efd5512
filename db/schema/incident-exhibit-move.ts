import type { ExhibitMove } from '#domain/incidents/exhibit.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentExhibitMoveTable {
  id: string
  exhibit_id: string
  no: number
  kind: ExhibitMove
  at: string
  from_holder: string | null
  to_holder: string
  seal_number: string | null
  witness: string | null
  note: string | null
  recorded_at: string
  recorded_by: string
}

export const incidentExhibitMoveColumns = {
  id: column('none', 'Record id'),
  exhibit_id: column('none', 'Of which exhibit'),
  no: column('none', 'Line of the chain'),
  kind: column('none', 'What was done with it'),
  at: column('none', 'When'),
  from_holder: column('staff', 'Who gave it'),
  to_holder: column('staff', 'Who took it'),
  seal_number: column('none', 'Seal from then on'),
  witness: column('personal', 'Who was present'),
  note: column('personal', 'What was said about it'),
  recorded_at: column('none', 'When written down'),
  recorded_by: column('staff', 'Who wrote it down'),
} satisfies Columns<IncidentExhibitMoveTable>
