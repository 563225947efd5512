import type { CustodyEventKind, CustodyState } from './event-kinds.ts'

/** Where a stay stands, as finely as the acts that are possible differ. */
export const CUSTODY_POSITIONS = [
  'expected',
  'awaiting-bed',
  'in-bed',
  'out',
  'suspended',
  'escaped',
  'interrupted',
  'ended',
] as const
export type CustodyPosition = (typeof CUSTODY_POSITIONS)[number]

export const CUSTODY_POSITION_LABELS: Record<CustodyPosition, string> = {
  expected: 'Dự kiến đến',
  'awaiting-bed': 'Chờ xếp giường',
  'in-bed': 'Trong khu',
  out: 'Ra ngoài',
  suspended: 'Tạm đình chỉ',
  escaped: 'Bỏ trốn',
  interrupted: 'Gián đoạn (án phạt tù)',
  ended: 'Đã kết thúc',
}

/** Every kind that moves a stay; a correction acts on another event and is possible whenever there is one. */
export type CustodyMove = Exclude<CustodyEventKind, 'corrected'>

interface Transition {
  from: readonly CustodyPosition[]
  /** The state it leads to; `same` leaves it as it is. */
  to: CustodyState | 'same'
  /**
   * What becomes of the bed. It is kept for a person who is out and will be back (hospital, funeral, proceedings…):
   * reserved, so taken for everyone else. Escape, suspension and prison have no known end and free it.
   */
  bed: 'take' | 'keep' | 'free'
}

const INSIDE = ['awaiting-bed', 'in-bed'] as const
const ON_ROLL = [...INSIDE, 'out', 'suspended', 'escaped', 'interrupted'] as const

/**
 * The state machine of a stay. Home treatment without a decision yet is `left` (home-treatment); with the decision
 * it is `suspended` (L120 Điều 39.3). An end out of `escaped` or `interrupted` is only what the law allows: a
 * voluntary person who stays away (D163 Điều 4), prison and exemption for R73 (D116 Điều 58.3d), death.
 */
export const CUSTODY_TRANSITIONS = {
  received: { from: ['expected'], to: 'inside', bed: 'free' },
  'transferred-in': { from: ['expected'], to: 'inside', bed: 'free' },
  placed: { from: ['awaiting-bed'], to: 'same', bed: 'take' },
  moved: { from: ['in-bed'], to: 'same', bed: 'take' },
  swapped: { from: ['in-bed'], to: 'same', bed: 'take' },
  unplaced: { from: ['in-bed', 'out'], to: 'same', bed: 'free' },
  left: { from: INSIDE, to: 'out', bed: 'keep' },
  returned: { from: ['out'], to: 'inside', bed: 'keep' },
  escaped: { from: [...INSIDE, 'out', 'suspended'], to: 'escaped', bed: 'free' },
  recovered: { from: ['escaped'], to: 'inside', bed: 'free' },
  suspended: { from: [...INSIDE, 'out'], to: 'out', bed: 'free' },
  resumed: { from: ['suspended'], to: 'inside', bed: 'free' },
  'track-changed': { from: ON_ROLL, to: 'same', bed: 'keep' },
  'term-changed': { from: ON_ROLL, to: 'same', bed: 'keep' },
  'transferred-out': { from: [...INSIDE, 'out'], to: 'ended', bed: 'free' },
  interrupted: { from: [...INSIDE, 'out', 'suspended'], to: 'interrupted', bed: 'free' },
  continued: { from: ['interrupted'], to: 'inside', bed: 'free' },
  released: { from: [...INSIDE, 'out', 'suspended'], to: 'ended', bed: 'free' },
  exempted: { from: [...INSIDE, 'out', 'suspended', 'interrupted'], to: 'ended', bed: 'free' },
  'left-on-own-will': { from: [...INSIDE, 'out', 'escaped'], to: 'ended', bed: 'free' },
  'to-social-protection': { from: [...INSIDE, 'out', 'suspended'], to: 'ended', bed: 'free' },
  'to-prison': { from: ON_ROLL, to: 'ended', bed: 'free' },
  died: { from: ON_ROLL, to: 'ended', bed: 'free' },
} as const satisfies Record<CustodyMove, Transition>

const MOVES = Object.keys(CUSTODY_TRANSITIONS) as CustodyMove[]

/** True when an event of this kind can happen to a stay that stands here; `holdsBed` also counts a reserved bed. */
export function isPossible(kind: CustodyMove, position: CustodyPosition, holdsBed: boolean): boolean {
  const from: readonly CustodyPosition[] = CUSTODY_TRANSITIONS[kind].from
  return from.includes(position) && (kind !== 'unplaced' || holdsBed)
}

/** The kinds of events a screen may offer for a stay that stands here, in the order of the table. */
export function possibleEvents(position: CustodyPosition, holdsBed: boolean): CustodyMove[] {
  return MOVES.filter((kind) => isPossible(kind, position, holdsBed))
}
