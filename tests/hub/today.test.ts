import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { beginRoll, settleObligations } from '#db/queries/obligations/settle.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import type { Today } from '#domain/contract/today.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Track } from '#domain/stay/track.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { insertStay } from '#tests/db/_small-centre.ts'
import { buildRoom, type TestRoom } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** 14:02 of Sunday 22/11/2026. */
const NOW = '2026-11-22T07:02:00.000Z'
const RECEIVED: CustodyAct = { kind: 'received', facts: { how: 'escort' } }

interface Someone {
  name: string
  track?: Track
  /** The term of 18 months runs from here. */
  decisionOn?: string
  receivedAt?: string
  isWithoutTerm?: boolean
  /** What happened after reception. */
  after?: [at: string, act: CustodyAct][]
}

/** Writes people and what happened to them, as another process of the machine would. */
function enter(test: TestHub, people: readonly Someone[]): void {
  const { folder } = test.hub
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  try {
    beginRoll(db, test.hub.now(), '2026-11-01')
    for (const { isWithoutTerm, receivedAt, after = [], ...who } of people) {
      const { stayId } = insertStay(db, { decisionOn: '2026-03-01', ...who })
      if (isWithoutTerm) db.run(qb.updateTable('stay').set({ term_months: null }).where('id', '=', stayId))
      const acts: [string, CustodyAct][] = [[receivedAt ?? '2026-11-01T01:00:00.000Z', RECEIVED], ...after]
      recordCustodyEvents(
        db,
        { now: test.hub.now(), actor: { key: 'system:test', desk: '' } },
        acts.map(([at, act]) => ({ id: randomUUID(), stayId, at, act })),
      )
    }
    settleObligations(db, test.hub.now())
  } finally {
    db.close()
  }
}

function placed(bedId: string | undefined, at = '2026-11-01T02:00:00.000Z'): [string, CustodyAct] {
  if (bedId === undefined) throw new Error('no such bed')
  return [at, { kind: 'placed', facts: { bedId } }]
}

const ESCAPED: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }
const HOME: CustodyAct = { kind: 'left', facts: { outKind: 'funeral', until: '2026-11-22T04:48:00.000Z' } }

describe('a new centre', () => {
  it('says which steps of setting up are done', async () => {
    await using test = await startTestHub({ now: NOW })
    const director = await test.signIn('director')
    const empty = await director.hub.today.get({})
    expect(empty.setup).toEqual({ hasBeds: false, hasPeople: false, hasPlaced: false, hasMoreUsers: true })
    expect(empty.due).toEqual([])
    expect(empty.zones).toEqual([])
    expect(empty.roll?.total.onRoll).toBe(0)
    const room = await buildRoom(director, 'A', 2)
    enter(test, [{ name: 'Lương Văn Anh', after: [placed(room.beds['A1-01'])] }])
    const { setup } = await director.hub.today.get({})
    expect(setup).toEqual({ hasBeds: true, hasPeople: true, hasPlaced: true, hasMoreUsers: true })
  })
})

describe('a centre at work', () => {
  let test: TestHub
  let room: TestRoom
  const desks = new Map<Role, TestDesk>()

  beforeAll(async () => {
    test = await startTestHub({ now: NOW })
    for (const role of ['director', 'intake', 'reporter', 'administrator', 'inspector'] as const) {
      desks.set(role, await test.signIn(role))
    }
    room = await buildRoom(deskOf('director'), 'A', 10)
    enter(test, [
      { name: 'Hoàng Văn Cường', after: [placed(room.beds['A1-01']), ['2026-11-20T04:00:00.000Z', HOME]] },
      {
        name: 'Nông Văn Dũng',
        after: [placed(room.beds['A1-02']), ['2026-11-21T11:00:00.000Z', ESCAPED]],
      },
      {
        name: 'Vi Văn Quá',
        decisionOn: '2025-05-20',
        after: [placed(room.beds['A1-03'])],
      },
      { name: 'Hứa Văn Ra', decisionOn: '2025-05-25', after: [placed(room.beds['A1-04'])] },
      { name: 'Lý Văn Báo', decisionOn: '2025-06-09', after: [placed(room.beds['A1-05'])] },
      { name: 'Lý Văn Bình', decisionOn: '2025-06-09', after: [placed(room.beds['A1-06'])] },
      { name: 'Triệu Văn Thiếu', isWithoutTerm: true, after: [placed(room.beds['A1-07'])] },
      { name: 'Đàm Văn Chờ', receivedAt: '2026-11-20T03:00:00.000Z' },
      { name: 'Bế Văn Mới', receivedAt: '2026-11-22T01:00:00.000Z' },
      {
        name: 'Chu Văn Về',
        after: [placed(room.beds['A1-08']), ['2026-11-21T18:00:00.000Z', { kind: 'released', facts: {} }]],
      },
    ])
    const broken = { outageId: randomUUID(), bedId: room.beds['A1-09'] ?? '' }
    await deskOf('director').hub.places.setOutage({
      beds: [broken],
      reason: 'damage',
      note: null,
      backOn: null,
    })
  })
  afterAll(() => test.close())

  function deskOf(role: Role): TestDesk {
    const desk = desks.get(role)
    if (!desk) throw new Error(`nobody is signed in as ${role}`)
    return desk
  }

  const today = (role: Role): Promise<Today> => deskOf(role).hub.today.get({})

  it('lists what is due, the most pressing first, with the rule and its moment (INC-04, DIS-01, DIS-03)', async () => {
    const { due } = await today('director')
    const watched = [null, 'HOUSE-05', 'LEAVE-02', 'INC-04', 'DIS-01', 'DIS-03']
    const lines = due
      ?.filter(({ rule }) => watched.includes(rule))
      .map(({ urgency, rule, kind, dueAt, count, people }) => [
        urgency,
        rule ?? kind,
        dueAt,
        count,
        people
          .map(({ name }) => name)
          .toSorted()
          .join(', '),
      ])
    expect(lines).toEqual([
      ['late', 'DIS-01', '2026-11-05T10:00:00.000Z', 2, 'Hứa Văn Ra, Vi Văn Quá'],
      ['late', 'DIS-03', '2026-11-20T10:00:00.000Z', 1, 'Vi Văn Quá'],
      ['late', 'term-over', '2026-11-20T10:00:00.000Z', 1, 'Vi Văn Quá'],
      ['late', 'HOUSE-05', '2026-11-21T03:00:00.000Z', 1, 'Đàm Văn Chờ'],
      ['late', 'LEAVE-02', '2026-11-22T04:48:00.000Z', 1, 'Hoàng Văn Cường'],
      ['today', 'INC-04', '2026-11-22T11:00:00.000Z', 1, 'Nông Văn Dũng'],
      ['soon', 'HOUSE-05', '2026-11-23T01:00:00.000Z', 1, 'Bế Văn Mới'],
      ['soon', 'DIS-01', '2026-11-24T10:00:00.000Z', 2, 'Lý Văn Báo, Lý Văn Bình'],
      ['soon', 'DIS-03', '2026-11-25T10:00:00.000Z', 1, 'Hứa Văn Ra'],
      ['soon', 'ends-later', '2026-12-09T10:00:00.000Z', 2, ''],
      ['file', 'clock-unknown', null, 1, 'Triệu Văn Thiếu'],
    ])
    const notice = due?.find(({ rule, urgency }) => rule === 'DIS-01' && urgency === 'soon')
    expect(notice).toMatchObject({ form: 'Mẫu 51', article: expect.stringContaining('Nghị định 163/2026') })
    expect(due?.[0]?.people[0]?.personId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('counts the roll as the roll screen does, with those not back in time', async () => {
    const { roll } = await today('director')
    const sheet = await deskOf('director').hub.roll.at({})
    expect(roll?.total).toEqual(sheet.total)
    expect(roll?.total).toMatchObject({ onRoll: 9, present: 8, inZone: 7, escaped: 1, awaitingBed: 2 })
    expect(roll?.overdue).toMatchObject({ funeral: 1, hospital: 0, suspended: 0 })
  })

  it('shows how full each zone is', async () => {
    const { zones } = await today('director')
    expect(zones).toMatchObject([
      { id: room.zoneId, code: 'A', name: 'Khu A', capacity: 10, outOfService: 1, present: 6, out: 1 },
    ])
  })

  it('counts comings and goings by the day in Viet Nam, not in UTC', async () => {
    const { flow } = await today('director')
    expect(flow).toHaveLength(30)
    expect(flow?.at(-1)).toEqual({ day: '2026-11-22', received: 1, ended: 1 })
    expect(flow?.at(-2)).toEqual({ day: '2026-11-21', received: 0, ended: 0 })
    expect(flow?.find(({ day }) => day === '2026-11-01')).toMatchObject({ received: 8 })
  })

  it('draws the roll from the beginnings of twelve months to now', async () => {
    const { points: course } = await deskOf('director').hub.today.course({})
    expect(course).toHaveLength(13)
    expect(course[0]).toEqual({ day: '2025-12-01', onRoll: 0, present: 0 })
    expect(course.at(-2)).toEqual({ day: '2026-11-01', onRoll: 0, present: 0 })
    expect(course.at(-1)).toEqual({ day: '2026-11-22', onRoll: 9, present: 8 })
  })

  it.each([
    { role: 'director', roll: true, names: true, receptions: true, imports: true },
    { role: 'intake', roll: true, names: true, receptions: true, imports: true },
    { role: 'inspector', roll: true, names: true, receptions: false, imports: false },
    { role: 'reporter', roll: true, names: false, receptions: false, imports: false },
    { role: 'administrator', roll: false, names: false, receptions: false, imports: true },
  ] as const)('gives $role only the permitted parts', async ({ role, roll, names, receptions, imports }) => {
    const seen = await today(role)
    const parts = [seen.roll, seen.due, seen.flow]
    expect(parts.map((part) => part !== null)).toEqual(parts.map(() => roll))
    expect(seen.due?.some(({ people }) => people.length > 0) ?? false).toBe(names)
    expect(seen.receptions !== null).toBe(receptions)
    expect(seen.imports !== null).toBe(imports)
    expect(seen.zones?.map(({ present }) => present)).toEqual([roll ? 6 : null])
    const text = JSON.stringify(seen)
    expect(text.includes('Hoàng Văn Cường')).toBe(names)
  })

  it('puts the newest reception first', async () => {
    const { receptions } = await today('intake')
    expect(receptions?.[0]).toMatchObject({ name: 'Bế Văn Mới', bedCode: null, zoneCode: null })
    expect(receptions?.[1]).toMatchObject({ name: 'Đàm Văn Chờ' })
    expect(receptions).toHaveLength(6)
  })

  it('answers nobody who is not signed in', async () => {
    expect((await test.anonymous.raw('today/get')).code).toBe('not_signed_in')
  })
})

describe('as time passes', () => {
  it('calls the notice of an escape late when its 24 hours have passed, and until it is sent (INC-04)', async () => {
    const clock = testClock(NOW)
    await using test = await startTestHub({ now: clock.now })
    const { login } = await test.signIn('director')
    enter(test, [{ name: 'Nông Văn Dũng', after: [['2026-11-21T11:00:00.000Z', ESCAPED]] }])
    // Sessions end while the clock moves on.
    const urgency = async () => {
      const { due } = await (await test.signInAs(login)).hub.today.get({})
      return due?.filter(({ rule }) => rule === 'INC-04').map((row) => row.urgency)
    }
    expect(await urgency()).toEqual(['today'])
    clock.advance(4 * 60)
    expect(await urgency()).toEqual(['late'])
    clock.advance(48 * 60)
    expect(await urgency()).toEqual(['late'])
  })

  it('lays the months down that began without a write', async () => {
    const clock = testClock(NOW)
    await using test = await startTestHub({ now: clock.now })
    const { login } = await test.signIn('director')
    enter(test, [{ name: 'Lương Văn Anh' }, { name: 'Lương Văn Bảo' }])
    clock.advance(60 * 24 * 60)
    const { points: course } = await (await test.signInAs(login)).hub.today.course({})
    expect(course.slice(-3)).toEqual([
      { day: '2026-12-01', onRoll: 2, present: 2 },
      { day: '2027-01-01', onRoll: 2, present: 2 },
      { day: '2027-01-21', onRoll: 2, present: 2 },
    ])
  })
})
