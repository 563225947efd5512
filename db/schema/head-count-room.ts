import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface HeadCountRoomTable {
  head_count_id: string
  room_id: string
  counted: number | null
  expected: string
  counted_at: string
  counted_by: string
  version: Generated<number>
}

export const headCountRoomColumns = {
  head_count_id: column('none', 'Head count'),
  room_id: column('none', 'Room'),
  counted: column('none', 'People counted; null when taken back'),
  expected: column('personal', 'Stays the roll had there at that minute, JSON'),
  counted_at: column('none', 'Minute of the count'),
  counted_by: column('staff', 'Who counted'),
  version: column('none', 'Count of edits'),
} satisfies Columns<HeadCountRoomTable>
