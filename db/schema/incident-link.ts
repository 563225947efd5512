import type { IncidentLink } from '#domain/incidents/incident-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentLinkTable {
  id: string
  incident_id: string
  kind: IncidentLink
  target_id: string
  note: string | null
  linked_at: string
  linked_by: string
}

export const incidentLinkColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  kind: column('none', 'In which book'),
  target_id: column('none', 'The record there'),
  note: column('personal', 'What is to be said of it'),
  linked_at: column('none', 'When'),
  linked_by: column('staff', 'Who tied them'),
} satisfies Columns<IncidentLinkTable>
