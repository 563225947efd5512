import fc from 'fast-check'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { positionOf } from '#domain/custody/custody-span.ts'
import { OUT_KINDS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { possibleEvents } from '#domain/custody/transitions.ts'
import { TRACKS } from '#domain/stay/track.ts'
import { instantFromMs } from '#domain/time/instant.ts'

const FIRST_MS = Date.UTC(2025, 11, 31, 16, 59, 59, 999)
const DECISION = { number: '12/QĐ-TA', on: '2026-01-05', issuer: 'Tòa án nhân dân khu vực 2' }
const RANDOM_BEDS = ['bed-1', 'bed-2', 'bed-3', 'bed-4'] as const

/** Facts for an event of any kind; `choice` picks among the variants. */
export function randomAct(kind: CustodyEventKind, choice: number): CustodyAct {
  const bedId = RANDOM_BEDS[choice % RANDOM_BEDS.length] ?? 'bed-1'
  switch (kind) {
    case 'received':
      return { kind, facts: { how: 'escort' } }
    case 'transferred-in':
      return { kind, facts: { from: 'Cơ sở cai nghiện số 2' } }
    case 'placed':
    case 'moved':
      return { kind, facts: { bedId } }
    case 'swapped':
      return { kind, facts: { bedId, withStayId: 'another-stay' } }
    case 'unplaced':
      return { kind, facts: { reason: 'Sửa phòng' } }
    case 'left':
      return { kind, facts: { outKind: OUT_KINDS[choice % OUT_KINDS.length] ?? 'other' } }
    case 'escaped':
      return { kind, facts: { manner: 'single' } }
    case 'suspended':
      return { kind, facts: { decision: DECISION } }
    case 'track-changed':
      return { kind, facts: { track: TRACKS[choice % TRACKS.length] ?? 'held' } }
    case 'term-changed':
      return { kind, facts: { months: -2, reason: 'reduced' } }
    case 'transferred-out':
      return { kind, facts: { to: 'Cơ sở cai nghiện số 3' } }
    case 'corrected':
      return { kind, facts: { cancels: `event-${choice % 12}`, why: 'Ghi nhầm người' } }
    case 'returned':
    case 'recovered':
    case 'resumed':
    case 'interrupted':
    case 'continued':
    case 'released':
    case 'exempted':
    case 'left-on-own-will':
    case 'to-social-protection':
    case 'to-prison':
    case 'died':
      return { kind, facts: {} }
  }
}

interface Step {
  pick: number
  choice: number
  waitMs: number
}

const step = fc.record({
  pick: fc.nat(1000),
  choice: fc.nat(1000),
  waitMs: fc.oneof(fc.constantFrom(1, 60_000, 86_400_000), fc.integer({ min: 1, max: 20 * 86_400_000 })),
})

function eventOf(act: CustodyAct, index: number, ms: number): CustodyEvent {
  const at = instantFromMs(ms)
  return { ...act, id: `event-${index}`, stayId: 'stay', seq: index, at, recordedAt: at }
}

function walk(steps: readonly Step[]): CustodyEvent[] {
  const events: CustodyEvent[] = []
  let ms = FIRST_MS
  for (const { pick, choice, waitMs } of steps) {
    const { current } = replayCustody(events, { initialTrack: 'held' })
    const kinds = possibleEvents(positionOf(current), (current?.bedId ?? null) !== null)
    const kind = kinds[pick % kinds.length]
    if (kind === undefined) break
    ms += waitMs
    const next = [...events, eventOf(randomAct(kind, choice), events.length, ms)]
    if (replayCustody(next, { initialTrack: 'held' }).problems.length === 0) events.push(...next.slice(-1))
  }
  return events
}

/** Histories of one stay in which every event was possible, at distinct moments, in the order recorded. */
export const possibleHistory = fc.array(step, { maxLength: 25 }).map(walk)

/** Histories of any events whatever at any moments, several at the same one among them. */
export function anyHistory(kinds: readonly CustodyEventKind[]) {
  const anyEvent = fc.record({ kind: fc.constantFrom(...kinds), choice: fc.nat(1000), hour: fc.nat(200) })
  return fc
    .array(anyEvent, { maxLength: 25 })
    .map((list) =>
      list.map(({ kind, choice, hour }, index) =>
        eventOf(randomAct(kind, choice), index, FIRST_MS + hour * 3_600_000),
      ),
    )
}
