import type { IncidentState } from '#domain/incidents/incident-states.ts'
import type { IncidentAction } from '#domain/incidents/transitions.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentStepTable {
  id: string
  incident_id: string
  action: IncidentAction
  from_state: IncidentState
  to_state: IncidentState
  comment: string | null
  at: string
  by: string
}

export const incidentStepColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  action: column('none', 'What was done'),
  from_state: column('none', 'State before'),
  to_state: column('none', 'State after'),
  comment: column('personal', 'What was said about it'),
  at: column('none', 'When'),
  by: column('staff', 'Who did it'),
} satisfies Columns<IncidentStepTable>
