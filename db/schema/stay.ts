import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { Track, TermRegime } from '#domain/stay/track.ts'

export interface StayTable {
  id: string
  person_id: string
  dossier_number: string | null
  ordinal: number
  ordinal_source: string
  ordinal_by: string | null
  initial_track: Track
  term_regime: TermRegime | null
  decision_number: string | null
  decision_on: string | null
  decision_issuer: string | null
  start_on: string | null
  start_source: string | null
  term_months: number | null
  held_from: string | null
  import_batch_id: string | null
  cancelled_at: string | null
  cancel_reason: string | null
  created_at: string
  version: Generated<number>
}

export const stayColumns = {
  id: column('none', 'Record id (UUID)'),
  person_id: column('none', 'Whose stay'),
  dossier_number: column('personal', 'Number of the dossier'),
  ordinal: column('personal', 'First, second … stay'),
  ordinal_source: column('none', 'Who or what said so'),
  ordinal_by: column('staff', 'Who confirmed it at intake'),
  initial_track: column('personal', 'Track at reception'),
  term_regime: column('personal', 'Law that fixed the term'),
  decision_number: column('personal', 'Number of the decision'),
  decision_on: column('personal', 'Day of the decision'),
  decision_issuer: column('personal', 'Who decided'),
  start_on: column('personal', 'First day of the term'),
  start_source: column('none', 'Where that day comes from'),
  term_months: column('personal', 'Months of the term'),
  held_from: column('personal', 'Held in the centre before the decision, from'),
  import_batch_id: column('none', 'The import that brought it'),
  cancelled_at: column('none', 'When the record was cancelled'),
  cancel_reason: column('none', 'Why'),
  created_at: column('none', 'When the row was made'),
  version: column('none', 'Count of edits'),
} satisfies Columns<StayTable>
