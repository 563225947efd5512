import type { Generated } from 'kysely'
import type { ReshuffleState } from '#domain/placement/reshuffle.ts'
import { column, type Columns } from './column-facts.ts'

export interface ReshuffleTable {
  id: string
  zone_id: string
  name: string
  reason: string
  state: ReshuffleState
  moves: string
  made_at: string
  made_by: string
  changed_at: string
  changed_by: string
  done_at: string | null
  done_by: string | null
  ended_at: string | null
  ended_by: string | null
  version: Generated<number>
}

export const reshuffleColumns = {
  id: column('none', 'Record id'),
  zone_id: column('none', 'Zone that is laid out anew'),
  name: column('none', 'How the draft is called'),
  reason: column('none', 'Why the zone is laid out anew'),
  state: column('none', 'Draft, done, undone or cancelled'),
  moves: column('none', 'Who goes from which bed to which, as JSON of record ids'),
  made_at: column('none', 'When it was begun'),
  made_by: column('staff', 'Who began it'),
  changed_at: column('none', 'When it was last kept'),
  changed_by: column('staff', 'Who last kept it'),
  done_at: column('none', 'When the moves were made'),
  done_by: column('staff', 'Who made them'),
  ended_at: column('none', 'When it was undone or given up'),
  ended_by: column('staff', 'Who undid it or gave it up'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ReshuffleTable>
