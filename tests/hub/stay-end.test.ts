import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterPeople, type EnteredPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 22/11/2026, 09:00. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const AT = '2026-11-22T01:00:00.000Z'

let test: TestHub
let intake: TestDesk
let director: TestDesk
const roomId = randomUUID()

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  intake = await test.signIn('intake')
  director = await test.signIn('director')
  await director.hub.visits.saveRoom({
    id: roomId,
    version: null,
    name: 'Phòng 1',
    capacity: 9,
    isRetired: false,
  })
})
afterAll(() => test.close())

let people = 0
/** Somebody with a visit booked for tomorrow, a leave that was approved and another that was asked for. */
async function withPlans(): Promise<EnteredPerson & { visitId: string; outings: string[] }> {
  people += 1
  const [one] = enterPeople(test, [{ name: `Lường Văn Kết ${people}`, birth: '1990-03-05' }])
  if (!one) throw new Error('nobody entered')
  const visitorId = randomUUID()
  await intake.hub.visits.saveVisitor({
    id: visitorId,
    version: null,
    name: 'Lường Thị Mẹ',
    paperKind: 'old-identity-card',
    paperNumber: String(200_000_000 + people),
    tie: { personId: one.personId, relation: 'mother', proof: 'Giấy khai sinh' },
  })
  const visitId = randomUUID()
  const startsAt = '2026-11-23T02:00:00.000Z'
  const { personId } = one
  await intake.hub.visits.book({
    id: visitId,
    personId,
    roomId,
    startsAt,
    minutes: 45,
    visitorIds: [visitorId],
  })
  const outings = [randomUUID(), randomUUID()]
  for (const [index, id] of outings.entries()) {
    await intake.hub.goingsOut.request({
      id,
      stayId: one.stayId,
      kind: 'funeral',
      leaveAt: `2026-11-2${4 + index}T03:00:00.000Z`,
      returnAt: `2026-11-2${5 + index}T03:00:00.000Z`,
      relation: 'father',
      deceased: 'Lường Văn Cha',
      proof: 'commune-police',
      destination: 'Xã Cao Lộc',
    })
  }
  await director.hub.goingsOut.approve({ id: outings[0] ?? '', version: 1 })
  return { ...one, visitId, outings }
}

const standing = async ({ personId, outings }: Awaited<ReturnType<typeof withPlans>>) => ({
  visits: (await director.hub.visits.person({ personId })).visits.map(({ state, outcome }) => [
    state,
    outcome,
  ]),
  outings: await Promise.all(
    outings.map(async (id) => (await director.hub.goingsOut.get({ id })).outing.state),
  ),
})

it('what was planned with somebody who died in the centre ends with the death, and says why', async () => {
  const one = await withPlans()
  const incidentId = randomUUID()
  const involvementId = randomUUID()
  await director.hub.incidents.report({
    id: incidentId,
    kind: 'death',
    occurredAt: AT,
    placeNote: 'Phòng y tế',
    summary: 'Chết do bệnh.',
    people: [{ id: involvementId, role: 'died', who: 'resident', personId: one.personId }],
  })
  await director.hub.incidents.recordDeath({ id: incidentId, involvementId, eventId: randomUUID(), at: AT })
  expect(await standing(one)).toEqual({
    visits: [['cancelled', 'Chết 22/11/2026']],
    outings: ['withdrawn', 'withdrawn'],
  })
  const { rows } = await director.hub.goingsOut.waiting({})
  expect(rows.filter(({ personId }) => personId === one.personId)).toEqual([])
})

it.each(['released', 'left-on-own-will'] as const)(
  'and with a stay that ends otherwise: %s',
  async (kind) => {
    const one = await withPlans()
    const act =
      kind === 'released' ? { kind, facts: { note: 'Được Trưởng cơ sở cho về' } } : { kind, facts: {} }
    await director.hub.custody.record({ id: randomUUID(), stayId: one.stayId, at: AT, act })
    expect((await standing(one)).outings).toEqual(['withdrawn', 'withdrawn'])
    expect((await standing(one)).visits).toEqual([['cancelled', expect.stringMatching(/22\/11\/2026$/)]])
  },
)

it('a visit that goes on and one of somebody else stay as they are', async () => {
  const [gone, stays] = [await withPlans(), await withPlans()]
  const act = {
    kind: 'exempted' as const,
    facts: { decision: { number: '1/QĐ', on: '2026-11-22', issuer: 'TA' } },
  }
  await director.hub.custody.record({ id: randomUUID(), stayId: gone.stayId, at: AT, act })
  expect(await standing(stays)).toEqual({ visits: [['booked', null]], outings: ['approved', 'requested'] })
})

it('a stage of a stay that ended lasts to the end of the stay, and is over with it', async () => {
  const [one] = enterPeople(test, [{ name: 'Lường Văn Bước', receivedAt: '2026-11-02T01:00:00.000Z' }])
  const stayId = one?.stayId ?? ''
  const zone = await test.signIn('zone')
  await zone.hub.stages.start({ id: randomUUID(), stayId, stage: 1, startedOn: '2026-11-02', reason: null })
  const running = await zone.hub.stages.ofStay({ stayId })
  expect(running).toMatchObject({ endedOn: null, records: [{ days: 20, standing: 'over' }] })
  const at = '2026-11-12T03:00:00.000Z'
  await zone.hub.custody.record({ id: randomUUID(), stayId, at, act: { kind: 'died', facts: {} } })
  const over = await zone.hub.stages.ofStay({ stayId })
  expect(over).toMatchObject({ endedOn: '2026-11-12', records: [{ days: 10, standing: null }], next: [] })
})
