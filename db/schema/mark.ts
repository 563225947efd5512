import { column, type Columns } from './column-facts.ts'
import type { MarkKind } from '#domain/information-sheet/personal-lists.ts'

export interface MarkTable {
  id: string
  person_id: string
  kind: MarkKind
  place: string
  description: string | null
  superseded_at: string | null
  created_at: string
  created_by: string
  retire_reason: string | null
  retired_by: string | null
}

export const markColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Whose mark'),
  kind: column('personal', 'Tattoo, scar…'),
  place: column('personal', 'Where on the body'),
  description: column('personal', 'What it looks like'),
  superseded_at: column('none', 'When it was withdrawn'),
  created_at: column('none', 'When it was written down'),
  created_by: column('staff', 'Who wrote it'),
  retire_reason: column('personal', 'Why it was withdrawn'),
  retired_by: column('staff', 'Who withdrew it'),
} satisfies Columns<MarkTable>
