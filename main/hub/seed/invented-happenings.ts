import type { CustodyAct } from '#domain/custody/facts.ts'
import type { StayTermFacts } from '#domain/stay/clock-of-stay.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { addHours, atTime, dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import type { BedUse } from './seed-places.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Something that happens in an invented stay: an act, or the wish for a bed that is booked later. */
export type Happening = { at: Instant } & ({ act: CustodyAct } | { bed: Exclude<BedUse, 'spare'> | 'other' })

/** How somebody present may stand when the history ends. */
export type PresentStanding =
  | 'inside'
  | 'arriving'
  | 'hospital'
  | 'funeral'
  | 'overdue-funeral'
  | 'proceedings'
  | 'held'

/** How somebody on the roll but not present may stand. */
export type AwayStanding = 'escaped' | 'suspended' | 'interrupted'

/** A stay as it is made up, before anything of it is written. */
export interface InventedStay {
  terms: StayTermFacts
  decision: { number: string; issuer: string } | null
  dossierOn: Day
  happenings: Happening[]
  /** When it ended; null while it lasts. */
  endedAt: Instant | null
}

export const COURT_SINCE_07_2025 = 'Tòa án nhân dân khu vực 2 - Lạng Sơn'

/** How many days ago somebody left who is still away, at least and at most. */
export const STANDING_DAYS = {
  hospital: [0, 9],
  funeral: [0, 1],
  'overdue-funeral': [3, 5],
  proceedings: [1, 15],
  escaped: [1, 60],
  suspended: [10, 60],
  interrupted: [10, 80],
} as const

/** How somebody left who is still away. */
export function leaving(
  random: SeededRandom,
  isVoluntary: boolean,
  standing: keyof typeof STANDING_DAYS,
  at: Instant,
): Happening {
  switch (standing) {
    case 'hospital':
      return left(at, 'hospital', random.whole(10, 14) * 24, 'Bệnh viện đa khoa tỉnh Lạng Sơn')
    case 'funeral':
    case 'overdue-funeral':
      return left(at, 'funeral', 60, 'Về gia đình')
    case 'proceedings':
      return left(at, 'proceedings', 30 * 24, 'Cơ quan Cảnh sát điều tra')
    case 'escaped':
      return { at, act: { kind: 'escaped', facts: { manner: 'single', fromWhere: 'Khu lao động' } } }
    case 'suspended': {
      const on = dayOf(at)
      const number = random.whole(1, 90)
      // SUSP-08 (L120 Điều 39.4): the court, or the police of the province for somebody who came of their own will.
      const decision = isVoluntary
        ? { number: `${number}/QĐ-CAT`, on, issuer: 'Giám đốc Công an tỉnh Lạng Sơn' }
        : { number: `${number}/${on.slice(0, 4)}/QĐ-TA`, on, issuer: COURT_SINCE_07_2025 }
      const until = addHours(at, 24 * 90)
      return { at, act: { kind: 'suspended', facts: { decision, until, destination: 'Gia đình' } } }
    }
    case 'interrupted':
      return { at, act: { kind: 'interrupted', facts: { note: 'Chấp hành án phạt tù' } } }
  }
}

/** What happens between settling in and `until`: outings, moves, discipline, escapes, reductions. */
export function liveThrough(random: SeededRandom, stay: InventedStay, until: Day): void {
  const settledAt = stay.happenings.at(-1)?.at ?? startOfDay(until)
  let day = addDays(dayOf(settledAt), random.whole(8, 60))
  while (day < until) {
    const length = addEpisode(random, stay, day, until)
    day = addDays(day, length + random.whole(40, 420))
  }
}

/** Adds one episode that begins on `day` if it ends by `until`; tells how many days it takes. */
function addEpisode(random: SeededRandom, stay: InventedStay, day: Day, until: Day): number {
  const out = atTime(day, timeText(random, 8, 15))
  const kind = random.weighted([
    ['hospital', 34],
    ['move', 26],
    ['proceedings', 8],
    ['court', 8],
    ['work', 8],
    ['funeral', 6],
    ['discipline', 6],
    ['escape', 4],
  ] as const)
  const days = EPISODE_DAYS[kind]
  const length = days === undefined ? 0 : random.whole(...days)
  const backOn = addDays(day, length)
  if (backOn >= until) return 0
  const back = length === 0 ? addHours(out, random.whole(2, 6)) : atTime(backOn, timeText(random, 9, 16))
  const { happenings } = stay
  const outing = (kindOut: Parameters<typeof left>[1], destination: string) =>
    happenings.push(left(out, kindOut, 24 * (length + 1), destination), {
      at: back,
      act: { kind: 'returned', facts: { checks: 'Đã kiểm tra người và đồ vật' } },
    })
  switch (kind) {
    case 'hospital':
      outing('hospital', 'Bệnh viện đa khoa tỉnh Lạng Sơn')
      break
    case 'proceedings':
      outing('proceedings', 'Cơ quan Cảnh sát điều tra')
      break
    case 'court':
      outing('court', 'Tòa án nhân dân khu vực 2 - Lạng Sơn')
      break
    case 'work':
      outing('work-outside', 'Khu trồng keo')
      break
    case 'funeral':
      outing('funeral', 'Về gia đình')
      break
    case 'move':
      happenings.push({ at: out, bed: 'other' })
      break
    case 'discipline':
      happenings.push({ at: out, bed: 'discipline' }, { at: back, bed: 'home' })
      break
    case 'escape':
      happenings.push(
        { at: out, act: { kind: 'escaped', facts: { manner: 'single', fromWhere: 'Khu lao động' } } },
        { at: back, act: { kind: 'recovered', facts: { byWhom: 'Công an cấp xã' } } },
        { at: addHours(back, 1), bed: 'home' },
      )
  }
  return length
}

const EPISODE_DAYS: Record<string, readonly [number, number] | undefined> = {
  hospital: [1, 9],
  proceedings: [1, 20],
  funeral: [1, 3],
  discipline: [3, 7],
  escape: [2, 40],
}

function left(
  at: Instant,
  outKind: 'hospital' | 'funeral' | 'proceedings' | 'court' | 'work-outside',
  hours: number,
  destination: string,
): Happening {
  return { at, act: { kind: 'left', facts: { outKind, until: addHours(at, hours), destination } } }
}

/** `09:41`: some minute of the hours between, both included. */
export function timeText(random: SeededRandom, fromHour: number, toHour: number): string {
  const hour = random.whole(fromHour, toHour)
  return `${String(hour).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`
}
