import { randomUUID } from 'node:crypto'
import type { INCIDENT_ACTIONS } from '#domain/incidents/transitions.ts'
import { ROLES, type Role } from '#domain/permissions/roles.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk } from './_test-hub.ts'

/** When things happened: half an hour before it is 09:00 in Viet Nam, a Sunday. */
export const AT = '2026-11-22T01:30:00.000Z'

type Report = Parameters<TestDesk['hub']['incidents']['report']>[0]

/** A hub with a desk of every role and three people, and an incident on its way from the first report to its end. */
export async function startIncidentHouse() {
  const test = await startTestHub({ now: testClock('2026-11-22T02:00:00.000Z').now })
  const desks = new Map<Role, TestDesk>()
  for (const role of ROLES) desks.set(role, await test.signIn(role, { name: `Cán bộ ${role}` }))
  const people = enterPeople(
    test,
    ['Hứa Văn An', 'Lý Văn Bình', 'Nông Văn Cảnh'].map((name) => ({ name, birth: '1990' })),
  )

  function desk(role: Role): TestDesk {
    const found = desks.get(role)
    if (!found) throw new Error(`no desk for ${role}`)
    return found
  }
  function person(index: number): string {
    return people[index]?.personId ?? ''
  }

  async function report(by: Role, change: Partial<Report> = {}): Promise<string> {
    const id = randomUUID()
    const base = {
      kind: 'fight',
      occurredAt: AT,
      placeNote: 'Sân chung',
      summary: 'Xô xát khi xếp hàng',
    } as const
    const one = { id: randomUUID(), role: 'attacker', who: 'resident' as const, personId: person(0) }
    const other = { id: randomUUID(), role: 'victim', who: 'resident' as const, personId: person(1) }
    await desk(by).hub.incidents.report({ id, ...base, people: [one, other], ...change })
    return id
  }
  const get = (id: string, by: Role = 'incident') => desk(by).hub.incidents.get({ id })

  /** Answers the form of a fight to its end and signs the account. */
  async function complete(id: string): Promise<void> {
    const { hub } = desk('incident')
    for (const [question, answer] of [
      ['between', 'one-sided'],
      ['cause', 'quarrel'],
      ['weapon', 'no'],
      ['injured', 'no'],
      ['ended', 'staff'],
    ] as const) {
      await hub.incidents.answer({ id, answerId: randomUUID(), question, answer })
    }
    await hub.incidents.addNarrative({
      id,
      narrativeId: randomUUID(),
      kind: 'narrative',
      body: 'An đánh Bình.',
    })
  }

  async function act(
    id: string,
    action: Exclude<(typeof INCIDENT_ACTIONS)[number], 'close'>,
    by: Role = 'incident',
  ) {
    const { version } = await get(id)
    return desk(by).hub.incidents.act({ id, version, action, comment: `Ý kiến ${action}` })
  }

  /** Lets every task of the form go. */
  async function dropTasks(id: string): Promise<void> {
    for (const { id: task, version } of (await get(id)).tasks) {
      await desk('incident').hub.incidents.dropTask({ id: task, version, reason: 'Đã làm trên giấy' })
    }
  }

  return { test, desk, person, report, get, complete, act, dropTasks }
}
