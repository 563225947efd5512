import type { Generated } from 'kysely'
import type { ReturnResidence, WorkAbility } from '#domain/stay/return-place.ts'
import { column, type Columns } from './column-facts.ts'

export interface ReturnPlaceTable {
  stay_id: string
  residence: ReturnResidence
  work: WorkAbility
  proof: string | null
  registered_address: string | null
  registered_on: string | null
  recorded_at: string
  recorded_by: string
  version: Generated<number>
}

export const returnPlaceColumns = {
  stay_id: column('none', 'Whose stay'),
  residence: column('personal', 'Whether there is a stable residence to return to'),
  work: column('personal', 'Whether the person can still work'),
  proof: column('personal', 'Paper that shows it'),
  registered_address: column('personal', 'Where the person registered to live after leaving'),
  registered_on: column('personal', 'Day of that registration'),
  recorded_at: column('none', 'When it was last written'),
  recorded_by: column('staff', 'Who wrote it last'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ReturnPlaceTable>
