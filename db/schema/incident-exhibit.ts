import type { Generated } from 'kysely'
import type {
  ExhibitKind,
  ExhibitMove,
  ExhibitRoute,
  ExhibitSubstance,
  ExhibitUnit,
} from '#domain/incidents/exhibit.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentExhibitTable {
  id: string
  incident_id: string
  no: number
  kind: ExhibitKind
  substance: ExhibitSubstance | null
  route: ExhibitRoute
  description: string
  quantity: number
  unit: ExhibitUnit
  seal_number: string | null
  person_id: string | null
  found_at: string
  place_id: string | null
  found_where: string | null
  find_id: string | null
  file_id: string | null
  holder: string
  last_move: ExhibitMove
  recorded_at: string
  recorded_by: string
  version: Generated<number>
}

export const incidentExhibitColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  no: column('none', 'Number within the incident'),
  kind: column('personal', 'What sort of thing'),
  substance: column('personal', 'Which substance'),
  route: column('personal', 'By which way it came in'),
  description: column('personal', 'What it is'),
  quantity: column('personal', 'How much'),
  unit: column('none', 'In which unit'),
  seal_number: column('none', 'Seal it is under now'),
  person_id: column('personal', 'With whom it was found'),
  found_at: column('personal', 'When it was found'),
  place_id: column('none', 'Place it was found in'),
  found_where: column('personal', 'Where, in words'),
  find_id: column('none', 'The find at a visit, in a parcel or letter'),
  file_id: column('personal', 'Photo'),
  holder: column('staff', 'Who holds it now'),
  last_move: column('none', 'Last line of its chain of custody'),
  recorded_at: column('none', 'When written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentExhibitTable>
