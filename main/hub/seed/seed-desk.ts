import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { ExpectedArrivalTable } from '#db/schema/expected-arrival.ts'
import type { KeepApartTable } from '#db/schema/keep-apart.ts'
import type { PersonLinkTable } from '#db/schema/person-link.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, startOfDay } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { inventPerson } from './invented-people.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Past the blocks of people and before those of accounts. */
const BLOCK_OF_DESK = 65_534
/** Citizen numbers of those who have not come yet follow those of everybody who has. */
const FIRST_EXPECTED_INDEX = 500_000
const PAIRS = 4
const LINKS = 3
/** In the order of the reasons in words. */
const GROUNDS = ['same-case', 'fight', 'relatives', 'own-request'] as const

interface Desk {
  plan: SeedPlan
  random: SeededRandom
  newId: () => string
  by: string
}

/** What the desk has written that is about no stay: who is expected, who is kept apart, who is not who. */
export function fillDesk(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'desk')
  const desk: Desk = {
    plan,
    random,
    newId: uuidMaker(random, BLOCK_OF_DESK),
    by: recorderKey(plan, 'tiepnhan'),
  }
  insertRows(db, 'expected_arrival', [...expectStrangers(desk), ...expectReturning(db, desk)])
  insertRows(db, 'keep_apart', keepApart(db, desk))
  insertRows(db, 'person_link', tellApart(db, desk))
}

type Expected = Insertable<ExpectedArrivalTable>

function expected(desk: Desk, row: Pick<Expected, 'name' | 'track' | 'expected_on'> & Partial<Expected>) {
  return {
    id: desk.newId(),
    birth_on: null,
    birth_precision: null,
    sex: null,
    number: null,
    from_body: null,
    decision_number: null,
    note: null,
    state: 'expected' as const,
    stay_id: null,
    closed_at: null,
    closed_by: null,
    cancel_reason: null,
    created_at: addHours(startOfDay(addDays(row.expected_on, -2)), 14),
    created_by: desk.by,
    ...row,
  }
}

/** People who were never here: today, tomorrow, and one who should have come. */
function expectStrangers(desk: Desk): Expected[] {
  const { plan, random, newId } = desk
  const today = dayOf(plan.asOf)
  const announced = [
    [0, 'compulsory', 'Công an xã Na Sầm'],
    [0, 'held', 'Công an phường Kỳ Lừa'],
    [1, 'compulsory', 'Công an xã Lộc Bình'],
    [1, 'voluntary', null],
    [-2, 'compulsory', 'Công an xã Hữu Lũng'],
  ] as const
  return announced.map(([days, track, fromBody], i) => {
    const { person, paper } = inventPerson(random, newId, {
      sex: 'male',
      on: today,
      createdAt: plan.asOf,
      index: FIRST_EXPECTED_INDEX + i,
    })
    return expected(desk, {
      name: person.name,
      birth_on: person.birth_on,
      birth_precision: person.birth_precision ?? null,
      sex: person.sex,
      number: paper?.number ?? null,
      track,
      from_body: fromBody,
      decision_number: track === 'compulsory' ? `${random.whole(1, 900)}/${today.slice(0, 4)}/QĐ-TA` : null,
      expected_on: addDays(today, days),
      note: days < 0 ? 'Đã gọi lại, Công an xã hẹn giao sau' : null,
    })
  })
}

/** One who was here before and is brought again tomorrow. */
function expectReturning(db: WriteDb, desk: Desk): Expected[] {
  const back = db.get(
    qb
      .selectFrom('stay_state')
      .innerJoin('person', 'person.id', 'stay_state.person_id')
      .innerJoin('identity_paper', 'identity_paper.person_id', 'person.id')
      .leftJoin('roster', 'roster.person_id', 'person.id')
      .select(['person.name', 'person.birth_on', 'person.birth_precision', 'person.sex'])
      .select('identity_paper.number')
      .where('stay_state.ended_kind', '=', 'released')
      .where('person.sex', '=', 'male')
      .where('roster.stay_id', 'is', null)
      .orderBy('stay_state.stay_id', 'desc')
      .limit(1),
  )
  if (!back) return []
  return [
    expected(desk, {
      ...back,
      track: 'compulsory',
      from_body: 'Công an xã Đồng Đăng',
      expected_on: addDays(dayOf(desk.plan.asOf), 1),
      note: 'Đã từng cai nghiện tại cơ sở',
    }),
  ]
}

/** A few pairs, each of two people whose rooms keep to it already. */
function keepApart(db: WriteDb, desk: Desk): Insertable<KeepApartTable>[] {
  const inside = db.all(
    qb
      .selectFrom('roster')
      .select(['person_id', 'room_id', 'zone_id', 'received_at'])
      .where('room_id', 'is not', null)
      .orderBy('person_id')
      .limit(400),
  )
  const reasons = [
    'Đồng phạm trong cùng một vụ việc',
    'Mâu thuẫn cá nhân, đã từng đánh nhau',
    'Hai anh em ruột cùng cai nghiện',
    'Có đơn đề nghị không xếp cùng phòng',
  ]
  const pairs: Insertable<KeepApartTable>[] = []
  for (let i = 0; i < PAIRS; i += 1) {
    const one = inside[Math.floor((i * inside.length) / (2 * PAIRS))]
    const other = inside
      .slice(Math.floor(inside.length / 2) + i)
      .find((row) => row.room_id !== one?.room_id && row.person_id !== one?.person_id)
    if (!one || !other) continue
    const [a = '', b = ''] = [one.person_id, other.person_id].toSorted()
    if (pairs.some((pair) => pair.person_a === a && pair.person_b === b)) continue
    const later = one.received_at > other.received_at ? one : other
    const openedAt = addHours(later.received_at, 0.5)
    pairs.push({
      id: desk.newId(),
      person_a: a,
      person_b: b,
      level: one.zone_id !== other.zone_id && i % 2 === 0 ? 'zone' : 'room',
      reason: reasons[i % reasons.length] ?? '',
      opened_at: openedAt < desk.plan.asOf ? openedAt : desk.plan.asOf,
      opened_by: desk.by,
      closed_at: null,
      closed_by: null,
      close_reason: null,
      in_class: i % 2,
      in_visit: i === 0 ? 1 : 0,
      role_a: i === 1 ? 'threatened' : 'unknown',
      role_b: i === 1 ? 'threatening' : 'unknown',
      ground: GROUNDS[i % GROUNDS.length] ?? 'other',
      // One of them is to be looked at again today.
      review_on: addDays(dayOf(desk.plan.asOf), 30 * i),
    })
  }
  return pairs
}

/** People inside who bear the name of somebody else on file, and were found not to be that one. */
function tellApart(db: WriteDb, desk: Desk): Insertable<PersonLinkTable>[] {
  const inside = db.all(
    qb
      .selectFrom('roster')
      .innerJoin('person', 'person.id', 'roster.person_id')
      .select(['person.id', 'person.name_folded', 'roster.received_at'])
      .orderBy('person.id')
      .limit(400),
  )
  const links: Insertable<PersonLinkTable>[] = []
  const linked = new Set<string>()
  for (const { id, name_folded: name, received_at: receivedAt } of inside) {
    if (links.length === LINKS) break
    const other = db.get(
      qb
        .selectFrom('person')
        .select('id')
        .where('name_folded', '=', name)
        .where('id', '<>', id)
        .orderBy('id')
        .limit(1),
    )
    if (!other || linked.has(id) || linked.has(other.id)) continue
    linked.add(id).add(other.id)
    const [a = '', b = ''] = [id, other.id].toSorted()
    const decidedAt = addHours(receivedAt, 0.2)
    links.push({
      id: desk.newId(),
      person_a: a,
      person_b: b,
      verdict: 'not-same',
      reason: 'Trùng tên; ngày sinh và số căn cước khác nhau',
      decided_at: decidedAt < desk.plan.asOf ? decidedAt : desk.plan.asOf,
      decided_by: desk.by,
      withdrawn_at: null,
      withdrawn_by: null,
    })
  }
  return links
}
