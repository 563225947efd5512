import type { ColumnType } from 'kysely'
import { column, type Columns } from './column-facts.ts'
import type { BagEventKind } from '#domain/deposit/bag-events.ts'

export interface PropertyEventTable {
  id: string
  bag_id: string
  kind: BagEventKind
  at: string
  signed_by: string
  note: string | null
  reverses: string | null
  recorded_at: string
  recorded_by: string
  minutes: ColumnType<string | null, string | null | undefined, never>
  second_signer: ColumnType<string | null, string | null | undefined, never>
  compensation: ColumnType<number | null, number | null | undefined, never>
}

export const propertyEventColumns = {
  id: column('none', 'Record id'),
  bag_id: column('none', 'Which sealed bag'),
  kind: column('personal', 'Returned, disposed of, lost, found again, damaged, or a record cancelled'),
  at: column('personal', 'When it happened'),
  signed_by: column('personal', 'Who signed for it'),
  note: column('personal', 'What happened, number of the minutes'),
  reverses: column('none', 'The record it cancels'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  minutes: column('personal', 'Number of the minutes'),
  second_signer: column('staff', 'Who signed for the centre'),
  compensation: column('personal', 'Compensation paid to the owner, in đồng'),
} satisfies Columns<PropertyEventTable>
