/** States a list of people can be narrowed to: custody states of those on the roll, suspended ones apart. */
export const LIST_STATES = ['inside', 'out', 'suspended', 'escaped', 'interrupted'] as const
export type ListState = (typeof LIST_STATES)[number]

export const LIST_STATE_LABELS: Record<ListState, string> = {
  inside: 'Trong khu',
  out: 'Ra ngoài',
  suspended: 'Tạm đình chỉ',
  escaped: 'Bỏ trốn',
  interrupted: 'Gián đoạn (án phạt tù)',
}

/** What a list of people is sorted by; `ended` is for those who are gone. */
export const LIST_SORTS = ['name', 'received', 'end', 'ended'] as const
export type ListSort = (typeof LIST_SORTS)[number]
