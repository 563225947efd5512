import type { Generated } from 'kysely'
import type { SweepKind } from '#domain/placement/sweep-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface SweepFindingTable {
  id: string
  mark: string
  kind: SweepKind
  zone_id: string | null
  place_code: string
  person_id: string
  other_id: string | null
  sentence: string
  is_hard: number
  first_seen_at: string
  last_seen_at: string
  acknowledged_at: string | null
  acknowledged_by: string | null
  acknowledge_reason: string | null
  resolved_at: string | null
  version: Generated<number>
}

export const sweepFindingColumns = {
  id: column('none', 'Record id'),
  mark: column('none', 'Kind, people and place by record id: the same finding seen again'),
  kind: column('none', 'What is wrong'),
  zone_id: column('none', 'Zone it is in'),
  place_code: column('none', 'Bed or room it is about'),
  person_id: column('personal', 'Whom it is about'),
  other_id: column('personal', 'The other one, for a pair'),
  sentence: column('personal', 'What is wrong, in a sentence with names'),
  is_hard: column('none', 'A rule that forbids, or one that asks for a reason'),
  first_seen_at: column('none', 'When it was first found'),
  last_seen_at: column('none', 'When it was last found'),
  acknowledged_at: column('none', 'When somebody accepted it for now'),
  acknowledged_by: column('staff', 'Who accepted it'),
  acknowledge_reason: column('personal', 'Why it is left so for now'),
  resolved_at: column('none', 'When it was found to hold no more'),
  version: column('none', 'Count of edits'),
} satisfies Columns<SweepFindingTable>
