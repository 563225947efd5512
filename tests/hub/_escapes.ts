import { randomUUID } from 'node:crypto'
import { buildRoom, line, receivePeople, type TestRoom } from './_lodging.ts'
import { enterPeople, type TestPerson } from './_people.ts'
import { startTestHub, testClock } from './_test-hub.ts'

/** Within the hour before the hand-over at 14:00. */
export const SHIFT = '2026-11-22T07:00:00.000Z'
/** 23:30 the night before. */
export const NIGHT = '2026-11-21T16:30:00.000Z'

/** A hub at 13:20 in Viet Nam with the desks that have to do with escapes, and people to escape. */
export async function startEscapeHouse() {
  const clock = testClock('2026-11-22T06:20:00.000Z')
  const test = await startTestHub({ now: clock.now })
  const zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  const incident = await test.signIn('incident', { name: 'Bế Văn Việc' })
  const intake = await test.signIn('intake')
  const director = await test.signIn('director')
  let rooms = 0

  /** One person with a stay since 10/08/2026. */
  function enter(person: Partial<TestPerson> = {}) {
    const [entered] = enterPeople(test, [{ name: 'Nông Văn Dũng', birth: '1990-04-03', ...person }])
    if (!entered) throw new Error('nobody entered')
    return entered
  }

  /** A zone with one room and so many people in it. */
  async function lodged(count: number): Promise<TestRoom & { stays: string[]; code: string }> {
    rooms += 1
    const code = `T${rooms}`
    const room = await buildRoom(await test.signIn('administrator'), code, count + 1)
    const people = receivePeople(
      test,
      Array.from({ length: count }, (_, i) => ({ name: `Lý Văn Trốn ${i}` })),
    )
    const beds = Object.values(room.beds)
    await zone.hub.placement.place({
      placements: people.map(({ stayId }, i) => line(stayId, beds[i] ?? '')),
      at: null,
    })
    return { ...room, code, stays: people.map(({ stayId }) => stayId) }
  }

  /** People of a stay each, reported as one act. */
  async function report(stays: readonly string[], more: Record<string, unknown> = {}) {
    const escapes = stays.map((stayId) => ({ stayId, eventId: randomUUID() }))
    const { incidentId, number } = await zone.hub.escapes.report({
      incidentId: randomUUID(),
      escapes,
      ...more,
    })
    return { incidentId, number, ids: escapes.map(({ eventId }) => eventId) }
  }

  /** The duties of a stay: state and moment, in minutes. */
  async function dutiesOf(stayId: string) {
    const { rows } = await incident.hub.obligations.ofStay({ stayId })
    return Object.fromEntries(rows.map(({ duty, state, dueAt }) => [duty, `${state} ${dueAt.slice(0, 16)}`]))
  }

  return { clock, test, zone, incident, intake, director, enter, lodged, report, dutiesOf }
}
