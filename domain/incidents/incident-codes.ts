/** How bad an injury is, as the medical staff found it. */
export const INJURY_SEVERITIES = ['light', 'moderate', 'severe', 'fatal'] as const
export type InjurySeverity = (typeof INJURY_SEVERITIES)[number]

export const INJURY_SEVERITY_LABELS: Record<InjurySeverity, string> = {
  light: 'Nhẹ',
  moderate: 'Vừa',
  severe: 'Nặng',
  fatal: 'Tử vong',
}

/** What stands in the signed account: the first one, what is added later, and what somebody involved said. */
export const NARRATIVE_KINDS = ['narrative', 'addendum', 'statement'] as const
export type NarrativeKind = (typeof NARRATIVE_KINDS)[number]

export const NARRATIVE_KIND_LABELS: Record<NarrativeKind, string> = {
  narrative: 'Diễn biến',
  addendum: 'Bổ sung',
  statement: 'Lời khai',
}
