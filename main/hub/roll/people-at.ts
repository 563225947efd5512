import type { ReadDb } from '#db/connection/handles.ts'
import { bedFinder, findStayFacts, listCustodyEvents, type StayFacts } from '#db/queries/custody/reader.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import { staysOnRollAt } from '#db/queries/roll/people.ts'
import type { RollPerson, RollWord } from '#domain/contract/roll.ts'
import { stateAt, type CustodySpan } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import type { Sex } from '#domain/people/sex.ts'
import { addToRollCount, emptyRollCount, rollKeyOf, type RollKey } from '#domain/roll/roll-count.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Instant } from '#domain/time/instant.ts'
import { OUT_KINDS } from '#domain/custody/event-kinds.ts'
import type { NameCursor } from '../placement/name-cursor.ts'

/** Which people of the roll are asked for. */
export interface RollFilter {
  word: RollWord
  /** `none` = without a zone; null = all. */
  zoneId: string | null
  track: Track | null
  sex: Sex | null
}

/** True when someone counted under the key is one of those the word counts. */
function isCounted(key: RollKey, word: RollWord): boolean {
  const one = emptyRollCount()
  addToRollCount(one, key, 1)
  if (word === 'out') return OUT_KINDS.some((kind) => one.out[kind] > 0)
  const kind = OUT_KINDS.find((known) => word === `out:${known}`)
  if (kind) return one.out[kind] > 0
  return one[word as Exclude<RollWord, 'out' | `out:${string}`>] > 0
}

function matches(key: RollKey, filter: RollFilter): boolean {
  if (filter.track !== null && key.track !== filter.track) return false
  if (filter.sex !== null && key.sex !== filter.sex) return false
  if (filter.zoneId !== null && (key.zoneId ?? 'none') !== filter.zoneId) return false
  return isCounted(key, filter.word)
}

/** The people behind a number of the roll at an instant, by name: each line replayed, exactly as it was counted. */
export function peopleAt(
  db: ReadDb,
  at: Instant,
  filter: RollFilter,
  page: { after: NameCursor; limit: number },
): { people: RollPerson[]; next: NameCursor | null } {
  const findBed = bedFinder(db)
  const zoneNames = new Map<string, string>()
  const people: RollPerson[] = []
  let last: NameCursor | null = null
  for (const { stayId, sortKey } of staysOnRollAt(db, at, page.after)) {
    const facts = findStayFacts(db, stayId)
    if (!facts || facts.isCancelled) continue
    const { timeline } = replayCustody(listCustodyEvents(db, stayId), { initialTrack: facts.initialTrack })
    const span = stateAt(timeline, at)
    const key = rollKeyOf(span, {
      sex: facts.sex,
      zoneOfBed: (bedId) => findBed(bedId)?.zoneId ?? null,
    })
    if (!span || !key || !matches(key, filter)) continue
    if (people.length === page.limit) return { people, next: last }
    const bedCode = span.bedId === null ? null : (findBed(span.bedId)?.code ?? null)
    people.push(personLine(facts, span, { zoneName: zoneName(db, zoneNames, key.zoneId), bedCode }))
    last = { key: sortKey, stay: stayId }
  }
  return { people, next: null }
}

function zoneName(db: ReadDb, known: Map<string, string>, zoneId: string | null): string | null {
  if (zoneId === null) return null
  const name = known.get(zoneId) ?? findPlace(db, zoneId)?.name ?? zoneId
  known.set(zoneId, name)
  return name
}

function personLine(
  facts: StayFacts,
  span: CustodySpan,
  place: { zoneName: string | null; bedCode: string | null },
): RollPerson {
  return {
    stayId: facts.stayId,
    personId: facts.personId,
    name: facts.name,
    birthOn: facts.birthOn,
    birthPrecision: facts.birthPrecision,
    sex: facts.sex,
    track: span.track,
    state: span.state,
    outKind: span.outKind,
    isSuspended: span.suspended,
    outUntil: span.outUntil,
    sinceAt: span.since,
    ...place,
  }
}
