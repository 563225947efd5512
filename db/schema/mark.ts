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
}
