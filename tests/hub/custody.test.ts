import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { receivePeople, refusalOf } from './_lodging.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T07:02:00.000Z'

let test: TestHub
let zone: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: NOW })
  zone = await test.signIn('zone', { name: 'Nguyễn Thị Hạnh' })
})
afterAll(() => test.close())

function someone(name: string): string {
  const [who] = receivePeople(test, [{ name }])
  if (!who) throw new Error('nobody')
  return who.stayId
}

function record(stayId: string, act: CustodyAct, at: string | null = null, desk = zone) {
  const id = randomUUID()
  return desk.hub.custody.record({ id, stayId, at, act }).then(() => id)
}

const HOSPITAL: CustodyAct = {
  kind: 'left',
  facts: { outKind: 'hospital', until: '2026-11-25T10:00:00.000Z' },
}

describe('the line of a stay', () => {
  it('offers only what may happen next', async () => {
    const stayId = someone('Lương Văn Anh')
    const inside = await zone.hub.custody.line({ stayId })
    expect(inside.position).toBe('awaiting-bed')
    expect(inside.possible).toContain('left')
    expect(inside.possible).not.toContain('returned')
    await record(stayId, HOSPITAL)
    const out = await zone.hub.custody.line({ stayId })
    expect(out.position).toBe('out')
    expect(out.possible).toContain('returned')
    expect(out.possible).not.toContain('left')
  })

  it('refuses what cannot have happened, in a sentence', async () => {
    const stayId = someone('Lương Văn Bảo')
    const back = await refusalOf(record(stayId, { kind: 'returned', facts: {} }))
    expect(back).toMatchObject({
      code: 'rule_violated',
      message: expect.stringContaining(
        'Không ghi được “Trở lại cơ sở” lúc 14:02 22/11/2026: lúc đó học viên không ở ngoài',
      ),
    })
    const future = await refusalOf(record(stayId, HOSPITAL, '2026-11-22T08:00:00.000Z'))
    expect(future.data.problems).toMatchObject([{ code: 'in-the-future', field: 'at' }])
    const early = await refusalOf(record(stayId, HOSPITAL, '2026-10-01T08:00:00.000Z'))
    expect(early.data.problems).toMatchObject([{ code: 'before-reception', field: 'at' }])
  })

  it('takes an event recorded late at the moment it happened', async () => {
    const stayId = someone('Lương Văn Cảnh')
    await record(stayId, { kind: 'returned', facts: {} }, null).catch(() => undefined)
    await record(stayId, HOSPITAL, '2026-11-20T02:00:00.000Z')
    await record(stayId, { kind: 'returned', facts: {} }, '2026-11-21T02:00:00.000Z')
    const { events, position } = await zone.hub.custody.line({ stayId })
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'left', 'returned'])
    expect(events[1]).toMatchObject({
      at: '2026-11-20T02:00:00.000Z',
      recordedAt: NOW,
      recordedBy: 'Nguyễn Thị Hạnh',
    })
    expect(position).toBe('awaiting-bed')
  })

  it('leaves beds, reception and corrections to their own acts', async () => {
    const stayId = someone('Lương Văn Dương')
    const acts: CustodyAct[] = [
      { kind: 'placed', facts: { bedId: randomUUID() } },
      { kind: 'received', facts: { how: 'walk-in' } },
      { kind: 'corrected', facts: { cancels: randomUUID(), why: 'Nhầm' } },
    ]
    for (const act of acts) {
      expect((await refusalOf(record(stayId, act))).data.problems).toMatchObject([{ code: 'act-elsewhere' }])
    }
  })

  it('tells other desks and the audit, by id only', async () => {
    const stayId = someone('Lương Văn Giang')
    const id = await record(stayId, HOSPITAL)
    const director = await test.signIn('director')
    const { lines } = await director.hub.audit.list({ action: 'custody.left' })
    expect(lines[0]).toMatchObject({ actorName: 'Nguyễn Thị Hạnh', subjectId: stayId, facts: { event: id } })
    expect(JSON.stringify(lines[0]?.facts)).not.toContain('Giang')
  })
})

describe('corrections', () => {
  it('cancel an event with a reason and leave both on the line', async () => {
    const stayId = someone('Mạc Văn Hải')
    const eventId = randomUUID()
    await zone.hub.escapes.report({ incidentId: randomUUID(), escapes: [{ eventId, stayId }] })
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId, eventId }],
      why: 'Học viên đang ở phòng y tế',
      instead: null,
    })
    const { events, position } = await zone.hub.custody.line({ stayId })
    expect(position).toBe('awaiting-bed')
    expect(events.find(({ id }) => id === eventId)?.cancelled).toMatchObject({
      why: 'Học viên đang ở phòng y tế',
      by: 'Nguyễn Thị Hạnh',
    })
    const twice = await refusalOf(
      zone.hub.custody.correct({
        corrections: [{ id: randomUUID(), stayId, eventId }],
        why: 'Lần nữa',
        instead: null,
      }),
    )
    expect(twice.data.problems).toMatchObject([{ code: 'already-corrected' }])
  })

  it('write the right time in the same act, where cancelling alone would break what follows', async () => {
    const stayId = someone('Mạc Văn Huy')
    const eventId = await record(stayId, HOSPITAL, '2026-11-20T02:00:00.000Z')
    await record(stayId, { kind: 'returned', facts: {} }, '2026-11-21T02:00:00.000Z')
    const corrections = [{ id: randomUUID(), stayId, eventId }]
    const alone = await refusalOf(zone.hub.custody.correct({ corrections, why: 'Sai giờ', instead: null }))
    expect(alone.data.problems).toMatchObject([{ code: 'later-event-impossible' }])
    const instead = { id: randomUUID(), stayId, at: '2026-11-20T09:30:00.000Z', act: HOSPITAL }
    await zone.hub.custody.correct({ corrections, why: 'Sai giờ', instead })
    const { events } = await zone.hub.custody.line({ stayId })
    expect(events.filter(({ kind, cancelled }) => kind === 'left' && !cancelled)).toMatchObject([
      { at: '2026-11-20T09:30:00.000Z' },
    ])
  })

  it('never reach into the line of somebody else', async () => {
    const [mine, theirs] = [someone('Mạc Văn Kiên'), someone('Mạc Văn Lâm')]
    const eventId = await record(theirs, HOSPITAL)
    const refused = await refusalOf(
      zone.hub.custody.correct({
        corrections: [{ id: randomUUID(), stayId: mine, eventId }],
        why: 'Nhầm',
        instead: null,
      }),
    )
    expect(refused.code).toBe('not_found')
  })
})

describe('who may record what', () => {
  it.each([
    { role: 'intake', record: 'forbidden', correct: 'forbidden' },
    { role: 'medical', record: 'forbidden', correct: 'forbidden' },
    { role: 'inspector', record: 'forbidden', correct: 'forbidden' },
    { role: 'administrator', record: 'forbidden', correct: 'forbidden' },
    { role: 'incident', record: 'not_found', correct: 'forbidden' },
    { role: 'director', record: 'not_found', correct: 'not_found' },
  ] as const)('$role: record $record, correct $correct', async ({ role, record: code, correct }) => {
    const desk = await test.signIn(role)
    const stayId = randomUUID()
    expect((await refusalOf(record(stayId, HOSPITAL, null, desk))).code).toBe(code)
    const corrections = [{ id: randomUUID(), stayId, eventId: randomUUID() }]
    expect(
      (await refusalOf(desk.hub.custody.correct({ corrections, why: 'Nhầm', instead: null }))).code,
    ).toBe(correct)
  })
})
