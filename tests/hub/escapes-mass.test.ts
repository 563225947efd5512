import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { SHIFT, startEscapeHouse } from './_escapes.ts'
import { refusalOf } from './_lodging.ts'

const { clock, test, zone, incident, director, enter, lodged, report, dutiesOf } = await startEscapeHouse()
afterAll(() => test.close())

describe('many, from a count that failed', () => {
  it('are one incident, one act and a line for each: 40 people of a zone', async () => {
    const room = await lodged(40)
    await zone.hub.headCount.enter({
      zoneId: room.zoneId,
      shiftAt: SHIFT,
      roomId: room.roomId,
      counted: 0,
      version: 0,
    })
    const escapes = room.stays.map((stayId) => ({ stayId, eventId: randomUUID() }))
    const count = { zoneId: room.zoneId, shiftAt: SHIFT }
    const { incidentId } = await zone.hub.escapes.report({ incidentId: randomUUID(), escapes, count })
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found.involvements).toHaveLength(40)
    expect(found.notices).toHaveLength(40)
    const grid = await zone.hub.headCount.grid(count)
    expect(grid.rooms).toMatchObject([{ state: 'explained', left: 0, computedNow: 0 }])
    expect(grid.rooms[0]?.lines).toHaveLength(40)
    expect((await dutiesOf(room.stays[39] ?? ''))['INC-04']).toContain('scheduled')
    const { away } = await zone.hub.escapes.list({})
    expect(away).toBeGreaterThanOrEqual(40)
  })

  it('named one after another join the incident the count has begun', async () => {
    const room = await lodged(3)
    const of = { zoneId: room.zoneId, shiftAt: SHIFT, roomId: room.roomId }
    await zone.hub.headCount.enter({ ...of, counted: 1, version: 0 })
    const [first = '', second = ''] = room.stays
    for (const stayId of [first, second]) {
      await zone.hub.headCount.explain({
        ...of,
        id: randomUUID(),
        direction: 'missing',
        reason: 'escaped',
        stayId,
        eventId: randomUUID(),
      })
    }
    const { rows } = await zone.hub.escapes.list({ limit: 200 })
    const incidents = rows.filter((row) => [first, second].includes(row.stayId)).map((row) => row.incidentId)
    expect(incidents).toHaveLength(2)
    expect(new Set(incidents).size).toBe(1)
  })

  it('have a decision and a notice each: the last decision ends the task of the incident, a cancelled one takes that back', async () => {
    const { stays } = await lodged(3)
    const { incidentId } = await report(stays)
    const decide = (stayId: string) =>
      incident.hub.documents.make({ id: randomUUID(), stayId, form: 'search-decision', answers: {} })
    const task = async () => {
      const { tasks } = await incident.hub.incidents.get({ id: incidentId })
      return tasks.find(({ step }) => step === 'search-decision')
    }
    const [first = '', ...others] = stays
    await decide(first)
    expect(await task()).toMatchObject({ doneAt: null })
    const made = []
    for (const stayId of others) made.push(await decide(stayId))
    const last = made.at(-1)
    const ended = await task()
    expect(ended).toMatchObject({ doneBy: 'Máy chủ', result: expect.stringContaining('3 quyết định') })
    expect(ended?.result).toContain(last?.fullNumber)
    await incident.hub.documents.cancel({ id: last?.id ?? '', version: 1, reason: 'Sai ngày sinh' })
    expect(await task()).toMatchObject({ doneAt: null, result: null })
    const { papers } = await incident.hub.escapes.ofIncident({ incidentId })
    expect(papers.map(({ form }) => form)).toEqual(['search-decision', 'search-decision'])
  })

  it('get each paper as one work: only those it is owed for, none twice, no notice of whom the police was told of already', async () => {
    const { stays } = await lodged(3)
    const { incidentId } = await report(stays)
    const [first = '', second = ''] = stays
    await incident.hub.documents.make({
      id: randomUUID(),
      stayId: first,
      form: 'search-decision',
      answers: {},
    })
    const of = () => incident.hub.escapes.ofIncident({ incidentId })
    const told = (await of()).notices.find(({ stayId }) => stayId === second)
    await incident.hub.incidents.sendNotice({
      id: told?.id ?? '',
      version: told?.version ?? 0,
      sentAt: clock.now(),
      how: 'document-system',
    })
    expect((await of()).owed).toEqual({ 'search-decision': 2, 'search-sheet': 3, 'escape-notice': 2 })
    const ended = async (jobId: string, by = incident) => {
      await test.hub.jobs.ended(jobId)
      return by.hub.jobs.get({ id: jobId })
    }
    for (const [form, made] of [
      ['search-decision', 2],
      ['escape-notice', 2],
      ['escape-notice', 0],
    ] as const) {
      const { jobId } = await incident.hub.escapes.makePapers({ incidentId, form })
      expect(await ended(jobId)).toMatchObject({ state: 'done', done: made, total: made })
    }
    const sheets = await zone.hub.escapes.makeSheets({ incidentId })
    expect(await ended(sheets.jobId, zone)).toMatchObject({ state: 'done', done: 3 })
    const { papers, owed } = await of()
    expect(owed).toEqual({ 'search-decision': 0, 'search-sheet': 0, 'escape-notice': 0 })
    expect(
      Object.fromEntries(
        [...Map.groupBy(papers, ({ form }) => form)].map(([form, all]) => [form, all.length]),
      ),
    ).toEqual({
      'search-decision': 3,
      'search-sheet': 3,
      'escape-notice': 2,
    })
    expect((await refusalOf(zone.hub.escapes.makePapers({ incidentId, form: 'search-decision' }))).code).toBe(
      'forbidden',
    )
    const nowhere = incident.hub.escapes.makePapers({ incidentId: randomUUID(), form: 'search-decision' })
    expect((await refusalOf(nowhere)).code).toBe('not_found')
  })

  it('get one decision each also where two desks begin at once', async () => {
    const { stays } = await lodged(3)
    const { incidentId } = await report(stays)
    const begun = await Promise.all(
      [incident, director].map(({ hub }) => hub.escapes.makePapers({ incidentId, form: 'search-decision' })),
    )
    const views = await Promise.all(begun.map(({ jobId }) => test.hub.jobs.ended(jobId)))
    expect(views.map(({ done }) => done).toSorted((a, b) => a - b)).toEqual([0, 3])
    const { papers } = await incident.hub.escapes.ofIncident({ incidentId })
    expect(papers).toHaveLength(3)
  })

  it('are told of in one act, all or none: whoever was told of meanwhile is named', async () => {
    const { stays } = await lodged(3)
    const { incidentId } = await report(stays)
    const unsent = async () => {
      const { notices } = await incident.hub.escapes.ofIncident({ incidentId })
      return notices.filter(({ sentAt }) => sentAt === null)
    }
    const notices = (await unsent()).map(({ id, version }, i) => ({
      id,
      version,
      paperNumber: `${i + 1}/TB-CSCN`,
    }))
    expect(notices).toHaveLength(3)
    expect((await zone.hub.escapes.ofIncident({ incidentId })).mayTell).toBe(false)
    const sent = { sentAt: clock.now(), how: 'document-system' } as const
    const { sendNotices } = incident.hub.incidents
    const stale = notices.map((one, i) => (i === 2 ? { ...one, version: 9 } : one))
    const refused = await refusalOf(sendNotices({ notices: stale, ...sent }))
    expect(refused.code).toBe('conflict')
    expect(await unsent()).toHaveLength(3)
    expect((await refusalOf(zone.hub.incidents.sendNotices({ notices, ...sent }))).code).toBe('forbidden')
    const key = randomUUID()
    for (let times = 0; times < 2; times += 1) {
      const done = await sendNotices({ notices, ...sent }, { context: { key } })
      expect(done.notices).toHaveLength(3)
    }
    expect(await unsent()).toEqual([])
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found.notices.map(({ paperNumber }) => paperNumber)).toEqual([
      '1/TB-CSCN',
      '2/TB-CSCN',
      '3/TB-CSCN',
    ])
    for (const stayId of stays) expect((await dutiesOf(stayId))['INC-04']).toContain('done')
    const { lines } = await director.hub.audit.list({ action: 'incident.notice-sent' })
    const told = lines.filter(({ subjectId }) => subjectId === incidentId)
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(3)
  })

  it('are written down all or not at all, naming whoever cannot have escaped', async () => {
    const gone = enter({
      name: 'Hứa Văn Về',
      acts: [['2026-11-20T02:00:00.000Z', { kind: 'released', facts: {} }]],
    })
    const here = enter({ name: 'Hứa Văn Đây' })
    const escapes = [gone, here].map(({ stayId }) => ({ stayId, eventId: randomUUID() }))
    const refused = await refusalOf(zone.hub.escapes.report({ incidentId: randomUUID(), escapes }))
    expect(refused.message).toContain('Hứa Văn Về đã kết thúc')
    expect((await zone.hub.custody.line({ stayId: here.stayId })).position).toBe('awaiting-bed')
  })
})
describe('the roster with photos', () => {
  it('shows everybody inside one zone by room, without those who escaped, and each zone taken is on record', async () => {
    const room = await lodged(3)
    const [gone = ''] = room.stays
    await report([gone])
    const roster = await zone.hub.escapes.roster({ zoneId: room.zoneId })
    expect(roster).toMatchObject({ people: 2, zoneId: room.zoneId, at: clock.now() })
    expect(roster.rooms.map(({ people }) => people.length)).toEqual([2])
    const { lines } = await director.hub.audit.list({ action: 'roster.printed' })
    expect(lines).toMatchObject([{ subjectId: room.zoneId, facts: { people: 2 } }])
    const nowhere = await refusalOf(zone.hub.escapes.roster({ zoneId: randomUUID() }))
    expect(nowhere.code).toBe('not_found')
  })
})
