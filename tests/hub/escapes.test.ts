import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { NIGHT, startEscapeHouse } from './_escapes.ts'
import { refusalOf } from './_lodging.ts'
import type { TestPerson } from './_people.ts'

const { clock, test, zone, incident, intake, enter, dutiesOf } = await startEscapeHouse()
afterAll(() => test.close())

const one = (stayId: string, more: Record<string, unknown> = {}) => ({
  incidentId: randomUUID(),
  escapes: [{ eventId: randomUUID(), stayId }],
  ...more,
})

describe('one person, at night', () => {
  it('opens the incident, stops the clock and starts the hours of INC-02 and INC-04 in one act', async () => {
    const { stayId, personId } = enter()
    const report = one(stayId, { at: NIGHT, clothes: 'áo xanh', direction: 'phía suối' })
    const { incidentId, number } = await zone.hub.escapes.report(report)
    expect(number).toMatch(/^VV-2026-\d{4}$/)
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found).toMatchObject({ kind: 'escape', state: 'reported', occurredAt: NIGHT })
    expect(found.involvements.map(({ personId: who, role }) => [who, role])).toEqual([[personId, 'escaped']])
    expect(await dutiesOf(stayId)).toMatchObject({
      'INC-02': 'scheduled 2026-11-22T16:30',
      'INC-04': 'scheduled 2026-11-22T16:30',
    })
    const { people } = await zone.hub.escapes.ofIncident({ incidentId })
    expect(people).toMatchObject([
      {
        name: 'Nông Văn Dũng',
        standing: 'away',
        clothes: 'áo xanh',
        search: { rule: 'INC-02', form: 'Mẫu 43', isOurs: true },
        told: [{ rule: 'INC-04', hours: 24 }],
        sightings: [{ kind: 'custody' }],
      },
    ])
    const { endOn } = (await intake.hub.people.get({ id: personId })).stays[0]?.clock ?? {}
    expect(endOn).toBeNull()
  })

  it('meets INC-02 with the numbered decision and INC-04 with the notice once it was sent', async () => {
    const { stayId } = enter()
    const { incidentId } = await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    const made = await intake.hub.documents.make({
      id: randomUUID(),
      stayId,
      form: 'search-decision',
      on: null,
      answers: {},
    })
    expect(made).toMatchObject({ formNumber: 'Mẫu số 43' })
    expect((await dutiesOf(stayId))['INC-02']).toContain('done')
    expect((await dutiesOf(stayId))['INC-04']).toContain('scheduled')
    const { notices } = await incident.hub.incidents.get({ id: incidentId })
    const [notice] = notices
    await incident.hub.incidents.sendNotice({
      id: notice?.id ?? '',
      version: notice?.version ?? 1,
      sentAt: clock.now(),
      how: 'document-system',
    })
    expect((await dutiesOf(stayId))['INC-04']).toContain('done')
  })

  it('is recovered after 9 days: the end moves by 9 days (TERM-09, CNT-04) and what moved is told with its rule', async () => {
    const { stayId, personId } = enter({
      acts: [
        ['2026-11-01T16:30:00.000Z', { kind: 'escaped', facts: { manner: 'single' } }],
        ['2026-11-02T02:00:00.000Z', { kind: 'recovered', facts: {} }],
      ],
    })
    const report = one(stayId, { at: '2026-11-10T16:30:00.000Z' })
    const [{ eventId } = { eventId: '' }] = report.escapes
    await zone.hub.escapes.report(report)
    await zone.hub.escapes.recover({
      recoveries: [{ eventId: randomUUID(), stayId }],
      at: '2026-11-19T02:00:00.000Z',
      byWhom: 'Công an xã Cao Lộc',
    })
    const effect = await zone.hub.escapes.explain({ id: eventId })
    expect(effect).toMatchObject({
      daysAway: 9,
      endBefore: '2028-08-11',
      endAfter: '2028-08-20',
      endMovedBy: 9,
      line: { rule: 'TERM-09' },
    })
    expect(effect.duties.find(({ duty }) => duty === 'DIS-01')).toMatchObject({
      change: 'moved',
      before: '2028-07-12T10:00:00.000Z',
      after: '2028-07-21T10:00:00.000Z',
      rule: 'DIS-01',
    })
    const file = await intake.hub.people.get({ id: personId })
    expect(file.stays[0]?.clock.endOn).toBe('2028-08-20')
    const { rows } = await zone.hub.escapes.list({ standing: 'all', personId })
    expect(rows).toMatchObject([{ id: eventId, standing: 'recovered' }])
  })

  it('who dies while away is said to have: no end of the term is promised, nothing more is owed for the search', async () => {
    const { stayId } = enter()
    const report = one(stayId, { at: NIGHT })
    await zone.hub.escapes.report(report)
    const at = '2026-11-22T02:00:00.000Z'
    await zone.hub.custody.record({ id: randomUUID(), stayId, at, act: { kind: 'died', facts: {} } })
    const effect = await zone.hub.escapes.explain({ id: report.escapes[0]?.eventId ?? '' })
    expect(effect).toMatchObject({ ended: { kind: 'died', at }, endAfter: null })
    const { owed } = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    expect(owed).toEqual({ 'search-decision': 0, 'search-sheet': 0, 'escape-notice': 1 })
  })

  it('names what Mẫu 43 asks for and the record lacks (INC-09), and takes more that is known from one desk at a time', async () => {
    const { stayId } = enter()
    const report = one(stayId)
    await zone.hub.escapes.report(report)
    const id = report.escapes[0]?.eventId ?? ''
    const { people } = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    await zone.hub.escapes.describe({
      id,
      version: people[0]?.version ?? 1,
      clothes: 'áo trắng',
      heightCm: 170,
      weightKg: 60.5,
    })
    const after = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    expect(after.people).toMatchObject([{ clothes: 'áo trắng', heightCm: 170, weightKg: 60.5 }])
    expect(after.people[0]?.missing).toEqual([
      'ảnh',
      'giấy tờ tùy thân',
      'nơi thường trú',
      'dấu hiệu riêng',
      'quan hệ gia đình',
    ])
    const late = await refusalOf(zone.hub.escapes.describe({ id, version: 1, clothes: 'áo đỏ' }))
    expect(late.code).toBe('conflict')
  })
})
describe('the law of the day', () => {
  const law = async (track: TestPerson['track'], at: string) => {
    const { stayId } = enter({
      ...(track ? { track } : {}),
      receivedAt: '2026-02-10T02:00:00.000Z',
      startOn: '2026-02-10',
    })
    const { people } = await zone.hub.escapes.prepare({ stayIds: [stayId], at })
    const [found] = people
    return {
      search: found?.search && [
        found.search.rule,
        found.search.form,
        found.search.isOurs,
        found.search.isOptional,
      ],
      told: found?.told.map(({ rule }) => rule),
    }
  }
  it.each([
    [
      'INC-07 D116 Điều 3.5: no search, district and commune told',
      'voluntary',
      '2026-03-05T02:00:00.000Z',
      null,
      ['INC-05', 'INC-07'],
    ],
    [
      'INC-07 L120 Điều 46.2đ: left to the head',
      'voluntary',
      '2026-10-09T03:00:00.000Z',
      ['INC-07', 'Mẫu 43', true, true],
      ['INC-04', 'INC-07'],
    ],
    [
      'INC-03 D116 Điều 48: the deciding body',
      'held',
      '2026-03-05T02:00:00.000Z',
      ['INC-03', null, false, false],
      ['INC-05'],
    ],
    [
      'INC-03 D163 Điều 109.2: the head, Mẫu 43',
      'held',
      '2026-10-09T03:00:00.000Z',
      ['INC-03', 'Mẫu 43', true, false],
      ['INC-04'],
    ],
  ] as const)('%s', async (_title, track, at, search, told) => {
    expect(await law(track, at)).toEqual({ search, told })
  })

  it('INC-07 D163 Điều 4: a voluntary person who leaves is to be told of and counts as gone after 2 working days, 24/11 being a holiday', async () => {
    const { stayId } = enter({ track: 'voluntary' })
    await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    const duties = await dutiesOf(stayId)
    expect(duties['INC-02']).toBeUndefined()
    expect(duties).toMatchObject({
      'INC-04': 'scheduled 2026-11-22T16:30',
      'UP-03': 'scheduled 2026-11-25T10:00',
    })
  })

  it('INC-03 D163 Điều 109.2: somebody held while the dossier is made is searched for by a decision of the head', async () => {
    const { stayId } = enter({ track: 'held' })
    await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    expect(await dutiesOf(stayId)).toMatchObject({ 'INC-03': 'scheduled 2026-11-22T16:30' })
    const plan = await intake.hub.documents.prepare({ stayId, form: 'search-decision', on: null })
    expect(plan).toMatchObject({ formNumber: 'Mẫu số 43', problem: null })
  })
})
