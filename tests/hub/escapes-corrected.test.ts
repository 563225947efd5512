import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { NIGHT, SHIFT, startEscapeHouse } from './_escapes.ts'
import { refusalOf } from './_lodging.ts'

const { test, zone, incident, enter, lodged, report, dutiesOf } = await startEscapeHouse()
afterAll(() => test.close())

const one = (stayId: string, more: Record<string, unknown> = {}) => ({
  incidentId: randomUUID(),
  escapes: [{ eventId: randomUUID(), stayId }],
  ...more,
})

describe('one of many who was there all along', () => {
  it('is taken back whole: papers cancelled under their numbers, told nobody of, out of incident and count; the others stay', async () => {
    const room = await lodged(3)
    const of = { zoneId: room.zoneId, shiftAt: SHIFT }
    await zone.hub.headCount.enter({ ...of, roomId: room.roomId, counted: 0, version: 0 })
    const { incidentId, ids } = await report(room.stays, { count: of })
    const made = []
    for (const form of ['search-decision', 'escape-notice'] as const) {
      for (const stayId of room.stays)
        made.push(await incident.hub.documents.make({ id: randomUUID(), stayId, form, answers: {} }))
    }
    const [kitchen = ''] = room.stays
    await zone.hub.escapes.withdraw({
      escapes: [{ id: ids[0] ?? '', correctionId: randomUUID() }],
      why: 'Đang ở bếp',
    })
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found.state).toBe('reported')
    expect(found.involvements.filter(({ removedAt }) => removedAt === null)).toHaveLength(2)
    expect(found.tasks.find(({ step }) => step === 'search-decision')?.result).toContain('2 quyết định')
    const { papers, notices } = await incident.hub.escapes.ofIncident({ incidentId })
    expect(papers.map(({ escapeId }) => escapeId)).not.toContain(ids[0])
    expect(papers).toHaveLength(4)
    expect(notices.map(({ stayId }) => stayId)).not.toContain(kitchen)
    const cancelled = await incident.hub.documents.get({ id: made[0]?.id ?? '' })
    expect(cancelled).toMatchObject({
      fullNumber: made[0]?.fullNumber,
      cancelReason: expect.stringContaining('Đang ở bếp'),
    })
    const count = await zone.hub.headCount.grid(of)
    expect(new Set(count.rooms.flatMap(({ lines }) => lines.map(({ stayId }) => stayId)))).toEqual(
      new Set(room.stays.slice(1)),
    )
    expect((await dutiesOf(kitchen))['INC-04']).toBeUndefined()
  })
})

describe('one way only', () => {
  it.each<[CustodyAct, string]>([
    [{ kind: 'escaped', facts: { manner: 'single' } }, 'Báo bỏ trốn'],
    [{ kind: 'recovered', facts: {} }, 'Đã đưa trở lại'],
  ])('%o is not written as a plain event', async (act, button) => {
    const { stayId } = enter()
    const refused = await refusalOf(zone.hub.custody.record({ id: randomUUID(), stayId, act }))
    expect(refused.message).toContain(button)
  })

  it('a mistake is taken back by a correction with a reason; the bed is kept and the incident is none', async () => {
    const room = await lodged(2)
    const [stayId = ''] = room.stays
    const report = one(stayId)
    await zone.hub.escapes.report(report)
    const id = report.escapes[0]?.eventId ?? ''
    await zone.hub.escapes.withdraw({
      escapes: [{ id, correctionId: randomUUID() }],
      why: 'Đang ở phòng y tế',
    })
    const { position, bedCode } = await zone.hub.custody.line({ stayId })
    expect([position, bedCode]).toEqual(['in-bed', `${room.code}1-01`])
    const found = await incident.hub.incidents.get({ id: report.incidentId })
    expect(found.state).toBe('not-incident')
    expect((await dutiesOf(stayId))['INC-04']).toBeUndefined()
    const gone = await refusalOf(zone.hub.escapes.explain({ id }))
    expect(gone.message).toContain('ghi nhầm')
  })

  it('a mistake found after the return takes the return with it', async () => {
    const { stayId } = enter()
    const { ids } = await report([stayId], { at: NIGHT })
    await zone.hub.escapes.recover({ recoveries: [{ eventId: randomUUID(), stayId }], at: null })
    await zone.hub.escapes.withdraw({
      escapes: [{ id: ids[0] ?? '', correctionId: randomUUID() }],
      why: 'Nhầm người',
    })
    const { position, events } = await zone.hub.custody.line({ stayId })
    expect(position).toBe('awaiting-bed')
    expect(events.filter(({ kind }) => kind === 'corrected')).toHaveLength(2)
  })

  it('nobody returns before the escape: the moment of the escape is named', async () => {
    const { stayId } = enter()
    await report([stayId], { at: NIGHT })
    const at = '2026-11-21T10:00:00.000Z'
    const early = zone.hub.escapes.recover({ recoveries: [{ eventId: randomUUID(), stayId }], at })
    expect((await refusalOf(early)).message).toContain('sau giờ bỏ trốn 23:30 21/11/2026')
  })

  it('a corrected time goes on as the same escape of the same incident', async () => {
    const { stayId } = enter()
    const report = one(stayId, { at: NIGHT })
    await zone.hub.escapes.report(report)
    const instead = {
      id: randomUUID(),
      stayId,
      at: '2026-11-21T15:00:00.000Z',
      act: { kind: 'escaped', facts: { manner: 'single' } },
    } as const
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId, eventId: report.escapes[0]?.eventId ?? '' }],
      why: 'Sai giờ',
      instead,
    })
    const { people } = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    expect(people).toMatchObject([{ id: instead.id, escapedAt: instead.at, standing: 'away' }])
  })

  it('is closed to roles that record no custody', async () => {
    const medical = await test.signIn('medical')
    const { stayId } = enter()
    expect((await refusalOf(medical.hub.escapes.report(one(stayId)))).code).toBe('forbidden')
  })
})
