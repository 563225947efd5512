import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface EscapeTable {
  id: string
  incident_id: string
  person_id: string
  stay_id: string
  escaped_at: string
  last_seen_at: string | null
  from_where: string | null
  direction: string | null
  clothes: string | null
  looks: string | null
  likely_places: string | null
  height_cm: number | null
  weight_kg: number | null
  sightings: string
  recorded_at: string
  recorded_by: string
  version: Generated<number>
}

export const escapeColumns = {
  id: column('none', 'The custody event that says the person escaped'),
  incident_id: column('none', 'The incident opened with it'),
  person_id: column('none', 'Who escaped'),
  stay_id: column('none', 'From which stay'),
  escaped_at: column('personal', 'When'),
  last_seen_at: column('personal', 'When seen last, as told'),
  from_where: column('personal', 'From where'),
  direction: column('personal', 'In which direction, by what means'),
  clothes: column('personal', 'What was worn'),
  looks: column('personal', 'Build, hair, way of speaking'),
  likely_places: column('personal', 'Where the person may have gone'),
  height_cm: column('personal', 'Height in cm, as known at the escape'),
  weight_kg: column('personal', 'Weight in kg, as known at the escape'),
  sightings: column('personal', 'When the record saw the person last, as it stood at the report, JSON'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  version: column('none', 'Count of edits'),
} satisfies Columns<EscapeTable>
