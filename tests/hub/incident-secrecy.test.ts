import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from './_lodging.ts'
import { enterPeople, type TestPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const AT = '2026-11-22T01:30:00.000Z'

let test: TestHub
let guard: TestDesk
let nurse: TestDesk
let runner: TestDesk
let head: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  guard = await test.signIn('zone', { name: 'Nông Văn Khu' })
  nurse = await test.signIn('medical', { name: 'Lục Thị Yên' })
  runner = await test.signIn('incident', { name: 'Bế Văn Việc' })
  head = await test.signIn('director', { name: 'Hoàng Văn Trưởng' })
})
afterAll(() => test.close())

function enter(person: Partial<TestPerson> = {}) {
  const [entered] = enterPeople(test, [{ name: 'Hứa Văn An', birth: '1990', ...person }])
  if (!entered) throw new Error('nobody entered')
  return entered
}

type Report = Parameters<TestDesk['hub']['incidents']['report']>[0]
async function report(by: TestDesk, change: Partial<Report> = {}): Promise<string> {
  const id = randomUUID()
  const facts = { kind: 'fight', occurredAt: AT, placeNote: 'Sân chung', summary: 'Xô xát' } as const
  await by.hub.incidents.report({ id, ...facts, ...change })
  return id
}
const resident = (personId: string, role: string) => ({
  id: randomUUID(),
  role,
  who: 'resident' as const,
  personId,
})
const versionOf = async (id: string) => (await runner.hub.incidents.get({ id })).version
async function restrict(id: string): Promise<void> {
  const version = await versionOf(id)
  await head.hub.incidents.restrict({ id, version, secrecy: 'restricted', reason: 'Theo chỉ đạo' })
}

describe('whoever reported a restricted incident', () => {
  it('learns from the list of own reports no name that others wrote in, nor who runs it', async () => {
    const [own, other] = [enter({ name: 'Lý Văn Bình' }), enter({ name: 'Nông Văn Cảnh' })]
    const id = await report(guard, { kind: 'staff-misconduct', people: [resident(own.personId, 'affected')] })
    await runner.hub.incidents.involve({ id, people: [resident(other.personId, 'affected')] })
    await runner.hub.incidents.act({ id, version: await versionOf(id), action: 'take-up' })
    const { rows } = await guard.hub.incidents.mine({})
    const line = rows.find((row) => row.id === id)
    expect(line?.who.map(({ name }) => name)).toEqual(['Lý Văn Bình'])
    expect(line).toMatchObject({ residents: 1, ownerName: null, openTasks: 0 })
  })

  it('is told of a conflict without the decision', async () => {
    const id = await report(guard, { kind: 'staff-misconduct' })
    await runner.hub.incidents.act({ id, version: await versionOf(id), action: 'return', comment: 'Ghi rõ' })
    const answer = await guard.raw('incidents/act', { id, version: 99, action: 'answer-return' })
    expect(answer.code).toBe('conflict')
    expect(answer.text).toContain('Chờ bổ sung')
    expect(answer.text).not.toMatch(/decision|owner/)
  })

  it('hears no name that others wrote in when the kind or the hour does not fit them', async () => {
    const other = enter({ name: 'Nông Văn Kín', receivedAt: '2026-11-21T02:00:00.000Z' })
    const id = await report(guard, { kind: 'staff-misconduct' })
    await runner.hub.incidents.involve({ id, people: [resident(other.personId, 'affected')] })
    await runner.hub.incidents.act({ id, version: await versionOf(id), action: 'return', comment: 'Ghi rõ' })
    const facts = { id, version: await versionOf(id), placeNote: 'Sân', summary: 'Xô xát', occurredAt: AT }
    for (const change of [{ kind: 'fight' }, { occurredAt: '2026-11-20T02:00:00.000Z' }]) {
      const answer = await guard.raw('incidents/edit', { ...facts, kind: 'staff-misconduct', ...change })
      expect([answer.code, answer.text.includes('Kín')]).toEqual(['rule_violated', false])
      expect(answer.text).toContain('Nhờ bộ phận xử lý vụ việc')
    }
  })

  it('reads no such name among what is missing', async () => {
    const other = enter({ name: 'Nông Văn Khuất' })
    const id = await report(guard, { kind: 'death' })
    await restrict(id)
    await runner.hub.incidents.involve({ id, people: [resident(other.personId, 'died')] })
    const { missing, isOwnReportOnly } = await guard.hub.incidents.ownReport({ id })
    expect([isOwnReportOnly, JSON.stringify(missing).includes('Khuất')]).toEqual([true, false])
    expect(JSON.stringify((await runner.hub.incidents.get({ id })).missing)).toContain('Khuất')
  })

  it('does not do its tasks, by guessing their ids', async () => {
    const id = await report(runner, { kind: 'staff-misconduct' })
    const taskId = randomUUID()
    const dueAt = '2026-11-23T02:00:00.000Z'
    await runner.hub.incidents.addTask({ id, taskId, title: 'Lấy lời khai', role: 'zone', dueAt })
    for (const version of [1, 7]) {
      const { code } = await refusalOf(guard.hub.incidents.doneTask({ id: taskId, version }))
      expect(code).toBe('not_found')
    }
  })
})

describe('a restricted incident beside others', () => {
  it('is not named by an incident that is tied to it, either way', async () => {
    const [open, kept] = [await report(guard), await report(runner, { kind: 'staff-misconduct' })]
    const tie = { kind: 'incident' as const, note: 'Cùng người' }
    await runner.hub.incidents.link({ id: kept, targetId: open, ...tie })
    await runner.hub.incidents.link({ id: open, targetId: kept, ...tie })
    expect((await runner.hub.incidents.get({ id: open })).links).toHaveLength(2)
    expect((await guard.hub.incidents.get({ id: open })).links).toEqual([])
  })

  it('does not stand in the history of a person: neither what came before it was restricted nor an examination', async () => {
    const { personId } = enter({ name: 'Vi Văn Sáu' })
    const one = resident(personId, 'victim')
    const id = await report(guard, { people: [one] })
    const injury = { injuryId: randomUUID(), involvementId: one.id, noticedAt: AT }
    await guard.hub.incidents.addInjury({ id, ...injury })
    const actions = async (desk: TestDesk) =>
      (await desk.hub.people.history({ id: personId })).entries
        .map(({ action }) => action)
        .filter((action) => action.startsWith('incident.'))
    expect(await actions(guard)).toEqual(['incident.injury-added', 'incident.submit'])
    await restrict(id)
    const found = { severity: 'light' as const, detail: 'Xây xát tay trái' }
    await nurse.hub.incidents.examine({ id: injury.injuryId, version: 1, ...found })
    expect(await actions(guard)).toEqual([])
    expect(await actions(nurse)).toEqual([])
    expect(await actions(head)).toEqual(['incident.injury-added', 'incident.submit'])
  })

  it('of an escape: everybody sees who is away, the incident only who may read it', async () => {
    const { stayId, personId } = enter({ name: 'Ma Văn Bảy' })
    const incidentId = randomUUID()
    await runner.hub.escapes.report({ incidentId, escapes: [{ eventId: randomUUID(), stayId }] })
    await restrict(incidentId)
    const { rows } = await guard.hub.escapes.list({ standing: 'all', personId })
    expect(rows).toMatchObject([{ standing: 'away', incidentId: null, incidentNumber: null }])
    expect((await refusalOf(guard.hub.escapes.ofIncident({ incidentId }))).code).toBe('not_found')
    expect((await runner.hub.escapes.ofIncident({ incidentId })).people).toHaveLength(1)
  })

  it('is not led to by the case of conduct that came of it', async () => {
    const { stayId } = enter({ name: 'Lô Văn Tám' })
    const incidentId = await report(runner)
    await restrict(incidentId)
    const id = randomUUID()
    const case1 = {
      kind: 'violation',
      form: 'criticism',
      occurredOn: '2026-11-22',
      ground: 'Gây gổ',
    } as const
    await runner.hub.conductCases.propose({ cases: [{ id, stayId }], incidentId, ...case1 })
    expect((await runner.hub.conductCases.get({ id })).incidentId).toBe(incidentId)
    expect((await guard.hub.conductCases.get({ id })).incidentId).toBeNull()
  })

  it('has papers for those alone who may read it', async () => {
    const incidentId = await report(guard)
    const form = 'incident-minutes' as const
    const paper = await runner.hub.documents.make({ id: randomUUID(), incidentId, form })
    await restrict(incidentId)
    expect((await refusalOf(guard.hub.documents.listIncident({ incidentId }))).code).toBe('not_found')
    expect((await refusalOf(guard.hub.documents.get({ id: paper.id }))).code).toBe('not_found')
  })
})

describe('what an incident keeps of one person', () => {
  it('stands with the papers of that person, for those alone who may read the incident', async () => {
    const [one, other] = [enter({ name: 'Lô Văn Khai' }), enter({ name: 'Lô Văn Kề' })]
    const people = [resident(one.personId, 'attacker'), resident(other.personId, 'victim')]
    const incidentId = await report(guard, { people })
    const made = await runner.hub.documents.make({
      id: randomUUID(),
      incidentId,
      incidentPart: people[0]?.id ?? null,
      form: 'incident-statement',
    })
    const papersOf = async (desk: TestDesk, personId: string) =>
      (await desk.hub.documents.list({ personId })).documents.map(({ id }) => id)
    expect(await papersOf(runner, one.personId)).toEqual([made.id])
    expect(await papersOf(guard, one.personId)).toEqual([made.id])
    expect(await papersOf(runner, other.personId)).toEqual([])
    expect(await papersOf(nurse, one.personId)).toEqual([])
    await restrict(incidentId)
    expect(await papersOf(guard, one.personId)).toEqual([])
    expect(await papersOf(head, one.personId)).toEqual([made.id])
  })
})

describe('a draft that was thrown away', () => {
  it('stays with its writer, and was never a report that could be opened again', async () => {
    const id = await report(guard, { submit: false })
    await guard.hub.incidents.act({ id, version: 1, action: 'discard' })
    expect((await refusalOf(head.hub.incidents.get({ id }))).code).toBe('not_found')
    const { rows } = await head.hub.incidents.list({ states: ['not-incident'] })
    expect(rows.map((row) => row.id)).not.toContain(id)
    const mine = await report(head, { submit: false })
    await head.hub.incidents.act({ id: mine, version: 1, action: 'discard' })
    const again = { id: mine, version: 2, action: 'reopen' as const, comment: 'Nhầm' }
    expect((await refusalOf(head.hub.incidents.act(again))).code).toBe('rule_violated')
  })
})
