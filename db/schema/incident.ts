import type { Generated } from 'kysely'
import type { IncidentKind, IncidentOrigin, IncidentSecrecy } from '#domain/incidents/incident-kinds.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { column, type Columns } from './column-facts.ts'

export interface IncidentTable {
  id: string
  year: number
  no: number | null
  kind: IncidentKind
  form_version: number
  state: IncidentState
  state_since: string
  secrecy: IncidentSecrecy
  occurred_at: string
  is_approximate: number
  occurred_on: string
  occurred_hour: number
  zone_id: string | null
  place_id: string | null
  place_note: string | null
  summary: string
  origin: IncidentOrigin
  origin_id: string | null
  reported_at: string
  recorded_at: string
  reported_by: string
  reporter_id: string | null
  owner_id: string | null
  decision: string | null
  decided_at: string | null
  decided_by: string | null
  closed_at: string | null
  duplicate_of: string | null
  version: Generated<number>
}

export const incidentColumns = {
  id: column('none', 'Record id'),
  year: column('none', 'Year of the book'),
  no: column('none', 'Number in the book of the year; none before the report is handed in'),
  kind: column('personal', 'What happened, by kind'),
  form_version: column('none', 'Version of the form of the kind, as of the first report'),
  state: column('none', 'Where it stands'),
  state_since: column('none', 'Since when it stands there'),
  secrecy: column('none', 'Who may read it'),
  occurred_at: column('personal', 'When it happened'),
  is_approximate: column('none', 'The moment is a guess'),
  occurred_on: column('none', 'Day it happened, in Vietnam'),
  occurred_hour: column('none', 'Hour it happened, in Vietnam'),
  zone_id: column('none', 'Zone it happened in'),
  place_id: column('none', 'Room or other place of the centre'),
  place_note: column('personal', 'Where, in words'),
  summary: column('personal', 'What happened, as first reported'),
  origin: column('none', 'From where in the program the report was begun'),
  origin_id: column('none', 'The record it was begun from'),
  reported_at: column('none', 'When it was reported'),
  recorded_at: column('none', 'When it was written down'),
  reported_by: column('staff', 'Who reported it'),
  reporter_id: column('staff', 'Account of the reporter'),
  owner_id: column('staff', 'Account of the one who runs it'),
  decision: column('personal', 'The conclusion'),
  decided_at: column('none', 'When it was concluded'),
  decided_by: column('staff', 'Who concluded'),
  closed_at: column('none', 'When it was closed'),
  duplicate_of: column('none', 'The incident it was told of before'),
  version: column('none', 'Count of edits'),
} satisfies Columns<IncidentTable>
