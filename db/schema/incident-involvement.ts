import type { Generated } from 'kysely'
import type { InvolvedWho } from '#domain/incidents/involvement-roles.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentInvolvementTable {
  id: string
  incident_id: string
  role: string
  who: InvolvedWho
  person_id: string | null
  stay_id: string | null
  user_id: string | null
  name: string | null
  zone_id: string | null
  outcome: string | null
  note: string | null
  added_at: string
  added_by: string
  removed_at: string | null
  removed_by: string | null
  remove_reason: string | null
  version: Generated<number>
}

export const incidentInvolvementColumns = {
  id: column('none', 'Record id'),
  incident_id: column('none', 'Of which incident'),
  role: column('personal', 'What the person was in it, by the form of the kind'),
  who: column('none', 'Resident, staff or outsider'),
  person_id: column('personal', 'The resident'),
  stay_id: column('none', 'In which stay'),
  user_id: column('staff', 'The member of staff, where there is an account'),
  name: column('personal', 'Name of somebody without a record'),
  zone_id: column('none', 'Zone the resident was counted under when written in'),
  outcome: column('personal', 'What became of it for the person'),
  note: column('personal', 'What is to be said of it'),
  added_at: column('none', 'When written in'),
  added_by: column('staff', 'Who wrote it in'),
  removed_at: column('none', 'When taken out'),
  removed_by: column('staff', 'Who took it out'),
  remove_reason: column('personal', 'Why'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentInvolvementTable>
