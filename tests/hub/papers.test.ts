import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentWords } from './_document-words.ts'
import { form } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')

let test: TestHub
let director: TestDesk
let intake: TestDesk
let zone: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  director = await test.signIn('director', { name: 'Trần Bảo' })
  intake = await test.signIn('intake', { name: 'Lê Thu Hà' })
  zone = await test.signIn('zone')
})
afterAll(() => test.close())

const wordsOf = (desk: TestDesk, id: string) => documentWords(test, desk, id)

/** Somebody whose term ends on 22/12/2026, so that the way to release begins today. */
function leavingSoon() {
  const [entered] = enterPeople(test, [
    {
      name: 'Hoàng Văn Về',
      birth: '1990-03-05',
      startOn: '2024-12-22',
      receivedAt: '2024-12-22T02:00:00.000Z',
    },
  ])
  if (!entered) throw new Error('nobody entered')
  return entered
}

const answers = {
  residence: 'Xã Cao Lộc',
  family: 'Mẹ đón',
  work: 'Học nghề mộc',
  health: null,
  risk: 'Bạn cũ',
  support: null,
  wishes: null,
}

async function dutyOf(stayId: string, duty: string) {
  const { rows } = await intake.hub.obligations.ofStay({ stayId })
  return rows.filter((row) => row.duty === duty).map(({ state }) => state)
}

it('ST-5 D163 Điều 88: the plan for going back is a numbered Mẫu 19, Mẫu 21 before 01/07/2026, and meets the duty', async () => {
  const { stayId } = leavingSoon()
  const make = (on: string | null) =>
    director.hub.documents.make({ id: randomUUID(), stayId, form: 'reintegration-plan', on })
  expect((await refusalOf(make(null))).message).toContain('Chưa lập kế hoạch tái hòa nhập (Mẫu số 19)')
  await director.hub.plans.saveReintegration({ id: randomUUID(), stayId, version: null, answers })
  const line = await make(null)
  expect([line.formNumber, line.register]).toEqual(['Mẫu số 19', 'plans'])
  const words = await wordsOf(director, line.id)
  for (const part of ['HOÀNG VĂN VỀ', 'Xã Cao Lộc', 'Học nghề mộc', line.fullNumber])
    expect(words).toContain(part)
  expect(await dutyOf(stayId, 'ST-5')).toEqual(['scheduled'])
  const started = {
    id: randomUUID(),
    stayId,
    stage: 5 as const,
    startedOn: '2026-11-22',
    reason: 'Nhập từ sổ cũ',
  }
  await director.hub.stages.start(started)
  expect(await dutyOf(stayId, 'ST-5')).toEqual(['done'])
  expect((await make('2026-06-30')).formNumber).toBe('Mẫu số 21')
})

it('DIS-07, DIS-11 L120 Điều 35.6, 42.3: without a stable residence both are owed, and the registration meets DIS-11', async () => {
  const { stayId, personId } = leavingSoon()
  expect(await dutyOf(stayId, 'DIS-07')).toEqual([])
  const place = { stayId, version: null, residence: 'none' as const, work: 'unable' as const }
  const half = await refusalOf(
    intake.hub.dossier.saveReturnPlace({ ...place, registeredAddress: 'Xã Hoàng Văn Thụ' }),
  )
  expect(half.data.problems).toMatchObject([{ code: 'return-half', field: 'registeredOn' }])
  const saved = await intake.hub.dossier.saveReturnPlace(place)
  expect(saved).toMatchObject({ needsSocialProtection: true, version: 1, recordedBy: 'Lê Thu Hà' })
  expect(await dutyOf(stayId, 'DIS-07')).toEqual(['scheduled'])
  expect(await dutyOf(stayId, 'DIS-11')).toEqual(['scheduled'])
  const registered = { registeredAddress: 'Xã Hoàng Văn Thụ', registeredOn: '2026-11-20' }
  await intake.hub.dossier.saveReturnPlace({ ...place, version: 1, work: 'able', ...registered })
  expect(await dutyOf(stayId, 'DIS-07')).toEqual([])
  expect(await dutyOf(stayId, 'DIS-11')).toEqual(['done'])
  const stale = await intake.raw('dossier/saveReturnPlace', { ...place, proof: null, ...registered })
  expect(stale.code).toBe('conflict')
  const { lines } = await director.hub.audit.list({ personId })
  expect(lines.map(({ action }) => action)).toContain('return-place.saved')
})

it('DIS-06 D163 Điều 123.3: the minutes of giving back list money and sealed things', async () => {
  const seal = { id: randomUUID(), sealNumber: 'NP-7001', storedAt: null }
  const thing = { id: randomUUID(), description: 'Điện thoại', quantity: 1, condition: 'vỡ góc' }
  const { stayId } = await intake.hub.intake.receive(
    form({
      deposit: { id: randomUUID(), amount: 230_000 },
      belongings: { bags: [{ ...seal, lines: [thing] }], kept: [] },
    }),
  )
  const line = await intake.hub.documents.make({
    id: randomUUID(),
    stayId,
    form: 'return-minutes',
    answers: { nguoi_chung_kien: 'Vi Văn Chứng' },
  })
  expect(line.fullNumber).toMatch(/^\d\d\/BB-/)
  const words = await wordsOf(intake, line.id)
  for (const part of [
    '230.000',
    'Hai trăm ba mươi nghìn đồng',
    'Điện thoại',
    'NP-7001',
    'vỡ góc',
    'Vi Văn Chứng',
  ])
    expect(words).toContain(part)
})

it('a campaign is reported on a numbered paper once its result is, and only to who may see it', async () => {
  const id = randomUUID()
  const plan = { id, version: null, name: 'Tháng hành động 2026', fromOn: '2026-06-01', toOn: '2026-06-30' }
  await director.hub.campaigns.save({ ...plan, goal: 'Mọi học viên được tuyên truyền' })
  const held = {
    heldOn: '2026-06-01',
    title: 'Mít tinh',
    isHeld: true,
    residents: 300,
    staff: 20,
    result: 'Tốt',
  }
  await director.hub.campaigns.saveActivity({ id: randomUUID(), campaignId: id, version: null, ...held })
  const paper = { id: randomUUID(), houseId: id, form: 'campaign-report' as const }
  expect((await refusalOf(director.hub.documents.make(paper))).message).toContain('chưa báo cáo kết quả')
  await director.hub.campaigns.report({ id, version: 1, result: 'Hoàn thành kế hoạch' })
  const line = await director.hub.documents.make(paper)
  expect(line).toMatchObject({ personId: null, stayId: null, houseId: id, register: 'reports' })
  expect(line.fullNumber).toMatch(/^01\/BC-/)
  const words = await wordsOf(director, line.id)
  for (const part of ['Tháng hành động 2026', 'Mít tinh', '300 / 20 / 0', 'Hoàn thành kế hoạch'])
    expect(words).toContain(part)
  const { documents } = await zone.hub.documents.listHouse({ houseId: id })
  expect(documents.map(({ id: one }) => one)).toEqual([line.id])
  const wrong = await director.raw('documents/make', { ...paper, id: randomUUID(), form: 'hand-over' })
  expect(wrong.code).toBe('invalid_input')
  await director.hub.documents.cancel({ id: line.id, version: 1, reason: 'Sai số liệu' })
})

it('a count of the box becomes minutes, which who may not see the money cannot open', async () => {
  await intake.hub.intake.receive(form({ deposit: { id: randomUUID(), amount: 50_000 } }))
  clock.advance(1)
  const { computed } = (await intake.hub.ledger.position({})).box
  const count = { id: randomUUID(), computed, counted: computed - 1_000, witness: 'Vi Văn Kiểm' }
  const close = await intake.hub.ledger.close({ ...count, explanation: 'Thối nhầm' })
  const line = await intake.hub.documents.make({ id: randomUUID(), houseId: close.id, form: 'cash-check' })
  const words = await wordsOf(intake, line.id)
  for (const part of ['Thiếu 1.000 đồng', 'Thối nhầm', 'Vi Văn Kiểm', 'Lê Thu Hà', '500.000'])
    expect(words).toContain(part)
  expect((await zone.hub.documents.listHouse({ houseId: close.id })).documents).toEqual([])
  expect((await zone.raw('documents/get', { id: line.id })).code).toBe('forbidden')
  const unknown = await intake.raw('documents/make', {
    id: randomUUID(),
    houseId: randomUUID(),
    form: 'cash-check',
  })
  expect(unknown.code).toBe('not_found')
})
