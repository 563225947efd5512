import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { termRegime } from '#domain/law/regime.ts'
import { clockOfStay, shippedRules, type StayTermFacts } from '#domain/stay/clock-of-stay.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import { addHours, atTime, dayOf, type Instant } from '#domain/time/instant.ts'
import {
  COURT_SINCE_07_2025,
  leaving,
  liveThrough,
  STANDING_DAYS,
  timeText,
  type AwayStanding,
  type Happening,
  type InventedStay,
  type PresentStanding,
} from './invented-happenings.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface StayRequest {
  kind: 'compulsory' | 'voluntary' | 'women'
  /** Day of reception. */
  on: Day
  birthOn: Day
  ordinal: number
  asOf: Instant
  /** A number of its own, for papers. */
  paper: number
}

const COURT_BEFORE = 'Tòa án nhân dân huyện Cao Lộc'
const LAST_RELEASE_TIME = '08:30'

/** Invents a stay that begins on a day and goes on until its clock, or something else, ends it. */
export function inventStay(random: SeededRandom, request: StayRequest): InventedStay {
  const stay = beginStay(random, request, random.chance(0.2))
  const planned = endOfClock(stay)
  if (planned === null) throw new Error('an invented stay has no end')
  const cut = random.chance(0.07)
    ? addDays(request.on, random.whole(40, Math.max(41, daysBetween(request.on, planned) - 20)))
    : null
  const until = cut !== null && cut < planned ? cut : planned
  liveThrough(random, stay, addDays(until, -12))
  if (cut !== null && cut < planned) return endEarly(random, stay, request, cut)
  const end = endOfClock(stay) ?? planned
  return endStay(stay, request, atTime(end, LAST_RELEASE_TIME), {
    kind: 'released',
    facts: { paper: `${request.paper}/GXN-CSCN` },
  })
}

/** Invents a stay of somebody present, standing as asked; who came too lately to be out is inside. */
export function inventPresentStay(
  random: SeededRandom,
  request: StayRequest,
  standing: PresentStanding,
): InventedStay {
  if (standing === 'held') return standHeld(random, request)
  if (standing === 'arriving') {
    const arrival = beginStay(random, { ...request, on: dayOf(request.asOf) }, false)
    const [received] = arrival.happenings
    arrival.happenings = received
      ? [{ ...received, at: addHours(request.asOf, -random.whole(10, 90) / 60) }]
      : []
    return arrival
  }
  const stay = beginLasting(random, request)
  const leftAt = standing === 'inside' ? null : leavingTime(random, stay, request, standing)
  liveUntilNow(random, stay, request, leftAt)
  if (leftAt !== null && standing !== 'inside')
    stay.happenings.push(leaving(random, stay.terms.initialTrack === 'voluntary', standing, leftAt))
  return stay
}

/** Invents a stay of somebody on the roll but away; null for one who came too lately to have gone. */
export function inventAwayStay(
  random: SeededRandom,
  request: StayRequest,
  standing: AwayStanding,
): InventedStay | null {
  const stay = beginLasting(random, request)
  const leftAt = leavingTime(random, stay, request, standing)
  if (leftAt === null) return null
  liveUntilNow(random, stay, request, leftAt)
  stay.happenings.push(leaving(random, stay.terms.initialTrack === 'voluntary', standing, leftAt))
  return stay
}

/** Begins a stay whose term has not run out yet, on the day asked for or as soon after it as need be. */
function beginLasting(random: SeededRandom, request: StayRequest): InventedStay {
  const today = dayOf(request.asOf)
  for (let on = request.on; ; on = addDays(on, 15)) {
    const day = on < today ? on : addDays(today, -1)
    const stay = beginStay(random, { ...request, on: day }, random.chance(0.15))
    const end = endOfClock(stay)
    if (end !== null && end > today) return stay
  }
}

/** When somebody left who is still out; null when that would be before they settled in. */
function leavingTime(
  random: SeededRandom,
  stay: InventedStay,
  { asOf }: StayRequest,
  standing: keyof typeof STANDING_DAYS,
): Instant | null {
  const [least, most] = STANDING_DAYS[standing]
  const at = addHours(asOf, -24 * random.whole(least, most) - random.whole(1, 9))
  const settledAt = stay.happenings.at(-1)?.at ?? asOf
  return addHours(settledAt, 24) < at ? at : null
}

function liveUntilNow(
  random: SeededRandom,
  stay: InventedStay,
  request: StayRequest,
  leftAt: Instant | null,
): void {
  liveThrough(random, stay, addDays(dayOf(leftAt ?? request.asOf), -2))
  stay.happenings = stay.happenings.filter(({ at }) => at <= request.asOf)
}

function beginStay(random: SeededRandom, request: StayRequest, viaHeld: boolean): InventedStay {
  const { kind, on, ordinal, birthOn, paper } = request
  const isVoluntary = kind === 'voluntary' || (kind === 'women' && random.chance(0.25))
  const track = isVoluntary ? 'voluntary' : 'compulsory'
  const receivedAt = atTime(on, timeText(random, 8, 15))
  const happenings: Happening[] = [
    {
      at: receivedAt,
      act: {
        kind: 'received',
        facts: isVoluntary ? { how: 'walk-in' } : { how: 'escort', from: 'Công an cấp xã' },
      },
    },
  ]
  if (viaHeld && !isVoluntary) {
    const decidedOn = addDays(on, random.whole(6, 12))
    const regime = termRegime(decidedOn)
    const months = monthsFor(random, regime, track, ordinal)
    const decision = decisionOf(track, decidedOn, paper)
    const startOn = addDays(decidedOn, 1)
    happenings.push(
      { at: addHours(receivedAt, 1), bed: 'held' },
      {
        at: atTime(startOn, '09:00'),
        act: {
          kind: 'track-changed',
          facts: { track, decision: { ...decision, on: decidedOn }, startOn, termMonths: months },
        },
      },
      { at: atTime(startOn, '10:00'), bed: 'home' },
    )
    const terms: StayTermFacts = {
      initialTrack: 'held',
      termRegime: null,
      decisionOn: null,
      startOn: null,
      termMonths: null,
      ordinal,
      heldFrom: on,
      birthOn,
    }
    return { terms, decision: null, dossierOn: on, happenings, endedAt: null }
  }
  const decidedOn = isVoluntary ? on : addDays(on, -random.whole(1, 9))
  const regime = termRegime(decidedOn)
  const terms: StayTermFacts = {
    initialTrack: track,
    termRegime: regime,
    decisionOn: decidedOn,
    startOn: on,
    termMonths: monthsFor(random, regime, track, ordinal),
    ordinal,
    heldFrom: null,
    birthOn,
  }
  const bedAt = addHours(receivedAt, 1)
  if (random.chance(0.6)) {
    happenings.push(
      { at: bedAt, bed: 'detox' },
      { at: atTime(addDays(on, random.whole(10, 16)), '08:10'), bed: 'home' },
    )
  } else {
    happenings.push({ at: bedAt, bed: 'home' })
  }
  return {
    terms,
    decision: decisionOf(track, decidedOn, paper),
    dossierOn: on,
    happenings,
    endedAt: null,
  }
}

function standHeld(random: SeededRandom, request: StayRequest): InventedStay {
  const on = addDays(dayOf(request.asOf), -random.whole(1, 8))
  const receivedAt = atTime(on, timeText(random, 8, 15))
  const terms: StayTermFacts = {
    initialTrack: 'held',
    termRegime: null,
    decisionOn: null,
    startOn: null,
    termMonths: null,
    ordinal: request.ordinal,
    heldFrom: on,
    birthOn: request.birthOn,
  }
  const happenings: Happening[] = [
    { at: receivedAt, act: { kind: 'received', facts: { how: 'escort', from: 'Công an cấp xã' } } },
    { at: addHours(receivedAt, 1), bed: 'held' },
  ]
  return { terms, decision: null, dossierOn: on, happenings, endedAt: null }
}

/** Months within the law: the court's choice under R73, fixed by the ordinal under R120 (TERM-01 to TERM-05). */
function monthsFor(random: SeededRandom, regime: 'R73' | 'R120', track: string, ordinal: number): number {
  if (regime === 'R120') return ordinal === 1 ? 24 : 36
  if (track === 'voluntary')
    return random.weighted([
      [6, 50],
      [9, 20],
      [12, 30],
    ])
  return random.weighted([
    [12, 55],
    [15, 20],
    [18, 15],
    [24, 10],
  ])
}

function decisionOf(track: string, on: Day, paper: number) {
  const number = (paper % 900) + 1
  if (track === 'voluntary') return { number: `${number}/QĐ-CSCN`, issuer: 'Trưởng cơ sở cai nghiện' }
  return {
    number: `${number}/${on.slice(0, 4)}/QĐ-TA`,
    issuer: on < '2025-07-01' ? COURT_BEFORE : COURT_SINCE_07_2025,
  }
}

function endEarly(random: SeededRandom, stay: InventedStay, request: StayRequest, on: Day): InventedStay {
  const at = atTime(on, timeText(random, 8, 15))
  const isVoluntary = stay.terms.initialTrack === 'voluntary'
  const kinds = ['transferred-out', 'died', isVoluntary ? 'left-on-own-will' : 'to-prison'] as const
  const kind = random.weighted([
    [kinds[0], 35],
    [kinds[1], 8],
    [kinds[2], 57],
  ])
  switch (kind) {
    case 'transferred-out':
      return endStay(stay, request, at, { kind, facts: { to: 'Cơ sở cai nghiện ma túy tỉnh Cao Bằng' } })
    case 'died':
      return endStay(stay, request, at, {
        kind,
        facts: { cause: 'Bệnh lý', where: 'Bệnh viện đa khoa tỉnh Lạng Sơn' },
      })
    case 'left-on-own-will':
      return endStay(stay, request, at, { kind, facts: {} })
    case 'to-prison': {
      // Luật 120/2025 interrupts the stay for prison; only the older terms end by it (TERM-14).
      if (on >= '2026-07-01')
        return endStay(stay, request, at, {
          kind: 'transferred-out',
          facts: { to: 'Cơ sở cai nghiện ma túy số 2' },
        })
      return endStay(stay, request, at, { kind, facts: { note: 'Chấp hành án phạt tù' } })
    }
  }
}

/** Ends the stay at a moment when it has come; otherwise it lasts, with what has happened by now. */
function endStay(stay: InventedStay, request: StayRequest, at: Instant, act: CustodyAct): InventedStay {
  if (at > request.asOf) {
    stay.happenings = stay.happenings.filter((happening) => happening.at <= request.asOf)
    return stay
  }
  stay.happenings = stay.happenings.filter((happening) => happening.at < at)
  stay.happenings.push({ at, act })
  stay.endedAt = at
  return stay
}

/** The last day of the term by the stay clock. */
function endOfClock(stay: InventedStay): Day | null {
  const events = stay.happenings.flatMap((happening, seq): CustodyEvent[] =>
    'act' in happening
      ? [{ ...happening.act, id: String(seq), stayId: '', seq, at: happening.at, recordedAt: happening.at }]
      : [],
  )
  return clockOfStay(stay.terms, events, shippedRules()).endOn
}
