import type { NarrativeKind } from '#domain/incidents/incident-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentNarrativeTable {
  id: string
  incident_id: string
  no: number
  kind: NarrativeKind
  involvement_id: string | null
  body: string
  body_hash: string
  written_at: string
  written_by: string
}

export const incidentNarrativeColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  no: column('none', 'Place in the account'),
  kind: column('none', 'First account, addendum or statement'),
  involvement_id: column('personal', 'Whose statement it is'),
  body: column('personal', 'What is said'),
  body_hash: column('none', 'SHA-256 over text, author and moment'),
  written_at: column('none', 'When signed'),
  written_by: column('staff', 'Who signed'),
} satisfies Columns<IncidentNarrativeTable>
