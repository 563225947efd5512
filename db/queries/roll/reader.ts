import { stateAt } from '#domain/custody/custody-span.ts'
import {
  addToRollBreakdown,
  emptyRollBreakdown,
  rollKeyOf,
  type RollBreakdown,
} from '#domain/roll/roll-count.ts'
import { dayOf, instantFromMs, instantMs, startOfDay, type Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { bedFinder, findStayFacts, listCustodyEvents } from '../custody/reader.ts'
import { deriveStay } from '../custody/derive-stay.ts'
import { censusAtStartOf } from './census.ts'

const staysWithEventsBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select('stay_id')
    .distinct()
    .where('at', '>=', p.from)
    .where('at', '<=', p.to),
)

/**
 * The roll at any instant, as known now: the census with which the day began, then the stays that something
 * happened to between midnight and the instant, replayed.
 */
export function rollAt(db: ReadDb, at: Instant): RollBreakdown {
  const day = dayOf(at)
  const breakdown = emptyRollBreakdown()
  for (const { key, total } of censusAtStartOf(db, day)) addToRollBreakdown(breakdown, key, total)
  const midnight = startOfDay(day)
  const before = instantFromMs(instantMs(midnight) - 1)
  const findBed = bedFinder(db)
  for (const { stay_id: stayId } of staysWithEventsBetween.all(db, { from: midnight, to: at })) {
    const facts = findStayFacts(db, stayId)
    if (!facts) continue
    const context = { sex: facts.sex, zoneOfBed: (bedId: string) => findBed(bedId)?.zoneId ?? null }
    const { timeline } = deriveStay(facts, listCustodyEvents(db, stayId), findBed)
    const old = rollKeyOf(stateAt(timeline, before), context)
    const now = rollKeyOf(stateAt(timeline, at), context)
    if (old) addToRollBreakdown(breakdown, old, -1)
    if (now) addToRollBreakdown(breakdown, now, 1)
  }
  return breakdown
}
