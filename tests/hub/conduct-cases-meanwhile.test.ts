import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConductCentre, problemsOf } from './_conduct-centre.ts'
import { release } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { testClock, type TestDesk } from './_test-hub.ts'

// Sunday 22/11/2026, 09:00.
const clock = testClock('2026-11-22T02:00:00.000Z')

let centre: ConductCentre
let zone: TestDesk
let incident: TestDesk
let director: TestDesk

beforeAll(async () => {
  centre = await ConductCentre.start(clock.now)
  ;({ zone, incident, director } = centre)
})
afterAll(() => centre.test.close())

const openRestrictions = async (personId: string) => {
  const { restrictions } = await director.hub.visits.person({ personId })
  return restrictions.filter(({ liftedAt }) => liftedAt === null)
}

describe('one sitting of the council', () => {
  it('is called for several cases at once, or for none', async () => {
    const people = [await centre.somebody(), await centre.somebody(), await centre.somebody()]
    const [first = '', ...others] = await Promise.all(
      people.map(({ stayId }) => centre.propose(stayId, 'warning')),
    )
    const asked = { id: first, version: 1, ...centre.council() }
    const stale = others.map((id, at) => ({ id, version: at + 1 }))
    expect((await refusalOf(incident.hub.conductCases.convene({ ...asked, also: stale }))).code).toBe(
      'conflict',
    )
    expect(await incident.hub.conductCases.get({ id: first })).toMatchObject({ state: 'proposed' })
    const also = others.map((id) => ({ id, version: 1 }))
    await incident.hub.conductCases.convene({ ...asked, also })
    for (const id of [first, ...others])
      expect(await incident.hub.conductCases.get({ id })).toMatchObject({
        state: 'council',
        councilPlace: 'Hội trường',
        version: 2,
      })
    const { lastCouncil } = await incident.hub.conductCases.plan({ kind: 'violation', on: '2026-11-22' })
    expect(lastCouncil).toMatchObject({ chair: 'Lê An', members: [{ vote: null }, {}, {}] })
  })
})

describe('decisions for the special zone that follow one another (INC-11b, INC-11d)', () => {
  it('last no longer together than one that is extended; what was ended or revoked counts as it was', async () => {
    const { stayId } = await centre.somebody()
    const [first, second, third] = [
      await centre.heard(stayId),
      await centre.heard(stayId),
      await centre.heard(stayId),
    ]
    const ten = { toOn: '2026-12-01', reviewOn: '2026-11-27' }
    await director.hub.conductCases.decide({ ...centre.decision(first), ...ten })
    const next = { fromOn: '2026-12-02', toOn: '2026-12-11', reviewOn: '2026-12-07' }
    const { version } = await director.hub.conductCases.decide({ ...centre.decision(second), ...next })
    const more = { fromOn: '2026-12-12', toOn: '2026-12-13', reviewOn: null }
    const refused = await refusalOf(director.hub.conductCases.decide({ ...centre.decision(third), ...more }))
    expect(refused.data.problems?.[0]).toMatchObject({
      code: 'zone-together',
      message: expect.stringContaining('là 22 ngày ở khu dành riêng, quá mức 20 ngày'),
    })
    const plan = { kind: 'violation', on: '2026-12-12', caseId: third } as const
    const { zoneBefore } = await director.hub.conductCases.plan(plan)
    expect(zoneBefore.map(({ toOn }) => toOn)).toEqual(['2026-12-01', '2026-12-11'])
    // The second is never carried out: it counts no longer, and its person is visited again.
    const lift = { id: second, version, action: 'lift' as const, comment: 'Đã tiến bộ' }
    await director.hub.conductCases.close(lift)
    await director.hub.conductCases.decide({ ...centre.decision(third), ...more })
  })
})

it('lasts longer by a decision of its own, made as a paper that names the first and gives the number', async () => {
  const { stayId } = await centre.somebody()
  const id = await centre.propose(stayId, 'warning')
  const asked = { ...centre.decision(id, 1), form: 'warning' as const, reviewOn: null }
  const first = { id: randomUUID(), stayId, caseId: id, form: 'discipline-decision' as const }
  const { fullNumber } = await director.hub.documents.make(first)
  await director.hub.conductCases.decide({ ...asked, number: fullNumber })
  await zone.hub.conductCases.begin({ id, version: 2 })
  const longer = { id, version: 3, decidedOn: '2026-11-22', toOn: '2026-12-05', comment: 'Chưa tiến bộ' }
  const again = director.hub.conductCases.extend({ ...longer, number: fullNumber })
  expect(await problemsOf(again)).toEqual(['case-number'])
  const form = 'discipline-change' as const
  const prepared = await director.hub.documents.prepare({ stayId, caseId: id, form })
  expect(prepared.asked.map(({ tag }) => tag)).toEqual(['thay_doi', 'ly_do'])
  expect(prepared.asked[0]?.value).toContain(`Quyết định số ${fullNumber} đến hết ngày`)
  const made = await director.hub.documents.make({ id: randomUUID(), stayId, caseId: id, form })
  const plan = { kind: 'violation', on: '2026-11-22', caseId: id } as const
  expect((await director.hub.conductCases.plan(plan)).number).toBe(fullNumber)
  const planned = await director.hub.conductCases.plan({ ...plan, isLonger: true })
  expect(planned.number).toBe(made.fullNumber)
  await director.hub.conductCases.extend({ ...longer, number: made.fullNumber })
  expect(await director.hub.conductCases.get({ id })).toMatchObject({ toOn: '2026-12-05' })
  const after = await director.hub.documents.prepare({ stayId, caseId: id, form })
  expect(after.asked.map(({ value }) => value)).toEqual([
    `Kéo dài thời gian thi hành Quyết định số ${fullNumber} đến hết ngày 05/12/2026`,
    'Chưa tiến bộ',
  ])
})

describe('somebody who left the centre meanwhile', () => {
  it('is neither judged nor held any more: the case can only be ended, which ends what follows from it', async () => {
    const { personId, stayId } = await centre.somebody()
    const [open, serving] = [await centre.propose(stayId, 'warning'), await centre.propose(stayId, 'warning')]
    const warned = { ...centre.decision(serving, 1), form: 'warning' as const, reviewOn: null }
    await director.hub.conductCases.decide(warned)
    await zone.hub.conductCases.begin({ id: serving, version: 2 })
    await release(director, stayId)
    const convene = { id: open, version: 1, ...centre.council() }
    expect(await problemsOf(incident.hub.conductCases.convene(convene))).toEqual(['case-gone'])
    const left = await incident.hub.conductCases.get({ id: open })
    expect(left).toMatchObject({ goneOn: '2026-11-22', next: ['cancel'] })
    expect((await zone.hub.conductCases.get({ id: serving })).next).toEqual(['end', 'appeal'])
    expect(await openRestrictions(personId)).toHaveLength(1)
    await zone.hub.conductCases.close({ id: serving, version: 3, action: 'end' })
    expect(await zone.hub.conductCases.get({ id: serving })).toMatchObject({ state: 'lifted' })
    expect(await openRestrictions(personId)).toEqual([])
  })

  it('by escape is not told of a decision before being back', async () => {
    const { stayId } = await centre.somebody()
    const id = await centre.propose(stayId, 'criticism')
    const asked = { ...centre.decision(id, 1), form: 'criticism' as const, toOn: null, reviewOn: null }
    await director.hub.conductCases.decide(asked)
    const escapes = [{ stayId, eventId: randomUUID() }]
    await zone.hub.escapes.report({ incidentId: randomUUID(), escapes })
    expect(await problemsOf(zone.hub.conductCases.begin({ id, version: 2 }))).toEqual(['case-escaped'])
  })
})

it('names the days of visits booked before, while none may be held', async () => {
  const { personId, stayId } = await centre.somebody()
  const intake = await centre.test.signIn('intake')
  const roomId = randomUUID()
  const room = { id: roomId, name: 'Phòng 1', capacity: 2, version: null, isRetired: false }
  await director.hub.visits.saveRoom(room)
  const mother = await intake.hub.visits.saveVisitor({
    id: randomUUID(),
    version: null,
    name: 'Lò Thị Mẹ',
    paperKind: 'old-identity-card',
    paperNumber: '100000001',
    tie: { personId, relation: 'mother', proof: 'Giấy khai sinh' },
  })
  const visit = { id: randomUUID(), personId, roomId, minutes: 30, visitorIds: [mother.id] }
  await zone.hub.visits.book({ ...visit, startsAt: '2026-11-24T02:00:00.000Z' })
  const id = await centre.propose(stayId, 'warning')
  expect((await zone.hub.conductCases.get({ id })).bookedVisits).toEqual([])
  await incident.hub.conductCases.convene({ id, version: 1, ...centre.council() })
  expect((await zone.hub.conductCases.get({ id })).bookedVisits).toEqual(['2026-11-24'])
  await zone.hub.visits.step({ id: visit.id, version: 1, step: 'cancel', outcome: 'Đang xét kỷ luật' })
  expect((await zone.hub.conductCases.get({ id })).bookedVisits).toEqual([])
})

it('stays with a person whose two records become one, with what it keeps away', async () => {
  const { personId, stayId } = await centre.somebody()
  const id = await centre.propose(stayId, 'warning')
  await incident.hub.conductCases.convene({ id, version: 1, ...centre.council() })
  const kept = await centre.somebody()
  await release(director, kept.stayId)
  const merge = { id: randomUUID(), keptId: kept.personId, mergedId: personId, reason: 'Một người' }
  await director.hub.merging.merge(merge)
  expect(await director.hub.conductCases.get({ id })).toMatchObject({ personId: kept.personId })
  expect(await openRestrictions(kept.personId)).toHaveLength(1)
  await director.hub.conductCases.close({ id, version: 2, action: 'decline', comment: 'Không đủ căn cứ' })
  expect(await openRestrictions(kept.personId)).toEqual([])
})
