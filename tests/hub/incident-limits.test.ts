import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from './_lodging.ts'
import { enterPeople, type TestPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const AT = '2026-11-22T01:30:00.000Z'

let test: TestHub
let teacher: TestDesk
let runner: TestDesk
let head: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  teacher = await test.signIn('teacher', { name: 'Lương Thị Dạy' })
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
async function report(change: Partial<Report> = {}, by: TestDesk = runner): Promise<string> {
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
async function escaped(stayId: string): Promise<{ incidentId: string; eventId: string }> {
  const [incidentId, eventId] = [randomUUID(), randomUUID()]
  await runner.hub.escapes.report({ incidentId, escapes: [{ eventId, stayId }], at: AT })
  return { incidentId, eventId }
}
const get = (id: string) => runner.hub.incidents.get({ id })

type Asked = Omit<Parameters<TestDesk['hub']['incidents']['act']>[0], 'id' | 'version'>
async function act(id: string, asked: Asked) {
  const { version } = await get(id)
  return head.hub.incidents.act({ id, version, comment: 'Theo chỉ đạo', ...asked })
}
async function problems(refused: Promise<unknown>) {
  return (await refusalOf(refused)).data.problems ?? []
}
const codes = async (refused: Promise<unknown>) => (await problems(refused)).map(({ code }) => code)
const refused = (id: string, asked: Asked) => codes(act(id, asked))
async function editKind(id: string, kind: Report['kind'], role = 'involved') {
  const { version, involvements } = await get(id)
  const roles = involvements.map((line) => ({ involvementId: line.id, role }))
  const facts = { occurredAt: AT, placeNote: 'Sân', summary: 'Xô xát' }
  return runner.hub.incidents.edit({ id, version, kind, roles, ...facts })
}

describe('an escape, by its report alone', () => {
  it('is not opened without the escape by whoever may record it, nor made of another kind', async () => {
    const asked = {
      id: randomUUID(),
      occurredAt: AT,
      placeNote: 'Cổng sau',
      summary: 'Trốn qua cổng',
    } as const
    const [problem] = await problems(runner.hub.incidents.report({ ...asked, kind: 'escape' }))
    expect(problem).toMatchObject({ code: 'incident-escape', field: 'kind' })
    expect(problem?.message).toContain('Báo bỏ trốn')
    const id = await report()
    expect(await codes(editKind(id, 'escape'))).toEqual(['incident-escape'])
  })

  it('told by a teacher is word of it: decided only once the escape stands, or marked as told twice', async () => {
    const { stayId, personId } = enter({ name: 'Lý Văn Bình' })
    const word = await report({ kind: 'escape', people: [resident(personId, 'escaped')] }, teacher)
    expect((await get(word)).missing.map(({ code }) => code)).toContain('incident-custody')
    const { incidentId } = await escaped(stayId)
    expect((await get(incidentId)).missing.map(({ code }) => code)).not.toContain('incident-custody')
    const marked = await act(word, { action: 'mark-duplicate', duplicateOf: incidentId })
    expect(marked.state).toBe('duplicate')
  })

  it('while somebody is away by it, is nothing else: not no incident, no duplicate, no other kind, and keeps its people', async () => {
    const { stayId } = enter({ name: 'Nông Văn Cảnh' })
    const { incidentId, eventId } = await escaped(stayId)
    const other = await report()
    expect(await refused(incidentId, { action: 'mark-not-incident' })).toEqual(['incident-in-custody'])
    const twice = { action: 'mark-duplicate', duplicateOf: other } as const
    expect(await refused(incidentId, twice)).toEqual(['incident-in-custody'])
    expect(await codes(editKind(incidentId, 'other'))).toEqual(['incident-in-custody'])
    const [one] = (await get(incidentId)).involvements
    const out = { id: one?.id ?? '', version: one?.version ?? 0, reason: 'Nhầm người' }
    expect(await codes(runner.hub.incidents.uninvolve(out))).toEqual(['incident-in-custody'])
    await head.hub.escapes.withdraw({ escapes: [{ correctionId: randomUUID(), id: eventId }], why: 'Nhầm' })
    expect((await get(incidentId)).state).toBe('not-incident')
  })
})

describe('a death', () => {
  it('is decided once custody knows of it, and then stays a death', async () => {
    const { personId } = enter({ name: 'Vi Văn Mất' })
    const one = resident(personId, 'died')
    const id = await report({ kind: 'death', people: [one] })
    expect((await get(id)).missing.map(({ code }) => code)).toContain('incident-custody')
    await head.hub.incidents.recordDeath({ id, involvementId: one.id, eventId: randomUUID(), at: AT })
    expect((await get(id)).missing.map(({ code }) => code)).not.toContain('incident-custody')
    expect(await refused(id, { action: 'mark-not-incident' })).toEqual(['incident-in-custody'])
    expect(await codes(editKind(id, 'injury'))).toEqual(['incident-in-custody'])
    const again = { id, involvementId: one.id, eventId: randomUUID(), at: AT }
    expect((await refusalOf(head.hub.incidents.recordDeath(again))).code).toBe('rule_violated')
  })

  it('of somebody who was taken out again is not recorded, and nobody is owed the news (INC-14)', async () => {
    const { personId } = enter({ name: 'Vi Văn Sống' })
    const one = resident(personId, 'died')
    const id = await report({ kind: 'death', people: [one] })
    expect((await get(id)).notices.length).toBeGreaterThan(3)
    await runner.hub.incidents.uninvolve({ id: one.id, version: 1, reason: 'Đã tỉnh lại' })
    expect((await get(id)).notices).toEqual([])
    const { notices } = await runner.hub.incidents.notices({})
    expect(notices.map(({ incidentId }) => incidentId)).not.toContain(id)
    const death = { id, involvementId: one.id, eventId: randomUUID(), at: AT }
    expect((await refusalOf(head.hub.incidents.recordDeath(death))).code).toBe('rule_violated')
  })

  it('that turned out an accident owes no news of a death (INC-14)', async () => {
    const { personId } = enter({ name: 'Vi Văn Tỉnh' })
    const id = await report({ kind: 'death', people: [resident(personId, 'died')] })
    await editKind(id, 'injury', 'injured')
    expect((await get(id)).notices.filter(({ step }) => step === 'procuracy')).toEqual([])
  })
})

describe('duplicates', () => {
  it('never of itself, of a duplicate, in a circle, nor of what was no incident', async () => {
    const [a, b, c, nothing] = [await report(), await report(), await report(), await report()]
    await act(nothing, { action: 'mark-not-incident' })
    for (const duplicateOf of [a, nothing, randomUUID()]) {
      expect(await refused(a, { action: 'mark-duplicate', duplicateOf })).toEqual(['incident-original'])
    }
    await act(b, { action: 'mark-duplicate', duplicateOf: a })
    expect(await refused(a, { action: 'mark-duplicate', duplicateOf: b })).toEqual(['incident-original'])
    expect(await refused(c, { action: 'mark-duplicate', duplicateOf: b })).toEqual(['incident-original'])
  })

  it('keep their original: it is neither a duplicate nor none before they are opened again', async () => {
    const [a, b, c] = [await report(), await report(), await report()]
    await act(b, { action: 'mark-duplicate', duplicateOf: a })
    const gone = { action: 'mark-duplicate', duplicateOf: c } as const
    expect(await refused(a, gone)).toEqual(['incident-is-original'])
    expect(await refused(a, { action: 'mark-not-incident' })).toEqual(['incident-is-original'])
    await act(b, { action: 'reopen' })
    expect((await act(a, gone)).state).toBe('duplicate')
  })
})

describe('the time of an escape', () => {
  it('is not in the future, not before reception, not twice for one person, not for one who is away', async () => {
    const { stayId } = enter({ name: 'Lục Văn Giờ' })
    const asked = (change: Record<string, unknown>) => ({
      incidentId: randomUUID(),
      escapes: [{ eventId: randomUUID(), stayId }],
      ...change,
    })
    const twice = [0, 1].map(() => ({ eventId: randomUUID(), stayId }))
    for (const change of [
      { at: '2026-11-22T03:00:00.000Z' },
      { at: '2019-01-01T03:00:00.000Z' },
      { escapes: twice },
    ]) {
      const { code } = await refusalOf(runner.hub.escapes.report(asked(change)))
      expect([change, code]).toEqual([change, 'rule_violated'])
    }
    await runner.hub.escapes.report(asked({ at: AT }))
    expect((await refusalOf(runner.hub.escapes.report(asked({ at: AT })))).code).toBe('rule_violated')
    const back = (at: string) =>
      runner.hub.escapes.recover({ recoveries: [{ eventId: randomUUID(), stayId }], at })
    expect((await refusalOf(back('2026-11-22T01:00:00.000Z'))).code).toBe('rule_violated')
  })

  it('found out late, with something written down since, is refused in words', async () => {
    const { stayId } = enter({ name: 'Lục Văn Muộn' })
    await escaped(stayId)
    const recoveries = [{ eventId: randomUUID(), stayId }]
    await runner.hub.escapes.recover({ recoveries, at: '2026-11-22T01:45:00.000Z' })
    const early = {
      incidentId: randomUUID(),
      escapes: [{ eventId: randomUUID(), stayId }],
      at: '2026-11-20T01:00:00.000Z',
    }
    const late = await refusalOf(runner.hub.escapes.report(early))
    expect(late.message).toContain('sau đó đã ghi “Bỏ trốn” lúc 08:30 22/11/2026')
  })
})

describe('an exhibit', () => {
  const thing = (change: Record<string, unknown>) => ({
    exhibitId: randomUUID(),
    kind: 'drug' as const,
    substance: 'heroin' as const,
    description: 'Gói bột trắng',
    quantity: 0.25,
    unit: 'gram' as const,
    foundAt: AT,
    holder: 'Bế Văn Việc',
    ...change,
  })
  const add = (id: string, change: Record<string, unknown>) =>
    runner.hub.incidents.addExhibit({ id, ...thing(change) })

  it('is weighed with a decimal, counted without, and only money is in đồng', async () => {
    const id = await report()
    const money = { kind: 'money' as const, substance: null, unit: 'dong' as const }
    await add(id, {})
    await add(id, { ...money, quantity: 500_000 })
    expect(await codes(add(id, { ...money, quantity: 1.5 }))).toEqual(['exhibit-quantity'])
    expect(await codes(add(id, { unit: 'dong', quantity: 5 }))).toEqual(['exhibit-unit'])
    expect(await codes(add(id, { unit: 'packet', quantity: 0.5 }))).toEqual(['exhibit-quantity'])
  })

  it('lies in a bag with others of its incident, never under a seal of another', async () => {
    const [id, other] = [await report(), await report()]
    await add(id, { sealNumber: 'NP-07' })
    await add(id, { sealNumber: 'NP-07' })
    expect(await codes(add(other, { sealNumber: 'NP-07' }))).toEqual(['exhibit-seal-used'])
  })

  it('sent for a test is not stored, sealed or destroyed before it came back', async () => {
    const id = await report()
    const exhibit = randomUUID()
    await add(id, { exhibitId: exhibit })
    const move = (version: number, kind: 'sent-for-test' | 'back-from-test' | 'stored' | 'destroyed') =>
      runner.hub.incidents.moveExhibit({
        id: exhibit,
        version,
        moveId: randomUUID(),
        kind,
        toHolder: 'Phòng kỹ thuật hình sự',
        witness: 'Nông Văn Chứng',
      })
    await move(1, 'sent-for-test')
    for (const kind of ['stored', 'destroyed', 'sent-for-test'] as const) {
      expect(await codes(move(2, kind))).toEqual(['exhibit-away'])
    }
    await move(2, 'back-from-test')
    await move(3, 'stored')
  })

  it('is not made of a find that is not there', async () => {
    const id = await report()
    expect((await refusalOf(add(id, { findId: randomUUID() }))).code).toBe('not_found')
  })
})
