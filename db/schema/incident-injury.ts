import type { Generated } from 'kysely'
import type { InjurySeverity } from '#domain/incidents/incident-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentInjuryTable {
  id: string
  incident_id: string
  involvement_id: string
  noticed_at: string
  is_hospital: number
  recorded_at: string
  recorded_by: string
  severity: InjurySeverity | null
  detail: string | null
  treatment: string | null
  examined_at: string | null
  examined_by: string | null
  version: Generated<number>
}

export const incidentInjuryColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  involvement_id: column('personal', 'Who was hurt'),
  noticed_at: column('personal', 'When it was noticed'),
  is_hospital: column('personal', 'Taken to a hospital'),
  recorded_at: column('none', 'When written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  severity: column('medical', 'How bad it is'),
  detail: column('medical', 'What was found'),
  treatment: column('medical', 'What was done about it'),
  examined_at: column('none', 'When medical staff wrote it down'),
  examined_by: column('staff', 'Who examined'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentInjuryTable>
