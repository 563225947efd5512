import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { ContactRestrictionTable } from '#db/schema/contact-restriction.ts'
import type { ContrabandFindTable } from '#db/schema/contraband-find.ts'
import type { VisitGuestTable } from '#db/schema/visit-guest.ts'
import type { VisitRoomTable } from '#db/schema/visit-room.ts'
import type { VisitTable } from '#db/schema/visit.ts'
import type { VisitorTable } from '#db/schema/visitor.ts'
import type { VisitorTieTable } from '#db/schema/visitor-tie.ts'
import { weekOf } from '#domain/contacts/limit.ts'
import { addDays, dayNumber, type Day } from '#domain/time/day.ts'
import { atTime, dayOf, instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { fillContacts, type InTouch } from './seed-contacts.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Ids grow in blocks of their own, past those of people and before those of money. */
const FIRST_ID_BLOCK = 42_000
const IDS_PER_BLOCK = 50_000
/** Of a hundred people, so many are visited. */
const VISITED_SHARE = 0.6
/** People up to whom a year of visits is written; beyond it only the last ones. */
const SMALL_CENTRE = 2000
const HISTORY_DAYS = 365
const FIRST_DAYS = 15
const MINUTES = 45
const RESTRICTED = 3
const TIMES = ['07:30', '08:20', '09:10', '10:00', '13:30', '14:20', '15:10', '16:00'] as const
const ROOMS = [
  { name: 'Phòng thăm gặp 1', capacity: 6 },
  { name: 'Phòng thăm gặp 2', capacity: 6 },
  { name: 'Phòng có vách kính', capacity: 2 },
] as const

/** Somebody on the roll with one relative who comes. */
interface Visited extends InTouch {
  receivedOn: Day
  visitorId: string
}

interface Rows {
  visitors: Insertable<VisitorTable>[]
  ties: Insertable<VisitorTieTable>[]
  visits: Insertable<VisitTable>[]
  guests: Insertable<VisitGuestTable>[]
}

/** Writes rooms, visitors, a year of visits, those of this moment and restrictions. Needs the states of the stays. */
export function fillVisits(db: WriteDb, plan: SeedPlan, now: Instant): void {
  const random = new SeededRandom(plan.seed, 'visits')
  const by = recorderKey(plan, 'khu')
  const newId = growingIds(random)
  const rooms: Insertable<VisitRoomTable>[] = ROOMS.map((room, sort) => ({
    id: newId(),
    ...room,
    sort,
    retired_at: null,
    version: 1,
  }))
  const rows: Rows = { visitors: [], ties: [], visits: [], guests: [] }
  const visited = findVisited(db, plan, random, newId, by, rows)
  const book = new VisitBook(rows, rooms, newId, by)
  const history = visited.length > SMALL_CENTRE ? 30 : HISTORY_DAYS
  const today = dayOf(now)
  for (const [index, one] of visited.entries()) {
    // The last ones of the list are those who are here today.
    const isToday = index >= visited.length - 9 && visited.length > 20
    const isRestricted = index < RESTRICTED
    const until = isToday ? weekOf(today, 'calendar').from : isRestricted ? addDays(today, -6) : today
    pastVisits(random, book, one, { from: addDays(today, -history), until })
  }
  presentVisits(book, visited.slice(-9), now)
  insertRows(db, 'visit_room', rooms)
  insertRows(db, 'visitor', rows.visitors)
  insertRows(db, 'visitor_tie', rows.ties)
  insertRows(db, 'visit', rows.visits)
  insertRows(db, 'visit_guest', rows.guests)
  insertRows(db, 'contact_restriction', restrictions(today, recorderKey(plan, 'vuviec'), visited, newId))
  insertRows(db, 'contraband_find', finds(random, rows.visits, newId, by))
  fillContacts(db, visited, { today, newId, by })
}

function growingIds(random: SeededRandom): () => string {
  let made = 0
  let next = uuidMaker(random, FIRST_ID_BLOCK)
  return () => {
    if (made > 0 && made % IDS_PER_BLOCK === 0) {
      next = uuidMaker(random, FIRST_ID_BLOCK + made / IDS_PER_BLOCK)
    }
    made += 1
    return next()
  }
}

/** Who is visited by whom: the relative of the dossier who is to be told first, with a card. */
function findVisited(
  db: WriteDb,
  plan: SeedPlan,
  random: SeededRandom,
  newId: () => string,
  by: string,
  rows: Rows,
): Visited[] {
  const found = db.all(
    qb
      .selectFrom('roster')
      .innerJoin('relative', 'relative.person_id', 'roster.person_id')
      .select(['roster.person_id', 'roster.stay_id', 'roster.received_at', 'roster.state'])
      .select(['relative.id', 'relative.name', 'relative.name_folded', 'relative.relation'])
      .select(['relative.birth_year', 'relative.phone', 'relative.address'])
      .where('relative.is_contact', '=', 1)
      .where('relative.superseded_at', 'is', null)
      .where('roster.state', '=', 'inside')
      .orderBy('roster.stay_id'),
  )
  const visited: Visited[] = []
  const taken = new Set<string>()
  const last = addDays(dayOf(plan.asOf), -FIRST_DAYS)
  for (const row of found) {
    const receivedOn = dayOf(row.received_at)
    if (taken.has(row.person_id) || receivedOn > last || !random.chance(VISITED_SHARE)) continue
    taken.add(row.person_id)
    const visitorId = newId()
    const made = { created_at: row.received_at, created_by: by }
    rows.visitors.push({
      id: visitorId,
      name: row.name,
      name_folded: row.name_folded,
      birth_year: row.birth_year,
      phone: row.phone,
      address: row.address,
      paper_kind: 'citizen-card',
      // Beyond the numbers of people in the centre: province 020, then a running number.
      paper_number: `02015${String(5_000_000 + visited.length)}`,
      banned_at: null,
      banned_by: null,
      ban_reason: null,
      ...made,
    })
    rows.ties.push({
      id: newId(),
      visitor_id: visitorId,
      person_id: row.person_id,
      relation: row.relation,
      relative_id: row.id,
      proof: null,
      ...made,
    })
    visited.push({
      personId: row.person_id,
      stayId: row.stay_id,
      receivedOn,
      visitorId,
      relation: row.relation,
      relativeName: row.name,
      phone: row.phone,
    })
  }
  return visited
}

/** Gives each visit a room and a time that are free. */
class VisitBook {
  private readonly rows: Rows
  private readonly rooms: readonly Insertable<VisitRoomTable>[]
  private readonly newId: () => string
  private readonly by: string
  private readonly taken = new Map<Day, number>()
  private readonly numbers = new Map<Day, number>()

  constructor(rows: Rows, rooms: readonly Insertable<VisitRoomTable>[], newId: () => string, by: string) {
    this.rows = rows
    this.rooms = rooms
    this.newId = newId
    this.by = by
  }

  /** The next free place of the day; undefined when the day is full. */
  place(day: Day): { roomId: string; startsAt: Instant } | undefined {
    const index = this.taken.get(day) ?? 0
    const places = this.rooms.flatMap((room) => Array.from({ length: room.capacity }, () => room.id))
    const time = TIMES[Math.floor(index / places.length)]
    const roomId = places[index % places.length]
    if (time === undefined || roomId === undefined) return undefined
    this.taken.set(day, index + 1)
    return { roomId, startsAt: atTime(day, time) }
  }

  roomOf(index: number): string {
    return this.rooms[index % this.rooms.length]?.id ?? ''
  }

  private numberOn(day: Day): number {
    const number = (this.numbers.get(day) ?? 0) + 1
    this.numbers.set(day, number)
    return number
  }

  write(
    one: Visited,
    visit: Pick<Insertable<VisitTable>, 'room_id' | 'state' | 'starts_at'> & Partial<Insertable<VisitTable>>,
  ): void {
    const id = this.newId()
    const day = dayOf(visit.starts_at)
    const came = visit.state === 'waiting' || visit.state === 'running' || visit.state === 'ended'
    this.rows.visits.push({
      id,
      person_id: one.personId,
      stay_id: one.stayId,
      kind: 'family',
      on_day: day,
      minutes: MINUTES,
      allowed_by: null,
      allow_reason: null,
      queue_number: came ? this.numberOn(day) : null,
      checked_in_at: came ? visit.starts_at : null,
      started_at: null,
      started_by: null,
      extra_minutes: 0,
      extended_by: null,
      extend_reason: null,
      ended_at: null,
      outcome: null,
      ledger_move_id: null,
      created_at: visit.starts_at,
      created_by: this.by,
      version: 1,
      ...visit,
    })
    this.rows.guests.push({ visit_id: id, visitor_id: one.visitorId, relation: one.relation })
  }

  /** A visit that took place, or not. */
  writePast(random: SeededRandom, one: Visited, day: Day): void {
    const place = this.place(day)
    if (place === undefined) return
    const { roomId, startsAt } = place
    if (random.chance(0.05)) {
      const outcome = 'Gia đình báo bận'
      this.write(one, { room_id: roomId, starts_at: startsAt, state: 'cancelled', outcome })
      return
    }
    this.write(one, {
      room_id: roomId,
      starts_at: startsAt,
      state: 'ended',
      started_at: startsAt,
      started_by: this.by,
      ended_at: instantFromMs(instantMs(startsAt) + random.whole(20, MINUTES) * 60_000),
      outcome: random.chance(0.1) ? 'Học viên xúc động, đã động viên' : null,
    })
  }
}

/** Every few weeks one, never two in a week, none in the first days. */
function pastVisits(
  random: SeededRandom,
  book: VisitBook,
  one: Visited,
  { from, until }: { from: Day; until: Day },
): void {
  const first = addDays(one.receivedOn, FIRST_DAYS)
  let day = addDays(first > from ? first : from, random.whole(0, 20))
  while (day < until) {
    book.writePast(random, one, day)
    // Sunday after Monday of the next week at the least: never two in one.
    day = addDays(weekOf(day, 'calendar').to, random.whole(7, 35))
  }
}

/** Who meets at this moment, one of them over time; who waits; who is expected later and next week. */
function presentVisits(book: VisitBook, people: readonly Visited[], now: Instant): void {
  const ago = (minutes: number) => instantFromMs(instantMs(now) - minutes * 60_000)
  const today = dayOf(now)
  for (const [index, one] of people.entries()) {
    const room = book.roomOf(index)
    const since = [18, 33, 48][index]
    if (since !== undefined) {
      const startedAt = ago(since)
      book.write(one, {
        room_id: room,
        state: dayOf(startedAt) === today ? 'running' : 'ended',
        starts_at: startedAt,
        started_at: startedAt,
        started_by: 'system:hub',
        ...(dayOf(startedAt) === today ? {} : { ended_at: now }),
      })
    } else if (index < 5) {
      book.write(one, { room_id: room, state: 'waiting', starts_at: now })
    } else if (index < 7) {
      book.write(one, { room_id: room, state: 'booked', starts_at: atTime(today, '16:30') })
    } else {
      book.write(one, { room_id: room, state: 'booked', starts_at: atTime(addDays(today, 3), '09:10') })
    }
  }
}

function restrictions(
  today: Day,
  by: string,
  visited: readonly Visited[],
  newId: () => string,
): Insertable<ContactRestrictionTable>[] {
  return visited.slice(0, RESTRICTED).map(({ personId }, index) => ({
    id: newId(),
    person_id: personId,
    from_on: addDays(today, -2 * index),
    to_on: index === 2 ? null : addDays(today, 15 - index),
    reason: index === 2 ? 'Đang xem xét kỷ luật' : 'Kỷ luật cảnh cáo vì gây gổ',
    decision: index === 2 ? null : `Quyết định ${11 + index}/QĐ-CSCN`,
    created_at: atTime(addDays(today, -2 * index), '08:00'),
    created_by: by,
    lifted_at: null,
    lifted_by: null,
    lift_reason: null,
  }))
}

/** A few of many visits brought something to light. */
function finds(
  random: SeededRandom,
  visits: readonly Insertable<VisitTable>[],
  newId: () => string,
  by: string,
): Insertable<ContrabandFindTable>[] {
  const ended = visits
    .filter(({ state }) => state === 'ended')
    .toSorted((a, b) => (a.on_day < b.on_day ? -1 : 1))
  const step = Math.max(1, Math.floor(ended.length / 6))
  return ended
    .filter((visit, index) => index % step === step - 1 && dayNumber(visit.on_day) > 0)
    .slice(0, 6)
    .map((visit) => ({
      id: newId(),
      person_id: visit.person_id,
      stay_id: visit.stay_id,
      source: 'visit' as const,
      visit_id: visit.id,
      parcel_id: null,
      letter_id: null,
      what: random.pick(['Thuốc lá', 'Bật lửa', 'Điện thoại', 'Thuốc không rõ loại']),
      quantity: '01',
      action: 'Lập biên bản, tạm giữ',
      found_at: visit.ended_at ?? visit.starts_at,
      found_by: by,
    }))
}
