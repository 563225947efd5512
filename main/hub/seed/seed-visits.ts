import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { ContactRestrictionTable } from '#db/schema/contact-restriction.ts'
import type { ContrabandFindTable } from '#db/schema/contraband-find.ts'
import type { VisitRoomTable } from '#db/schema/visit-room.ts'
import type { VisitTable } from '#db/schema/visit.ts'
import { weekOf } from '#domain/contacts/limit.ts'
import { addDays, dayNumber, type Day } from '#domain/time/day.ts'
import { atTime, dayOf, instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { fillContacts } from './seed-contacts.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'
import { VisitBook, type Visited, type VisitRows } from './visit-book.ts'

/** Ids grow in blocks of their own, past those of people and before those of money. */
const FIRST_ID_BLOCK = 42_000
const IDS_PER_BLOCK = 50_000
/** Of a hundred people, so many are visited. */
const VISITED_SHARE = 0.6
/** People up to whom a year of visits is written; beyond it only the last ones. */
const SMALL_CENTRE = 2000
const HISTORY_DAYS = 365
const FIRST_DAYS = 15
const RESTRICTED = 3
/** The one after them was shut out last week. */
const BANNED = RESTRICTED
const ROOMS = [
  { name: 'Phòng thăm gặp 1', capacity: 6 },
  { name: 'Phòng thăm gặp 2', capacity: 6 },
  { name: 'Phòng có vách kính', capacity: 2 },
] as const

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
  const rows: VisitRows = { visitors: [], ties: [], visits: [], guests: [] }
  const visited = findVisited(db, plan, random, newId, by, rows)
  const book = new VisitBook(rows, rooms, newId, by)
  const history = visited.length > SMALL_CENTRE ? 30 : HISTORY_DAYS
  const today = dayOf(now)
  const brought = moneyBrought(db, addDays(today, -history))
  for (const [index, one] of visited.entries()) {
    // The last ones of the list are those who are here today.
    const isToday = index >= visited.length - 9 && visited.length > 20
    const isRestricted = index < RESTRICTED || index === BANNED
    const until = isToday ? weekOf(today, 'calendar').from : isRestricted ? addDays(today, -6) : today
    const money = brought.get(one.stayId) ?? []
    pastVisits(random, book, one, { from: addDays(today, -history), until, money })
  }
  const banned = rows.visitors[BANNED]
  if (banned)
    Object.assign(banned, {
      banned_at: atTime(addDays(today, -5), '15:20'),
      banned_by: recorderKey(plan, 'truong'),
      ban_reason: 'Giấu điện thoại trong quà gửi vào',
    })
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
  rows: VisitRows,
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

/** What visitors left in the deposit, by whose it is. */
function moneyBrought(db: WriteDb, since: Day): Map<string | null, { day: Day; id: string }[]> {
  const moves = db.all(
    qb
      .selectFrom('ledger_move')
      .select(['stay_id', 'day', 'id'])
      .where('way', '=', 'visit')
      .where('kind', '=', 'deposit')
      .where('day', '>=', since)
      .orderBy('day'),
  )
  return Map.groupBy(moves, ({ stay_id: stayId }) => stayId)
}

/** Every few weeks one, never two in a week, none in the first days; whoever brought money came that day. */
function pastVisits(
  random: SeededRandom,
  book: VisitBook,
  one: Visited,
  { from, until, money }: { from: Day; until: Day; money: readonly { day: Day; id: string }[] },
): void {
  const first = addDays(one.receivedOn, FIRST_DAYS)
  const weeks = new Set<Day>()
  const come = (day: Day, moveId: string | null) => {
    const week = weekOf(day, 'calendar').from
    if (day < first || day >= until || weeks.has(week)) return
    weeks.add(week)
    book.writePast(random, one, day, moveId)
  }
  for (const { day, id } of money) come(day, id)
  let day = addDays(first > from ? first : from, random.whole(0, 20))
  while (day < until) {
    come(day, null)
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
