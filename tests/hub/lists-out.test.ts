import { randomUUID } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { form } from './_intake.ts'
import { receivePeople, refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')
/** The smallest picture a JPEG reader takes: a head and an end. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 0xff, 0xd9])

let test: TestHub
let director: TestDesk
let zone: TestDesk
let intake: TestDesk
let teacher: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  director = await test.signIn('director', { name: 'Trần Bảo' })
  zone = await test.signIn('zone')
  intake = await test.signIn('intake', { name: 'Lê Thu Hà' })
  teacher = await test.signIn('teacher')
})
afterAll(() => test.close())

function somebody(name: string, track: 'compulsory' | 'voluntary' = 'compulsory') {
  const [person] = receivePeople(test, [{ name, track, receivedAt: '2026-08-10T01:00:00.000Z' }])
  if (!person) throw new Error('nobody came')
  return person
}

async function rowsOf(file: File): Promise<string[][]> {
  const [sheet] = await readExcelFile(Buffer.from(await file.arrayBuffer()))
  return (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
}

it('lists leave as workbooks, on record, and only for who may export', async () => {
  const { personId } = somebody('Lò Văn Đơn')
  await zone.hub.requests.receive({
    id: randomUUID(),
    channel: 'person',
    kind: 'wish',
    topic: 'visits',
    personId,
    body: 'Xin gọi điện về nhà',
  })
  const all = { state: 'all' as const, kinds: [], zones: [], personId: null }
  const [heads, first] = await rowsOf(await zone.hub.requests.export(all))
  expect(heads?.slice(0, 4)).toEqual(['STT', 'Số', 'Ngày nhận', 'Người gửi'])
  expect(first).toEqual(expect.arrayContaining(['Lò Văn Đơn', 'Xin gọi điện về nhà']))
  await zone.hub.sweep.run({})
  expect((await rowsOf(await zone.hub.sweep.export({ state: null, kinds: [], zones: [] })))[0]).toContain(
    'Vi phạm',
  )
  const counts = { zoneId: null, onlyVariance: false }
  expect((await rowsOf(await zone.hub.headCount.export(counts)))[0]).toContain('Đếm được')
  expect((await intake.raw('headCount/export', counts)).code).toBe('forbidden')
  expect((await teacher.raw('requests/export', all)).code).toBe('forbidden')
  for (const action of ['requests.exported', 'sweep.exported', 'counts.exported'])
    expect((await director.hub.audit.list({ action })).lines).toHaveLength(1)
})

it('the time of the nightly sweep is set by the head of the centre', async () => {
  expect((await director.hub.sweep.summary({})).time).toBe('02:00')
  await director.hub.sweep.setTimes({ time: '03:30', outDays: 10 })
  expect(await director.hub.sweep.summary({})).toMatchObject({ time: '03:30', outDays: 10 })
  expect((await zone.raw('sweep/setTimes', { time: '04:00', outDays: 1 })).code).toBe('forbidden')
  expect((await director.raw('sweep/setTimes', { time: '25:00', outDays: 1 })).code).toBe('invalid_input')
})

it('a bag tells each time it was opened and sealed anew', async () => {
  const bag = { id: randomUUID(), sealNumber: 'NP-8001', storedAt: null }
  const thing = { id: randomUUID(), description: 'Đồng hồ', quantity: 1, condition: null }
  const { stayId } = await intake.hub.intake.receive(
    form({ belongings: { bags: [{ ...bag, lines: [thing] }], kept: [] } }),
  )
  const change = {
    id: randomUUID(),
    bagId: bag.id,
    newSeal: 'NP-8002',
    reason: 'Lấy thuốc',
    witness: 'Vi Văn Kho',
  }
  await intake.hub.belongings.changeSeal(change)
  const { bags } = await intake.hub.deposit.belongings({ stayId })
  expect(bags[0]?.seals).toMatchObject([
    {
      oldSeal: 'NP-8001',
      newSeal: 'NP-8002',
      reason: 'Lấy thuốc',
      witness: 'Vi Văn Kho',
      changedBy: 'Lê Thu Hà',
    },
  ])
})

it('a visitor has a photo, the newest of which is shown at the door', async () => {
  const { personId } = somebody('Lò Văn Thăm')
  const visitor = { id: randomUUID(), version: null, name: 'Lò Thị Mẹ', paperKind: null, paperNumber: null }
  const tie = { personId, relation: 'mother' as const, relativeId: null, proof: 'Giấy khai sinh' }
  const { id: visitorId } = await zone.hub.visits.saveVisitor({ ...visitor, tie })
  const send = (desk: TestDesk) =>
    fetch(`${test.url}/files/visitor`, {
      method: 'POST',
      headers: { cookie: desk.cookie, 'content-type': 'image/jpeg' },
      body: PICTURE,
    })
  expect((await send(teacher)).status).toBe(403)
  const { fileId } = (await (await send(zone)).json()) as { fileId: string }
  const photo = async () => (await zone.hub.visits.person({ personId })).visitors[0]?.photoId ?? ''
  const [one, two] = [randomUUID(), randomUUID()]
  await zone.hub.visits.setVisitorPhoto({ id: one, visitorId, fileId })
  expect(await photo()).toBe(one)
  await zone.hub.visits.setVisitorPhoto({ id: two, visitorId, fileId })
  expect(await photo()).toBe(two)
  const shown = await fetch(`${test.url}/files/visitor/${two}`, { headers: { cookie: zone.cookie } })
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const missing = zone.hub.visits.setVisitorPhoto({ id: randomUUID(), visitorId, fileId: randomUUID() })
  expect((await refusalOf(missing)).message).toContain('Không tìm thấy ảnh')
})

it('ST-6 D163 Điều 84-88: a voluntary person goes with the stages done, or with a reason that stays on the line', async () => {
  const { stayId } = somebody('Lò Văn Nguyện', 'voluntary')
  const release = (note?: string) =>
    director.hub.custody.record({
      id: randomUUID(),
      stayId,
      act: { kind: 'released', facts: note === undefined ? {} : { note } },
    })
  const refused = await refusalOf(release())
  expect(refused.data.problems).toMatchObject([{ code: 'voluntary-stages', field: 'act.facts.note' }])
  expect(refused.message).toContain('ST-6')
  await release('Gia đình chuyển đi tỉnh khác')
  const { events } = await director.hub.custody.line({ stayId })
  expect(events.at(-1)?.act).toMatchObject({
    kind: 'released',
    facts: { note: 'Gia đình chuyển đi tỉnh khác' },
  })
})

it('care lists are of a team when one is asked for', async () => {
  const [inTeam, other] = [somebody('Lò Văn Tổ'), somebody('Lò Văn Ngoài')]
  const { staff } = await director.hub.teams.list({})
  const teamId = randomUUID()
  await director.hub.teams.add({
    id: teamId,
    name: 'Tổ 1',
    purpose: null,
    responsibleId: staff[0]?.userId ?? '',
  })
  await director.hub.teams.put({ teamId, stayIds: [inTeam.stayId] })
  const stages = await director.hub.stages.people({ stage: 0, zones: [], teams: [teamId] })
  expect(stages.rows.map(({ stayId }) => stayId)).toEqual([inTeam.stayId])
  const ask = { kinds: ['counselling-group' as const], since: '2026-11-01', zones: [], teams: [teamId] }
  const missing = await director.hub.careSessions.missing(ask)
  expect([missing.onRoll, missing.people.map(({ stayId }) => stayId)]).toEqual([1, [inTeam.stayId]])
  const session = (stayId: string) =>
    director.hub.careSessions.save({
      id: randomUUID(),
      version: null,
      kind: 'counselling-group',
      topic: `Buổi của ${stayId}`,
      startsAt: '2026-11-20T02:00:00.000Z',
      minutes: 60,
      place: null,
      leader: 'Vi Thị Dạy',
      stayIds: [stayId],
    })
  await session(inTeam.stayId)
  await session(other.stayId)
  const { rows } = await director.hub.careSessions.list({ teams: [teamId] })
  expect(rows.map(({ topic }) => topic)).toEqual([`Buổi của ${inTeam.stayId}`])
})
