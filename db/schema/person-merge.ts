export interface PersonMergeTable {
  id: string
  kept_id: string
  merged_id: string
  reason: string
  moved: string
  merged_at: string
  merged_by: string
  undone_at: string | null
  undone_by: string | null
  undo_reason: string | null
}
