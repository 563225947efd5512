/** Where an incident stands on its way from the first report to the last signature. */
export const INCIDENT_STATES = [
  'draft',
  'reported',
  'under-review',
  'needs-more',
  'on-hold',
  'decided',
  'closed',
  'duplicate',
  'not-incident',
  'reopened',
] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]

export const INCIDENT_STATE_LABELS: Record<IncidentState, string> = {
  draft: 'Bản nháp',
  reported: 'Đã báo',
  'under-review': 'Đang xem xét',
  'needs-more': 'Chờ bổ sung',
  'on-hold': 'Tạm dừng',
  decided: 'Đã kết luận',
  closed: 'Đã đóng',
  duplicate: 'Trùng vụ khác',
  'not-incident': 'Không phải vụ việc',
  reopened: 'Mở lại',
}

/** States in which nobody has anything left to do. */
export const ENDED_STATES = [
  'closed',
  'duplicate',
  'not-incident',
] as const satisfies readonly IncidentState[]

/** States statistics leave out: not handed in, told twice, or nothing at all. */
export const UNCOUNTED_STATES = [
  'draft',
  'duplicate',
  'not-incident',
] as const satisfies readonly IncidentState[]

/** Is the incident still somebody's work? */
export function isOpenState(state: IncidentState): boolean {
  return !(ENDED_STATES as readonly IncidentState[]).includes(state)
}
