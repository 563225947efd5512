import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentWords } from './_document-words.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')
const AT = '2026-11-22T01:30:00.000Z'
const FOUND = { severity: 'moderate' as const, detail: 'Gãy xương trụ tay trái', treatment: 'Nẹp bột' }

let test: TestHub
let doctor: TestDesk
let nurse: TestDesk
let officer: TestDesk
let director: TestDesk
let personId = ''

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  doctor = await test.signIn('medical', { name: 'Bs Nông Thị Y' })
  nurse = await test.signIn('medical', { name: 'Ys Hà Văn Tá' })
  officer = await test.signIn('incident')
  director = await test.signIn('director')
  personId = enterPeople(test, [{ name: 'Hứa Văn Thương', birth: '1990' }])[0]?.personId ?? ''
})
afterAll(() => test.close())

/** A fight in which one was hurt; examined unless said. */
async function fight({ isExamined = true, isRestricted = false } = {}): Promise<string> {
  const id = randomUUID()
  const involvementId = randomUUID()
  const injuryId = randomUUID()
  await officer.hub.incidents.report({
    id,
    kind: 'fight',
    occurredAt: AT,
    placeNote: 'Sân bóng',
    summary: 'Xô xát khi xếp hàng',
    people: [{ id: involvementId, role: 'victim', who: 'resident', personId }],
  })
  await officer.hub.incidents.addInjury({ id, injuryId, involvementId, noticedAt: AT })
  if (isExamined) await doctor.hub.incidents.examine({ id: injuryId, version: 1, ...FOUND })
  if (isRestricted) {
    const { version } = await director.hub.incidents.get({ id })
    await director.hub.incidents.restrict({ id, version, secrecy: 'restricted', reason: 'Đang xác minh' })
  }
  return id
}

function make(desk: TestDesk, incidentId: string) {
  return desk.hub.documents.make({ id: randomUUID(), incidentId, form: 'injury-minutes' })
}
/** What the hub answers to whoever asks for the file. */
async function status(desk: TestDesk, documentId: string): Promise<number> {
  const headers = { cookie: desk.cookie }
  return (await fetch(`${test.url}/files/document/${documentId}.docx`, { headers })).status
}
const words = (documentId: string) => documentWords(test, doctor, documentId)
const lineOf = async (desk: TestDesk, incidentId: string) =>
  (await desk.hub.documents.listInjuries({})).incidents.find((one) => one.incidentId === incidentId)

describe('the minutes of injuries', () => {
  it('are made by the medical desk, which reads nothing else of the incident', async () => {
    const id = await fight()
    expect((await refusalOf(doctor.hub.incidents.get({ id }))).code).toBe('forbidden')
    expect(await lineOf(doctor, id)).toMatchObject({
      number: expect.stringMatching(/^VV-2026-/),
      kind: 'fight',
      people: [{ name: 'Hứa Văn Thương', isExamined: true }],
      documents: [],
    })
    const { id: made } = await make(doctor, id)
    const text = await words(made)
    expect(text).toContain('Gãy xương trụ tay trái')
    expect(text).toContain('Sân bóng')
    expect(text).not.toContain('Xô xát')
    expect((await lineOf(nurse, id))?.documents.map((line) => line.id)).toEqual([made])
  })

  it('stand with the incident by their number, and are closed to whoever is not of the medical desk', async () => {
    const id = await fight()
    const offered = async () =>
      (await officer.hub.documents.listIncident({ incidentId: id })).offers.find(
        ({ form }) => form === 'injury-minutes',
      )
    expect((await offered())?.problem).toContain('y tế lập')
    expect((await refusalOf(make(officer, id))).code).toBe('rule_violated')
    const { id: made, fullNumber } = await make(doctor, id)
    const { documents } = await officer.hub.documents.listIncident({ incidentId: id })
    expect(documents.map((line) => [line.fullNumber, line.mayOpen])).toEqual([[fullNumber, false]])
    expect([await status(officer, made), await status(director, made)]).toEqual([404, 404])
    expect((await refusalOf(officer.hub.documents.listInjuries({}))).code).toBe('forbidden')
  })

  it('wait for the examination', async () => {
    const id = await fight({ isExamined: false })
    expect((await refusalOf(make(doctor, id))).message).toContain('Ghi kết quả khám')
    expect((await refusalOf(make(doctor, randomUUID()))).code).toBe('not_found')
  })

  it('of a restricted incident name neither its number nor its kind nor its place, and open to their maker alone', async () => {
    const id = await fight({ isRestricted: true })
    const { number } = await director.hub.incidents.get({ id })
    expect(await lineOf(doctor, id)).toMatchObject({ number: null, kind: null })
    const { id: made } = await make(doctor, id)
    const text = await words(made)
    expect(text).toContain('Gãy xương trụ tay trái')
    for (const kept of [number ?? '', 'đánh nhau', 'Sân bóng']) expect(text).not.toContain(kept)
    expect(await status(nurse, made)).toBe(404)
    expect((await lineOf(nurse, id))?.documents).toEqual([])
    expect((await refusalOf(nurse.hub.documents.get({ id: made }))).code).toBe('not_found')
  })
})
