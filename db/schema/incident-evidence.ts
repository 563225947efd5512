import { column, type Columns } from './column-facts.ts'

export interface IncidentEvidenceTable {
  id: string
  incident_id: string
  file_id: string
  file_hash: string
  exhibit_id: string | null
  caption: string
  taken_at: string | null
  added_at: string
  added_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdraw_reason: string | null
}

export const incidentEvidenceColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  file_id: column('personal', 'Photo or scan'),
  file_hash: column('none', 'SHA-256 of its bytes when added'),
  exhibit_id: column('none', 'Exhibit it shows'),
  caption: column('personal', 'What it shows'),
  taken_at: column('personal', 'When it was taken'),
  added_at: column('none', 'When added'),
  added_by: column('staff', 'Who added it'),
  withdrawn_at: column('none', 'When taken out'),
  withdrawn_by: column('staff', 'Who took it out'),
  withdraw_reason: column('personal', 'Why'),
} satisfies Columns<IncidentEvidenceTable>
