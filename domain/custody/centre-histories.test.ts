import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory, possibleHistory } from '#tests/random-custody-history.ts'
import { instantFromMs, type Instant } from '../time/instant.ts'
import { bedHoldings, checkBedHoldings, type NamedHolding } from './bed-holding.ts'
import type { CustodyEvent } from './custody-event.ts'
import { countingWords, type CustodySpan } from './custody-span.ts'
import { replayCustody } from './replay.ts'

/** What a stay has come to, event by event, told without the timeline: the plainest reading of the record. */
interface Standing {
  place: 'nowhere' | 'centre' | 'outside' | 'gone'
  bedId: string | null
}

const GONE = new Set<CustodyEvent['kind']>([
  'released',
  'exempted',
  'left-on-own-will',
  'to-social-protection',
  'to-prison',
  'died',
  'transferred-out',
])

function standingAt(events: readonly CustodyEvent[], at: Instant): Standing {
  const cancelled = new Set(events.flatMap((one) => (one.kind === 'corrected' ? [one.facts.cancels] : [])))
  let standing: Standing = { place: 'nowhere', bedId: null }
  for (const event of events) {
    if (event.at > at || cancelled.has(event.id) || event.kind === 'corrected') continue
    standing = after(standing, event)
  }
  return standing
}

function after({ place, bedId }: Standing, event: CustodyEvent): Standing {
  switch (event.kind) {
    case 'received':
    case 'transferred-in':
    case 'recovered':
    case 'resumed':
    case 'continued':
      return { place: 'centre', bedId: null }
    case 'placed':
    case 'moved':
    case 'swapped':
      return { place, bedId: event.facts.bedId }
    case 'unplaced':
      return { place, bedId: null }
    case 'left':
      return { place: 'outside', bedId }
    case 'returned':
      return { place: 'centre', bedId }
    case 'escaped':
    case 'suspended':
    case 'interrupted':
      return { place: 'gone', bedId: null }
    case 'track-changed':
    case 'term-changed':
      return { place, bedId }
    default:
      return GONE.has(event.kind) ? { place: 'gone', bedId: null } : { place, bedId }
  }
}

const CAME_AT = '2025-12-01T00:00:00.000Z'

interface Stay {
  id: string
  events: CustodyEvent[]
  timeline: readonly CustodySpan[]
}

const timelineOf = (events: readonly CustodyEvent[]) => replayCustody(events, { initialTrack: 'held' })

/** Takes the events of several people, in the order in which they are told; what the beds forbid is refused. */
function fill(histories: readonly (readonly CustodyEvent[])[], rank: (at: Instant) => number): Stay[] {
  const stays = histories.map((_, index): Stay => ({ id: `stay-${index}`, events: [], timeline: [] }))
  const told = histories
    .flatMap((events, index) => events.map((event) => ({ event, stay: stays[index], rank: rank(event.at) })))
    .toSorted((a, b) => a.rank - b.rank)
  for (const { event, stay } of told) {
    if (!stay) continue
    const next = [...stay.events, event].toSorted(
      (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq,
    )
    const { timeline, problems } = timelineOf(next)
    const others = stays.filter((other) => other !== stay).flatMap(heldBy)
    if (problems.length > 0 || checkBedHoldings(bedHoldings(timeline), others).length > 0) continue
    stay.events = next
    stay.timeline = timeline
  }
  return stays
}

function heldBy({ id, timeline }: Stay): NamedHolding[] {
  return bedHoldings(timeline).map((one) => ({ ...one, stayId: id, personName: id, bedCode: one.bedId }))
}

/** The moments at which anything changes, and those just before. */
function edges(stays: readonly Stay[]): Instant[] {
  const moments = stays.flatMap(({ events }) => events.map(({ at }) => at))
  return [...new Set(moments.flatMap((at) => [at, instantFromMs(Date.parse(at) - 1)]))]
}

/** What is wrong at a moment, told in words; nothing when everybody is in one place and each bed holds one. */
function wrongAt(stays: readonly Stay[], at: Instant): string[] {
  const beds = new Set<string>()
  return stays.flatMap(({ id, events, timeline }) => {
    const spans = timeline.filter(({ from, to }) => from <= at && (to === null || at < to))
    const { place, bedId } = standingAt(events, at)
    if (place === 'nowhere') return spans.length === 0 ? [] : [`${id} is somewhere before coming, ${at}`]
    const [span, second] = spans
    if (!span || second) return [`${id} is in ${spans.length} places, ${at}`]
    const { present, inZone } = countingWords(span)
    const shared = span.bedId !== null && beds.has(span.bedId)
    if (span.bedId !== null) beds.add(span.bedId)
    return [
      ...(inZone === (place === 'centre') ? [] : [`${id} is counted inside: ${inZone}, ${at}`]),
      ...(present === (place === 'centre' || place === 'outside')
        ? []
        : [`${id} present: ${present}, ${at}`]),
      ...(span.bedId === bedId ? [] : [`${id} lies in ${span.bedId}, the record says ${bedId}, ${at}`]),
      ...(shared ? [`${span.bedId} holds two, ${at}`] : []),
    ]
  })
}

test('nobody is in two places, in two beds or in none while present, and no bed holds two, at any moment', () => {
  // Everything that can happen, and many changes of beds within a few days.
  const crowded = anyHistory(['placed', 'moved', 'unplaced', 'left', 'returned', 'escaped']).map((events) =>
    events.map((event, index): CustodyEvent =>
      index > 0 ? event : { ...event, kind: 'received', facts: { how: 'escort' }, at: CAME_AT },
    ),
  )
  const centre = fc.array(fc.oneof(possibleHistory, crowded), { minLength: 2, maxLength: 3 })
  fc.assert(
    fc.property(centre, fc.nat(2), fc.infiniteStream(fc.nat(40)), (histories, lateness, days) => {
      // Told as it happens, up to forty days late, or one person after another.
      const late = () => (days.next().value ?? 0) * 86_400_000
      const ranks = [Date.parse, (at: Instant) => Date.parse(at) + late(), () => 0]
      const stays = fill(histories, ranks[lateness] ?? Date.parse)
      expect(edges(stays).flatMap((at) => wrongAt(stays, at))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
