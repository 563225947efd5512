import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { NIGHT, SHIFT, startEscapeHouse } from './_escapes.ts'
import { refusalOf } from './_lodging.ts'
import { TEST_PASSWORD } from './_test-hub.ts'

const { test, zone, incident: runner, director, enter, lodged, report: escaped } = await startEscapeHouse()
afterAll(() => test.close())

const AT = NIGHT
const get = (id: string) => runner.hub.incidents.get({ id })
const codes = async (refused: Promise<unknown>) =>
  ((await refusalOf(refused)).data.problems ?? []).map(({ code }) => code)
const resident = (personId: string, role: string) => ({
  id: randomUUID(),
  role,
  who: 'resident' as const,
  personId,
})

type Report = Parameters<typeof runner.hub.incidents.report>[0]
async function report(change: Partial<Report> = {}): Promise<string> {
  const id = randomUUID()
  const facts = { kind: 'other', occurredAt: AT, placeNote: 'Sân chung', summary: 'Xô xát' } as const
  await runner.hub.incidents.report({ id, ...facts, ...change })
  return id
}
async function edit(id: string, change: Partial<Parameters<typeof runner.hub.incidents.edit>[0]>) {
  const { version, kind, occurredAt } = await get(id)
  const facts = { id, version, kind, occurredAt, placeNote: 'Sân chung', summary: 'Xô xát' }
  return runner.hub.incidents.edit({ ...facts, ...change })
}
type Step = Parameters<typeof runner.hub.incidents.act>[0]['action']
async function act(id: string, action: Step) {
  const { version } = await get(id)
  return director.hub.incidents.act({ id, version, action, comment: `Ý kiến ${action}` })
}
async function decided(): Promise<string> {
  const { personId } = enter()
  const id = await report({ people: [resident(personId, 'involved')] })
  await runner.hub.incidents.answer({ id, answerId: randomUUID(), question: 'what', answer: 'threat' })
  await sign(id)
  await act(id, 'take-up')
  await act(id, 'decide')
  return id
}
const sign = (id: string) =>
  runner.hub.incidents.addNarrative({ id, narrativeId: randomUUID(), kind: 'narrative', body: 'Đã rõ.' })

describe('what was decided on', () => {
  it('is not changed under the decision: the head looks at it again first', async () => {
    const id = await decided()
    const { may, involvements } = await get(id)
    expect(may).toMatchObject({ write: true, revise: false })
    const [one] = involvements
    const line = { id: one?.id ?? '', version: one?.version ?? 0 }
    const { personId } = enter()
    for (const refused of [
      () => edit(id, { summary: 'Khác' }),
      () => runner.hub.incidents.answer({ id, answerId: randomUUID(), question: 'what', answer: 'outsider' }),
      () => runner.hub.incidents.involve({ id, people: [resident(personId, 'involved')] }),
      () => runner.hub.incidents.uninvolve({ ...line, reason: 'Nhầm' }),
      () => runner.hub.incidents.changeInvolvement({ ...line, role: 'witness', outcome: null }),
    ]) {
      expect(await codes(refused())).toEqual(['incident-decided'])
    }
    const outcome = await runner.hub.incidents.changeInvolvement({
      ...line,
      role: 'involved',
      outcome: 'discipline',
    })
    expect(outcome.version).toBe(line.version + 1)
    await runner.hub.incidents.addNarrative({
      id,
      narrativeId: randomUUID(),
      kind: 'addendum',
      body: 'Đã giao quyết định.',
    })
    await act(id, 'review-again')
    expect((await get(id)).may.revise).toBe(true)
  })

  it('stands no more once a closed incident is opened again; the steps keep what it said', async () => {
    const id = await decided()
    for (const { id: task, version } of (await get(id)).tasks) {
      await runner.hub.incidents.dropTask({ id: task, version, reason: 'Đã làm trên giấy' })
    }
    await runner.hub.auth.stepUp({ password: TEST_PASSWORD })
    await runner.hub.incidents.close({ id, version: (await get(id)).version })
    await act(id, 'reopen')
    const { state, decision, decidedAt, steps } = await get(id)
    expect({ state, decision, decidedAt }).toEqual({ state: 'reopened', decision: null, decidedAt: null })
    expect(steps.find(({ action }) => action === 'decide')?.comment).toBe('Ý kiến decide')
  })

  it('on an escape, somebody more from the same count: it is looked at again, and says why', async () => {
    const room = await lodged(3)
    const of = { zoneId: room.zoneId, shiftAt: SHIFT }
    await zone.hub.headCount.enter({ ...of, roomId: room.roomId, counted: 1, version: 0 })
    const [first = '', second = ''] = room.stays
    const { incidentId } = await escaped([first], { count: of })
    for (const [question, answer, detail] of [
      ['from-where', 'work', null],
      ['noticed', 'seen', '23:30'],
      ['contact', 'no', null],
      ['together', 'alone', null],
    ] as const) {
      await runner.hub.incidents.answer({ id: incidentId, answerId: randomUUID(), question, answer, detail })
    }
    await sign(incidentId)
    await act(incidentId, 'take-up')
    await act(incidentId, 'decide')
    const { ids } = await escaped([second], { count: of })
    const { state, decision, steps } = await get(incidentId)
    expect({ state, decision }).toEqual({ state: 'under-review', decision: null })
    expect(steps.at(-1)).toMatchObject({ action: 'review-again', from: 'decided', to: 'under-review' })
    expect(steps.at(-1)?.comment).toContain('Kết luận trước chưa tính')

    // Nor does a decision stand on an escape that was none.
    await act(incidentId, 'decide')
    const escapes = [{ correctionId: randomUUID(), id: ids[0] ?? '' }]
    await director.hub.escapes.withdraw({ escapes, why: 'Đang ở bếp' })
    const after = await get(incidentId)
    expect([after.state, after.decision]).toEqual(['under-review', null])
    expect(after.steps.at(-1)?.comment).toContain('Đang ở bếp')
  })
})

describe('another kind', () => {
  it('asks a role of its form for everybody, and leaves outcomes it does not know', async () => {
    const [first, second] = [enter({ name: 'Hứa Văn An' }), enter({ name: 'Lý Văn Bình' })]
    const [one, other] = [resident(first.personId, 'involved'), resident(second.personId, 'witness')]
    const id = await report({ people: [one, other] })
    await runner.hub.incidents.changeInvolvement({
      id: one.id,
      version: 1,
      role: 'involved',
      outcome: 'discipline',
    })
    const refused = await refusalOf(edit(id, { kind: 'death' }))
    expect(refused.data.problems).toMatchObject([{ code: 'involve-role', field: 'roles' }])
    expect(refused.message).toContain('Hứa Văn An')
    expect((await get(id)).kind).toBe('other')
    await edit(id, { kind: 'death', roles: [{ involvementId: one.id, role: 'died' }] })
    const { kind, involvements, notices } = await get(id)
    expect([kind, involvements.map(({ role, outcome }) => [role, outcome])]).toEqual([
      'death',
      [
        ['died', null],
        ['witness', null],
      ],
    ])
    expect(notices.length).toBeGreaterThan(3)
  })

  it('takes one person where its form allows one', async () => {
    const people = [enter(), enter()].map(({ personId }) => resident(personId, 'involved'))
    const id = await report({ people })
    const roles = people.map((line) => ({ involvementId: line.id, role: 'died' }))
    expect(await codes(edit(id, { kind: 'death', roles }))).toEqual(['involve-only-one'])
  })
})

describe('the moment it happened', () => {
  it('is not before the law of the first form, nor before somebody in it was received', async () => {
    const early = { occurredAt: '2021-12-31T10:00:00.000Z' }
    expect(await codes(report(early))).toEqual(['incident-too-early'])
    const { personId } = enter({ name: 'Hứa Văn Mới', receivedAt: '2026-11-20T02:00:00.000Z' })
    const people = [resident(personId, 'involved')]
    const before = { occurredAt: '2026-11-19T02:00:00.000Z' }
    const refused = await refusalOf(report({ people, ...before }))
    expect(refused.message).toContain('Hứa Văn Mới chưa vào cơ sở lúc 09:00 19/11/2026')
    const id = await report({ people })
    expect(await codes(edit(id, before))).toEqual(['involve-not-here'])
  })

  it('put right moves the hour by which others are told (INC-14), once it is told no more', async () => {
    const { personId } = enter()
    const id = await report({ kind: 'death', people: [resident(personId, 'died')] })
    const [sent] = (await get(id)).notices
    const step = sent?.step ?? ''
    await runner.hub.incidents.sendNotice({ id: sent?.id ?? '', version: 1, sentAt: NIGHT, how: 'by-hand' })
    await edit(id, { occurredAt: '2026-11-21T12:30:00.000Z' })
    const due = (await get(id)).notices.map((one) => [one.step, one.dueAt])
    expect(due).toHaveLength(4)
    expect(due).toContainEqual([step, '2026-11-22T16:30:00.000Z'])
    expect(due.filter(([, dueAt]) => dueAt === '2026-11-22T12:30:00.000Z')).toHaveLength(3)
  })
})

describe('the hour of an escape', () => {
  it('is that of custody: put right there, incident and notice follow (INC-04); here it is refused', async () => {
    const { stayId } = enter()
    const { incidentId: id, ids } = await escaped([stayId], { at: NIGHT })
    const right = '2026-11-21T12:30:00.000Z'
    expect(await codes(edit(id, { occurredAt: right }))).toEqual(['incident-in-custody'])
    await edit(id, { summary: 'Trốn qua tường sau' })
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId, eventId: ids[0] ?? '' }],
      why: 'Sai giờ',
      instead: {
        id: randomUUID(),
        stayId,
        at: right,
        act: { kind: 'escaped', facts: { manner: 'single' } },
      },
    })
    const { occurredAt, notices, summary } = await get(id)
    expect([occurredAt, summary]).toEqual([right, 'Trốn qua tường sau'])
    expect(notices.map(({ dueAt }) => dueAt)).toEqual(['2026-11-22T12:30:00.000Z'])
  })
})

describe('a notice that goes out late', () => {
  it('says why, and the refusal names rule and article (INC-14)', async () => {
    const { personId } = enter()
    const at = '2026-11-20T01:00:00.000Z'
    const id = await report({ kind: 'death', occurredAt: at, people: [resident(personId, 'died')] })
    const [notice] = (await get(id)).notices
    const sending = { id: notice?.id ?? '', version: 1, sentAt: NIGHT, how: 'by-hand' } as const
    const refused = await refusalOf(runner.hub.incidents.sendNotice(sending))
    expect(refused.data.problems).toMatchObject([{ code: 'notice-late', field: 'note' }])
    expect(refused.message).toMatch(/INC-14, .*Điều 122/)
    await runner.hub.incidents.sendNotice({ ...sending, note: 'Mất liên lạc do bão' })
    expect((await get(id)).notices[0]?.note).toBe('Mất liên lạc do bão')
  })
})
