import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { form, release } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')
let test: TestHub
let desk: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now, elapsed: () => 0 })
  desk = await test.signIn('intake')
})
afterAll(() => test.close())

async function seal(sealNumber: string): Promise<{ stayId: string; bagId: string }> {
  const { stayId } = await desk.hub.intake.receive(form())
  const line = { id: randomUUID(), description: 'Ví', quantity: 1, condition: null }
  const bag = { id: randomUUID(), sealNumber, lines: [line] }
  await desk.hub.deposit.addBag({ stayId, bag })
  clock.advance(1)
  return { stayId, bagId: bag.id }
}

async function addCells(rack: string): Promise<string[]> {
  const cells = ['01', '02'].map((cell) => ({ id: randomUUID(), cell }))
  await desk.hub.belongings.addShelves({ store: 'Kho 1', rack, cells })
  return cells.map(({ id }) => id)
}

it('a bag lies in one cell, is found by part of its seal, and a cell is counted against its list', async () => {
  const [one = '', two = ''] = await addCells('A')
  const [first, second] = [await seal('NP-0100'), await seal('NP-0200')]
  await desk.hub.belongings.place({ shelfId: one, bagIds: [first.bagId, second.bagId] })
  await desk.hub.belongings.place({ shelfId: two, bagIds: [second.bagId] })
  const { rows } = await desk.hub.belongings.bags({ words: 'np 02' })
  expect(rows).toMatchObject([
    { sealNumber: 'NP-0200', place: 'Kho 1 – Kệ A – Ô 02', state: 'stored', things: '1 Ví' },
  ])
  expect(await desk.hub.belongings.count({ shelfId: one })).toEqual({ bags: 1 })
  const counted = await desk.hub.belongings.recordCount({
    id: randomUUID(),
    shelfId: one,
    found: [second.bagId],
    witness: 'Lê Thị Bình',
  })
  expect(counted).toMatchObject({ expected: 1, found: 1 })
  expect(
    counted.findings
      .map(({ sealNumber, finding }) => [sealNumber, finding] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  ).toEqual([
    ['NP-0100', 'missing'],
    ['NP-0200', 'unexpected'],
  ])
  const refused = await refusalOf(desk.hub.belongings.closeShelf({ id: one }))
  expect(refused.message).toBe('Kho 1 – Kệ A – Ô 01 còn 1 túi. Chuyển hết túi sang ô khác rồi đóng.')
  const { bags } = await desk.hub.belongings.labels({ bagIds: [first.bagId, second.bagId] })
  expect(bags.map(({ sealNumber }) => sealNumber)).toEqual(['NP-0100', 'NP-0200'])
})

it('a seal that was broken never comes back, on a new seal or a new bag', async () => {
  const { bagId } = await seal('NP-0300')
  const change = { id: randomUUID(), bagId, newSeal: 'NP-0301', reason: 'Lấy thuốc', witness: 'Lê Thị Bình' }
  expect(await desk.hub.belongings.changeSeal(change)).toEqual({ sealNumber: 'NP-0301' })
  const back = await refusalOf(
    desk.hub.belongings.changeSeal({ ...change, id: randomUUID(), newSeal: 'np 0300' }),
  )
  expect(back.data.problems).toMatchObject([{ code: 'seal-broken', field: 'newSeal' }])
  expect((await refusalOf(seal('NP 0300'))).data.problems).toMatchObject([{ code: 'seal-broken' }])
  expect((await refusalOf(seal('NP 0301'))).data.problems).toMatchObject([{ code: 'seal-taken' }])
})

it('is due back when its owner has left, disposed of only after the unclaimed days with minutes (DIS-06)', async () => {
  const { stayId, bagId } = await seal('NP-0400')
  const dispose = {
    id: randomUUID(),
    bagId,
    kind: 'disposed' as const,
    signedBy: 'Trần Quốc Bảo',
    secondSigner: 'Lê Thị Bình',
    note: 'Không ai nhận',
    minutes: '03/BB',
  }
  expect((await refusalOf(desk.hub.deposit.recordBag(dispose))).message).toContain(
    'DIS-06: Nghị định 163/2026',
  )
  await release(await test.signIn('director'), stayId)
  clock.advance(1)
  const { rows } = await desk.hub.belongings.bags({ states: ['due-back'] })
  expect(rows).toMatchObject([{ id: bagId, disposableFrom: '2027-05-21' }])
  expect((await desk.hub.today.get({})).due).toContainEqual(
    expect.objectContaining({ kind: 'bags-due', count: 1, rule: 'DIS-06' }),
  )
  const early = await refusalOf(desk.hub.deposit.recordBag(dispose))
  expect(early.data.problems).toMatchObject([{ code: 'too-early' }])
  clock.advance(180 * 24 * 60)
  const unminuted = await refusalOf(desk.hub.deposit.recordBag({ ...dispose, minutes: null }))
  expect(unminuted.data.problems).toMatchObject([{ code: 'minutes-missing' }])
  const { bags } = await desk.hub.deposit.recordBag(dispose)
  expect(bags).toMatchObject([
    { state: 'disposed', events: [{ minutes: '03/BB', secondSigner: 'Lê Thị Bình' }] },
  ])
})

it('a loss is recorded with its minutes and what was paid for it', async () => {
  const { bagId } = await seal('NP-0500')
  const { bags } = await desk.hub.deposit.recordBag({
    id: randomUUID(),
    bagId,
    kind: 'lost',
    signedBy: 'Vi Văn An',
    secondSigner: 'Lê Thị Bình',
    note: 'Không thấy khi kiểm kê',
    minutes: '07/BB',
    compensation: 1_500_000,
  })
  expect(bags).toMatchObject([{ state: 'lost', events: [{ compensation: 1_500_000, minutes: '07/BB' }] }])
  const [shelfId = ''] = await addCells('B')
  const refused = await refusalOf(desk.hub.belongings.place({ shelfId, bagIds: [bagId] }))
  expect(refused.data.problems).toMatchObject([{ code: 'bag-state' }])
})

it('nothing of all this was an error of the hub', () => {
  expect(test.errors).toEqual([])
})
