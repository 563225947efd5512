import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 22/11/2026, 09:00. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const STARTS = '2026-11-22T02:00:00.000Z'

let test: TestHub
let intake: TestDesk
let officer: TestDesk
let director: TestDesk
let guard: TestDesk
let personId = ''
const visitId = randomUUID()
const parcelId = randomUUID()

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  intake = await test.signIn('intake', { name: 'Lê Tiếp Nhận' })
  officer = await test.signIn('incident')
  director = await test.signIn('director')
  guard = await test.signIn('zone')
  const [one] = enterPeople(test, [{ name: 'Ma Văn Quà', birth: '1990' }])
  personId = one?.personId ?? ''
  const roomId = randomUUID()
  const room = { id: roomId, version: null, name: 'Phòng 1', capacity: 9, isRetired: false }
  await director.hub.visits.saveRoom(room)
  const visitorId = randomUUID()
  await intake.hub.visits.saveVisitor({
    id: visitorId,
    version: null,
    name: 'Ma Thị Mẹ',
    paperKind: 'old-identity-card',
    paperNumber: '200000001',
    tie: { personId, relation: 'mother', proof: 'Giấy khai sinh' },
  })
  const wish = { personId, roomId, startsAt: STARTS, minutes: 45, visitorIds: [visitorId] }
  await intake.hub.visits.book({ id: visitId, ...wish, isHere: true })
  await intake.hub.contacts.recordParcel({
    id: parcelId,
    personId,
    visitId,
    direction: 'in',
    on: '2026-11-22',
    otherName: 'Ma Thị Mẹ',
    items: [
      {
        id: randomUUID(),
        description: 'Gói mì có bột trắng',
        kind: 'food',
        quantity: 2,
        outcome: 'seized',
        reason: 'nghi ma túy',
      },
    ],
  })
})
afterAll(() => test.close())

async function report(change: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID()
  await intake.hub.incidents.report({
    id,
    kind: 'contraband',
    occurredAt: STARTS,
    placeNote: 'Phòng nhận quà',
    summary: 'Bột trắng trong gói mì.',
    origin: 'parcel',
    originId: parcelId,
    people: [{ id: randomUUID(), role: 'meant-for', who: 'resident', personId }],
    ...change,
  })
  return id
}

/** Something found at the visit that no incident took up yet. */
async function freshFind(): Promise<string> {
  const id = randomUUID()
  await intake.hub.visits.recordFind({ id, visitId, what: 'Bật lửa', quantity: '1', action: 'Tạm giữ' })
  return id
}

const thing = (id: string, findId: string | null = null) => ({
  id,
  exhibitId: randomUUID(),
  kind: 'drug' as const,
  substance: 'heroin' as const,
  route: 'parcel' as const,
  description: 'Gói mì có bột trắng',
  quantity: 2,
  unit: 'packet' as const,
  sealNumber: `NP-${id.slice(0, 8)}`,
  foundAt: STARTS,
  holder: 'Lê Tiếp Nhận',
  findId,
})

describe('contraband in a parcel', () => {
  it('is offered as an exhibit until it is one, and leads from there to the parcel and the visit', async () => {
    const id = await report()
    const before = await officer.hub.incidents.get({ id })
    const source = { kind: 'parcel', targetId: parcelId, on: '2026-11-22' }
    expect(before.finds).toEqual([
      expect.objectContaining({
        personId,
        personName: 'Ma Văn Quà',
        what: 'Gói mì có bột trắng',
        quantity: '2',
        foundBy: 'Lê Tiếp Nhận',
        source,
      }),
    ])
    const [find] = before.finds
    await officer.hub.incidents.addExhibit(thing(id, find?.id ?? ''))
    const after = await officer.hub.incidents.get({ id })
    expect(after.finds).toEqual([])
    expect(after.exhibits).toEqual([expect.objectContaining({ findId: find?.id, source })])
    const faces = after.links.map(({ kind, about, on, personId: whose }) => [kind, about, on, whose])
    const about = ['Ma Văn Quà', '2026-11-22', personId]
    expect(faces).toHaveLength(3)
    for (const kind of ['parcel', 'visit', 'contraband-find']) expect(faces).toContainEqual([kind, ...about])
  })

  it('leads from the visit and the parcel to what was reported, as far as the reader sees it', async () => {
    const id = await report({ origin: 'visit', originId: visitId })
    for (const targetId of [visitId, parcelId]) {
      const { incidents } = await officer.hub.incidents.ofRecord({ targetId })
      expect(incidents.some((one) => one.id === id)).toBe(targetId === visitId)
      expect(incidents.every(({ number }) => /^VV-2026-\d{4}$/.test(number ?? ''))).toBe(true)
    }
    const shown = await director.hub.incidents.get({ id })
    const { version } = shown
    await director.hub.incidents.restrict({ id, version, secrecy: 'restricted', reason: 'Đang xác minh' })
    const seen = await guard.hub.incidents.ofRecord({ targetId: visitId })
    expect(seen.incidents.map((one) => one.id)).not.toContain(id)
  })

  it('is written down at once by whoever took it, who sees the own things and nobody else’s', async () => {
    const id = await report()
    await intake.hub.incidents.addExhibit(thing(id))
    const other = { ...thing(id), exhibitId: randomUUID(), description: 'Điện thoại', kind: 'phone' as const }
    await officer.hub.incidents.addExhibit({ ...other, substance: null })
    const own = await intake.hub.incidents.ownReport({ id })
    expect(own.exhibits.map(({ description, holder }) => [description, holder])).toEqual([
      ['Gói mì có bột trắng', 'Lê Tiếp Nhận'],
    ])
    const [mine] = own.exhibits
    await officer.hub.incidents.moveExhibit({
      id: mine?.id ?? '',
      version: 1,
      moveId: randomUUID(),
      kind: 'stored',
      toHolder: 'Kho vật chứng',
      at: null,
    })
    const [still] = (await intake.hub.incidents.ownReport({ id })).exhibits
    expect([still?.holder, still?.chain.length]).toEqual(['Lê Tiếp Nhận', 1])
    expect((await refusalOf(intake.hub.incidents.get({ id }))).code).toBe('forbidden')
  })
})

describe('an exhibit', () => {
  it('is of one find, and a find is an exhibit of one incident', async () => {
    const [first, second] = [await report(), await report()]
    const find = await freshFind()
    await officer.hub.incidents.link({ id: first, kind: 'contraband-find', targetId: find })
    await officer.hub.incidents.link({ id: second, kind: 'contraband-find', targetId: find })
    await officer.hub.incidents.addExhibit(thing(first, find))
    expect((await officer.hub.incidents.get({ id: second })).finds.map(({ id }) => id)).not.toContain(find)
    const again = await refusalOf(officer.hub.incidents.addExhibit(thing(second, find)))
    expect(again.data.problems).toMatchObject([{ code: 'exhibit-find', field: 'findId' }])
  })

  it('is put right with what the laboratory found, the earlier values and the reason in the audit', async () => {
    const id = await report()
    const first = { ...thing(id), substance: 'unknown' as const, quantity: 2, unit: 'gram' as const }
    await officer.hub.incidents.addExhibit(first)
    const change = {
      id: first.exhibitId,
      version: 1,
      kind: 'drug' as const,
      substance: 'heroin' as const,
      route: 'parcel' as const,
      description: 'Bột trắng',
      quantity: 1.75,
      unit: 'gram' as const,
      reason: 'Theo kết luận giám định số 12/KL',
    }
    expect((await refusalOf(intake.hub.incidents.amendExhibit(change))).code).toBe('forbidden')
    const asked = await refusalOf(officer.hub.incidents.amendExhibit({ ...change, substance: null }))
    expect(asked.data.problems).toMatchObject([{ code: 'exhibit-substance', field: 'substance' }])
    await officer.hub.incidents.amendExhibit(change)
    const { exhibits } = await officer.hub.incidents.get({ id })
    expect(exhibits).toMatchObject([{ substance: 'heroin', quantity: 1.75, version: 2 }])
    expect((await refusalOf(officer.hub.incidents.amendExhibit(change))).code).toBe('conflict')
    const { lines } = await director.hub.audit.list({ action: 'incident.exhibit-amended' })
    expect(lines.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({
        reason: 'Theo kết luận giám định số 12/KL',
        before: 'Chưa rõ, chờ giám định, 2 gam: Gói mì có bột trắng',
      }),
    ])
  })

  it('is handed on after its incident has ended, and put right no more', async () => {
    const id = await report()
    const first = thing(id)
    await officer.hub.incidents.addExhibit(first)
    const { version } = await officer.hub.incidents.get({ id })
    const ended = { id, version, action: 'mark-not-incident' as const, comment: 'Bột nêm' }
    await officer.hub.incidents.act(ended)
    const { kind, substance, route, description, quantity, unit } = first
    const change = { id: first.exhibitId, version: 1, kind, substance, route, description, quantity, unit }
    expect((await refusalOf(officer.hub.incidents.amendExhibit({ ...change, reason: 'Cân lại' }))).code).toBe(
      'forbidden',
    )
    await officer.hub.incidents.moveExhibit({
      id: first.exhibitId,
      version: 1,
      moveId: randomUUID(),
      kind: 'returned',
      toHolder: 'Ma Thị Mẹ',
      at: null,
    })
    expect((await officer.hub.incidents.get({ id })).exhibits).toMatchObject([{ lastMove: 'returned' }])
  })
})
