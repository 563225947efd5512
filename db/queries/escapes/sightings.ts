import { SESSION_KIND_LABELS } from '#domain/care/sessions.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { lastSightings, type Sighting } from '#domain/incidents/last-sightings.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { actorNames } from '../audit/reader.ts'

/** So many counts back, a room that never came out even says nothing any more. */
const COUNTS_BACK = 12

type Seen = { stay: string; before: string }

const countsOfRoom = prepared<{ room: string; before: string; limit: number }>()((p) =>
  qb
    .selectFrom('head_count_room as seen')
    .innerJoin('place', 'place.id', 'seen.room_id')
    .select([
      'seen.head_count_id',
      'seen.room_id',
      'seen.counted',
      'seen.expected',
      'seen.counted_at',
      'seen.counted_by',
      'place.full_code',
    ])
    .where('seen.room_id', '=', p.room)
    .where('seen.counted_at', '<=', p.before)
    .orderBy('seen.counted_at', 'desc')
    .limit(p.limit),
)

const missingIn = prepared<{ count: string; room: string }>()((p) =>
  qb
    .selectFrom('head_count_variance')
    .select('stay_id')
    .where('head_count_id', '=', p.count)
    .where('room_id', '=', p.room)
    .where('direction', '=', 'missing')
    .where('withdrawn_at', 'is', null),
)

const lastSession = prepared<Seen>()((p) =>
  qb
    .selectFrom('care_attendance')
    .innerJoin('care_session', 'care_session.id', 'care_attendance.session_id')
    .select([
      'care_session.kind',
      'care_session.topic',
      'care_session.place',
      'care_session.leader',
      'care_session.starts_at',
    ])
    .where('care_attendance.stay_id', '=', p.stay)
    .where('care_attendance.mark', '=', 'present')
    .where('care_session.cancelled_at', 'is', null)
    .where('care_session.starts_at', '<=', p.before)
    .orderBy('care_session.starts_at', 'desc')
    .limit(1),
)

const lastVisit = prepared<Seen & { person: string }>()((p) =>
  qb
    .selectFrom('visit')
    .innerJoin('visit_room', 'visit_room.id', 'visit.room_id')
    .select(['visit.started_at', 'visit.started_by', 'visit_room.name'])
    .where('visit.person_id', '=', p.person)
    .where('visit.stay_id', '=', p.stay)
    .where('visit.state', 'in', ['running', 'ended'])
    .where('visit.started_at', '<=', p.before)
    .orderBy('visit.on_day', 'desc')
    .orderBy('visit.started_at', 'desc')
    .limit(1),
)

const lastCall = prepared<Seen & { person: string }>()((p) =>
  qb
    .selectFrom('phone_call')
    .select(['made_at', 'watched_by', 'callee'])
    .where('person_id', '=', p.person)
    .where('stay_id', '=', p.stay)
    .where('state', '=', 'made')
    .where('made_at', '<=', p.before)
    .orderBy('on_day', 'desc')
    .orderBy('made_at', 'desc')
    .limit(1),
)

const lastExam = prepared<Seen>()((p) =>
  qb
    .selectFrom('exam')
    .select(['at', 'recorded_by'])
    .where('stay_id', '=', p.stay)
    .where('at', '<=', p.before)
    .orderBy('at', 'desc')
    .limit(1),
)

const lastCanteen = prepared<Seen>()((p) =>
  qb
    .selectFrom('ledger_move')
    .select(['at', 'recorded_by'])
    .where('stay_id', '=', p.stay)
    .where('kind', '=', 'canteen')
    .where('at', '<=', p.before)
    .orderBy('seq', 'desc')
    .limit(1),
)

const lastEvent = prepared<Seen>()((p) =>
  qb
    .selectFrom('custody_event as event')
    .leftJoin('place', 'place.id', 'event.bed_id')
    .leftJoin('custody_event as correction', (join) =>
      join.onRef('correction.stay_id', '=', 'event.stay_id').onRef('correction.cancels', '=', 'event.id'),
    )
    .select(['event.kind', 'event.at', 'event.recorded_by', 'place.full_code'])
    .where('event.stay_id', '=', p.stay)
    .where('event.at', '<=', p.before)
    .where('event.kind', 'in', [
      'received',
      'transferred-in',
      'placed',
      'moved',
      'swapped',
      'returned',
      'resumed',
      'recovered',
      'left',
    ])
    .where('correction.id', 'is', null)
    .orderBy('event.at', 'desc')
    .orderBy('event.seq', 'desc')
    .limit(1),
)

/** The last count at which somebody was surely in the room: the roll had them there and nobody unnamed was missing. */
function lastCount(db: ReadDb, stayId: string, roomId: string, before: Instant): Sighting | null {
  for (const row of countsOfRoom.all(db, { room: roomId, before, limit: COUNTS_BACK })) {
    const expected = JSON.parse(row.expected) as string[]
    if (row.counted === null || !expected.includes(stayId)) continue
    const missing = missingIn.all(db, { count: row.head_count_id, room: row.room_id })
    const isNamed = missing.some((line) => line.stay_id === stayId)
    if (isNamed || row.counted + missing.length < expected.length) continue
    return { kind: 'head-count', at: row.counted_at, what: `phòng ${row.full_code}`, by: row.counted_by }
  }
  return null
}

/**
 * When the record saw somebody last on each occasion, up to a moment: counts of `roomId` (the room of the roll; null
 * for none), sessions attended, visits, calls, exams, the canteen, and what was written into the line. The newest first.
 */
export function findSightings(
  db: ReadDb,
  {
    stayId,
    personId,
    roomId,
    before,
  }: { stayId: string; personId: string; roomId: string | null; before: Instant },
): Sighting[] {
  const found: Sighting[] = []
  const seen = { stay: stayId, before }
  const count = roomId === null ? null : lastCount(db, stayId, roomId, before)
  if (count) found.push(count)
  const session = lastSession.get(db, seen)
  if (session) {
    const { kind, topic, place, leader, starts_at: at } = session
    const where = place === null ? '' : `, ${place}`
    const what = `${SESSION_KIND_LABELS[kind].toLocaleLowerCase('vi')} “${topic}”${where}`
    found.push({ kind: 'session', at, what, by: leader })
  }
  const visit = lastVisit.get(db, { ...seen, person: personId })
  if (visit?.started_at)
    found.push({ kind: 'visit', at: visit.started_at, what: visit.name, by: visit.started_by })
  const call = lastCall.get(db, { ...seen, person: personId })
  if (call?.made_at)
    found.push({ kind: 'call', at: call.made_at, what: `gọi ${call.callee}`, by: call.watched_by })
  const exam = lastExam.get(db, seen)
  if (exam) found.push({ kind: 'exam', at: exam.at, what: 'tổ y tế', by: exam.recorded_by })
  const bought = lastCanteen.get(db, seen)
  if (bought) found.push({ kind: 'canteen', at: bought.at, what: 'căng tin', by: bought.recorded_by })
  const event = lastEvent.get(db, seen)
  if (event) {
    const bed = event.full_code === null ? '' : `, giường ${event.full_code}`
    const what = `${CUSTODY_EVENT_LABELS[event.kind].toLocaleLowerCase('vi')}${bed}`
    found.push({ kind: 'custody', at: event.at, what, by: event.recorded_by })
  }
  const last = lastSightings(found, before)
  const names = actorNames(db, [...new Set(last.flatMap(({ by }) => by ?? []))])
  return last.map((one) => ({ ...one, by: one.by === null ? null : (names.get(one.by) ?? one.by) }))
}
