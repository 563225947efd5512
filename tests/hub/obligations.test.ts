import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { qb } from '#db/connection/query-builder.ts'
import { countBacklog } from '#db/queries/obligations/backlog.ts'
import { beginRoll, settleObligations } from '#db/queries/obligations/settle.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import type { ObligationLine } from '#domain/contract/obligations.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { DutyTimer } from '#hub/obligations/duty-timer.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { insertStay } from '#tests/db/_small-centre.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

/** 14:02 of Sunday 22/11/2026. */
const NOW = '2026-11-22T07:02:00.000Z'

const ALL = { roles: [], duties: [], windows: [], zones: [], escalated: false, closed: false }

describe('an update of the program', () => {
  it('reckons everybody anew by the duties it brings, and only once', async () => {
    await using house = await startTestHub({ now: NOW })
    const { folder } = house.hub
    const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
    try {
      beginRoll(db, NOW, '2026-11-01')
      const { stayId } = insertStay(db, { name: 'Hứa Văn Cũ', decisionOn: '2025-05-23' })
      const act = { kind: 'received', facts: { how: 'escort' } } as const
      const recorder = { now: NOW, actor: { key: 'system:test', desk: '' } }
      recordCustodyEvents(db, recorder, [{ id: randomUUID(), stayId, at: '2026-11-18T01:00:00.000Z', act }])
      settleObligations(db, NOW)
      const rows = () => db.all(qb.selectFrom('obligation').select('key').orderBy('key'))
      const full = rows()
      expect(full.length).toBeGreaterThan(2)
      // As an older program leaves it: a duty it did not know is missing, and its name stands.
      db.run(qb.deleteFrom('obligation').where('key', '=', full[0]?.key ?? ''))
      writeSetting(db, recorder, 'obligations.reckoned-by', '0.0.1 older')
      const timer = new DutyTimer(house.hub)
      await timer.look()
      expect(rows()).toEqual(full)
      expect(countBacklog(db)).toBe(0)
      const moved = db.all(qb.selectFrom('obligation_log').select('cause'))
      await timer.look()
      expect(db.all(qb.selectFrom('obligation_log').select('cause'))).toEqual(moved)
      await timer.stop()
    } finally {
      db.close()
    }
  })
})

describe('the list of what is due', () => {
  let test: TestHub
  const desks = new Map<Role, TestDesk>()
  const stays: string[] = []

  beforeAll(async () => {
    test = await startTestHub({ now: NOW })
    for (const role of [
      'director',
      'intake',
      'zone',
      'medical',
      'inspector',
      'reporter',
      'administrator',
    ] as const)
      desks.set(role, await test.signIn(role))
    const { folder } = test.hub
    const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
    try {
      beginRoll(db, NOW, '2026-11-01')
      for (const [name, decisionOn] of [
        ['Hứa Văn Ra', '2025-05-23'],
        ['Lý Văn Báo', '2025-06-09'],
      ] as const) {
        const { stayId } = insertStay(db, { name, decisionOn })
        stays.push(stayId)
        const at = '2026-11-18T01:00:00.000Z'
        const act = { kind: 'received', facts: { how: 'escort' } } as const
        const recorder = { now: NOW, actor: { key: 'system:test', desk: '' } }
        recordCustodyEvents(db, recorder, [{ id: randomUUID(), stayId, at, act }])
      }
      settleObligations(db, NOW)
    } finally {
      db.close()
    }
  })
  afterAll(() => test.close())

  function deskOf(role: Role): TestDesk {
    const desk = desks.get(role)
    if (!desk) throw new Error(`nobody is signed in as ${role}`)
    return desk
  }

  async function rowsFor(role: Role, filter: Partial<typeof ALL> = {}): Promise<ObligationLine[]> {
    return (await deskOf(role).hub.obligations.list({ ...ALL, ...filter })).rows
  }

  async function rowOf(duty: string, stayId = stays[0]): Promise<ObligationLine> {
    const found = (await rowsFor('director')).find((row) => row.duty === duty && row.stayId === stayId)
    if (!found) throw new Error(`no ${duty}`)
    return found
  }

  const itemOf = ({ stayId, key, dueAt }: ObligationLine) => ({ stayId, key, dueAt })

  it('names rule, version, article, form and the steps behind each due moment', async () => {
    const notice = await rowOf('DIS-01', stays[1])
    expect(notice).toMatchObject({
      rule: 'DIS-01',
      ruleFrom: '2026-07-01',
      form: 'Mẫu 51',
      article: expect.stringContaining('Nghị định 163/2026/NĐ-CP Điều 123.1'),
      role: 'intake',
      dueAt: '2026-11-24T10:00:00.000Z',
      warnAt: '2026-11-21T10:00:00.000Z',
      escalateAt: '2026-11-25T10:00:00.000Z',
      isNotice: true,
      name: 'Lý Văn Báo',
    })
    expect(await rowOf('HOUSE-05')).toMatchObject({ isUnsettled: true, mayMark: false })
  })

  it('goes on page by page without losing or repeating a line', async () => {
    const { hub } = deskOf('director')
    const whole = await rowsFor('director')
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof hub.obligations.list>> = await hub.obligations.list({
        ...ALL,
        cursor,
        limit: 3,
      })
      found.push(...page.rows.map(({ stayId, key }) => `${stayId} ${key}`))
      cursor = page.next
    } while (cursor !== null)
    expect(found).toEqual(whole.map(({ stayId, key }) => `${stayId} ${key}`))
    expect((await hub.obligations.count(ALL)).total).toBe(whole.length)
  })

  it('counts what waits for the reader, and before the head of the centre', async () => {
    const late = (await rowsFor('director', { windows: ['late'] as never })).filter(
      ({ role }) => role === 'medical',
    )
    expect(await deskOf('medical').hub.obligations.mine({})).toEqual({
      isOpen: true,
      late: late.length,
      today: 0,
      escalated: 0,
    })
    const head = await deskOf('director').hub.obligations.mine({})
    expect(head.escalated).toBe((await rowsFor('director', { escalated: true })).length)
    expect(head.escalated).toBeGreaterThan(0)
    expect((await deskOf('reporter').hub.obligations.mine({})).isOpen).toBe(false)
  })

  it('refuses a notice without proof of sending, and names rule and article (DIS-01, DIS-13)', async () => {
    const notice = await rowOf('DIS-01', stays[1])
    const empty = { at: NOW, paper: null, number: null, sentBy: null, sentOn: null, note: null }
    await expect(
      deskOf('intake').hub.obligations.done({ items: [itemOf(notice)], ...empty }),
    ).rejects.toThrow(/cách gửi.*DIS-01, Nghị định 163\/2026\/NĐ-CP Điều 123\.1/)
  })

  it('marks a notice as sent, and takes it back', async () => {
    const notice = await rowOf('DIS-01', stays[1])
    const sent = {
      paper: 'Mẫu 51',
      number: '12/TB-CSCN',
      sentBy: 'post',
      sentOn: '2026-11-22',
      note: null,
    } as const
    const { hub } = deskOf('intake')
    expect(await hub.obligations.done({ items: [itemOf(notice)], at: NOW, ...sent })).toEqual({ marked: 1 })
    const { rows, marks, log } = await hub.obligations.ofStay({ stayId: stays[1] ?? '' })
    expect(rows.find(({ key }) => key === 'DIS-01')).toMatchObject({ state: 'done', doneAt: NOW })
    expect(marks[0]).toMatchObject({
      kind: 'done',
      number: '12/TB-CSCN',
      sentBy: 'post',
      sentOn: '2026-11-22',
    })
    expect(log[0]).toMatchObject({ kind: 'done', key: 'DIS-01' })
    await hub.obligations.reopen({ items: [itemOf(notice)] })
    expect((await rowOf('DIS-01', stays[1])).state).toBe('scheduled')
  })

  it('refuses the certificate before the last 24 hours (DIS-03, L120 Điều 35.5)', async () => {
    const paper = await rowOf('DIS-03', stays[1])
    const done = { at: NOW, paper: 'Mẫu 50', number: '1', sentBy: null, sentOn: null, note: null }
    await expect(deskOf('intake').hub.obligations.done({ items: [itemOf(paper)], ...done })).rejects.toThrow(
      /chưa được làm.*DIS-03, Luật Phòng, chống ma túy 120\/2025\/QH15 Điều 35\.5/,
    )
  })

  it('lets many be exempt at once with a reason, all or none', async () => {
    const items = (await rowsFor('director')).filter(({ duty }) => duty === 'IN-17').map(itemOf)
    expect(items).toHaveLength(2)
    const { hub } = deskOf('zone')
    await expect(hub.obligations.exempt({ items, reason: 'other', note: null })).rejects.toThrow(/lý do khác/)
    expect(await hub.obligations.exempt({ items, reason: 'not-applicable', note: null })).toEqual({
      marked: 2,
    })
    expect((await rowsFor('director', { closed: true })).map(({ state }) => state)).toContain('exempt')
  })

  it('lets only the role itself or the head of the centre mark, and nobody what the record meets', async () => {
    const check = await rowOf('IN-02')
    const done = { at: NOW, paper: null, number: null, sentBy: null, sentOn: null, note: null }
    await expect(deskOf('zone').hub.obligations.done({ items: [itemOf(check)], ...done })).rejects.toThrow(
      /thuộc Y tế/,
    )
    const bed = await rowOf('HOUSE-05')
    await expect(deskOf('director').hub.obligations.done({ items: [itemOf(bed)], ...done })).rejects.toThrow(
      /tự xong/,
    )
    const raw = await deskOf('inspector').raw('obligations/done', { items: [itemOf(check)], ...done })
    expect(raw.code).toBe('forbidden')
    await deskOf('director').hub.obligations.done({ items: [itemOf(check)], ...done })
  })

  it('refuses a mark on a due moment that moved meanwhile', async () => {
    const stage = await rowOf('ST-1')
    const done = { at: NOW, paper: null, number: null, sentBy: null, sentOn: null, note: null }
    const items = [{ ...itemOf(stage), dueAt: '2026-11-01T00:00:00.000Z' }]
    await expect(deskOf('intake').hub.obligations.done({ items, ...done })).rejects.toThrow(/đã đổi/)
  })
})
