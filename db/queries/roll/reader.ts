import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { stateAt } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import {
  addToRollBreakdown,
  emptyRollBreakdown,
  rollKeyOf,
  type RollBreakdown,
} from '#domain/roll/roll-count.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, endOfDay, instantFromMs, instantMs, startOfDay, type Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { bedFinder, toCustodyEvent } from '../custody/reader.ts'
import { censusAtStartOf } from './census.ts'

const countBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('at', '>=', p.from)
    .where('at', '<=', p.to),
)

/** Every event of the stays that something happened to in a stretch of time, stay by stay. */
const linesTouchedBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .with('touched', (cte) =>
      cte
        .selectFrom('custody_event')
        .select('stay_id')
        .distinct()
        .where('at', '>=', p.from)
        .where('at', '<=', p.to),
    )
    .selectFrom('touched')
    .innerJoin('stay', 'stay.id', 'touched.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .innerJoin('custody_event', 'custody_event.stay_id', 'touched.stay_id')
    .select([
      'custody_event.seq',
      'custody_event.id',
      'custody_event.stay_id',
      'custody_event.at',
      'custody_event.recorded_at',
      'custody_event.kind',
      'custody_event.facts',
      'stay.initial_track',
      'person.sex',
    ])
    .where('stay.cancelled_at', 'is', null),
)

/**
 * The roll at any instant, as known now: the census at the nearer end of its day, corrected by the stays that
 * something happened to between then and the instant, replayed. For the roll of this minute that is nobody.
 */
export function rollAt(db: ReadDb, at: Instant): RollBreakdown {
  const day = dayOf(at)
  const midnight = startOfDay(day)
  const just = instantFromMs(instantMs(at) + 1)
  const lastMoment = instantFromMs(instantMs(endOfDay(day)) - 1)
  const count = (from: Instant, to: Instant) => Number(countBetween.get(db, { from, to })?.count ?? 0)
  return count(midnight, at) <= count(just, lastMoment)
    ? correctedCensus(db, day, { from: midnight, to: at }, instantFromMs(instantMs(midnight) - 1), at)
    : correctedCensus(db, addDays(day, 1), { from: just, to: lastMoment }, lastMoment, at)
}

/** The census with which `day` begins, with the stays touched in `stretch` moved from their state at `counted` to that at `at`. */
function correctedCensus(
  db: ReadDb,
  day: string,
  stretch: { from: Instant; to: Instant },
  counted: Instant,
  at: Instant,
): RollBreakdown {
  const breakdown = emptyRollBreakdown()
  for (const { key, total } of censusAtStartOf(db, day)) addToRollBreakdown(breakdown, key, total)
  const findBed = bedFinder(db)
  const zoneOfBed = (bedId: string) => findBed(bedId)?.zoneId ?? null
  for (const line of groupByStay(linesTouchedBetween.all(db, stretch))) {
    const [first] = line
    if (!first) continue
    const { timeline } = replayCustody(line.map(toCustodyEvent), { initialTrack: first.initial_track })
    const context = { sex: first.sex, zoneOfBed }
    const before = rollKeyOf(stateAt(timeline, counted), context)
    const then = rollKeyOf(stateAt(timeline, at), context)
    if (before) addToRollBreakdown(breakdown, before, -1)
    if (then) addToRollBreakdown(breakdown, then, 1)
  }
  return breakdown
}

type LineRow = ReturnType<typeof linesTouchedBetween.all>[number]

function groupByStay(rows: readonly LineRow[]): Iterable<LineRow[]> {
  return Map.groupBy(rows, (row: LineRow): CustodyEvent['stayId'] => row.stay_id).values()
}
