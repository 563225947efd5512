import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeedEvent } from '#domain/contract/feed.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { EscalationWatch } from '#hub/incidents/escalation.ts'
import { openFeed } from './_feed.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const AT = '2026-11-22T01:30:00.000Z'
/** The first bytes of a JPEG, then something. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

const clock = testClock('2026-11-22T02:00:00.000Z')

let test: TestHub
const desks = new Map<Role, TestDesk>()

beforeAll(async () => {
  test = await startTestHub({ now: clock.now, elapsed: () => 0 })
  for (const role of ['zone', 'medical', 'teacher', 'incident', 'director', 'reporter'] as const) {
    desks.set(role, await test.signIn(role, { name: `Cán bộ ${role}` }))
  }
})
afterAll(() => test.close())

function desk(role: Role): TestDesk {
  const found = desks.get(role)
  if (!found) throw new Error(`no desk for ${role}`)
  return found
}

async function report(by: Role, kind: 'other' | 'staff-misconduct' = 'other'): Promise<string> {
  const id = randomUUID()
  const said = { placeNote: 'Sân chung', summary: 'Có việc ở sân chung' }
  await desk(by).hub.incidents.report({ id, kind, occurredAt: AT, ...said })
  return id
}

function send(by: TestDesk, incidentId: string, body: Uint8Array<ArrayBuffer> = PICTURE): Promise<Response> {
  const headers = { cookie: by.cookie, 'content-type': 'image/jpeg' }
  return fetch(`${test.url}/files/incident/${incidentId}`, { method: 'POST', headers, body })
}
const sent = async (by: TestDesk, incidentId: string) =>
  ((await (await send(by, incidentId)).json()) as { fileId: string }).fileId
const look = (by: TestDesk, path: string) =>
  fetch(`${test.url}/files/${path}`, { headers: { cookie: by.cookie } })

async function addEvidence(by: Role, id: string): Promise<string> {
  const evidenceId = randomUUID()
  const fileId = await sent(desk(by), id)
  await desk(by).hub.incidents.addEvidence({ id, evidenceId, fileId, caption: 'Sân chung, nhìn từ cổng' })
  return evidenceId
}
const views = async () =>
  (await desk('director').hub.audit.list({ action: 'incident.file-viewed' })).lines.length

it('a photo is sent by whoever may write into the incident, and by nobody else', async () => {
  const id = await report('medical')
  const codes = []
  for (const role of ['medical', 'incident', 'director', 'teacher', 'reporter'] as const) {
    codes.push([role, (await send(desk(role), id)).status])
  }
  expect(codes).toEqual([
    ['medical', 200],
    ['incident', 200],
    ['director', 200],
    // Who did not report it does not hear that there is one.
    ['teacher', 404],
    ['reporter', 403],
  ])
  // A guard of its zone reads it, but writes nothing into it.
  expect((await send(desk('zone'), id)).status).toBe(403)
  expect((await send(desk('incident'), id, new TextEncoder().encode('không phải ảnh'))).status).toBe(400)
  expect((await send(desk('incident'), randomUUID())).status).toBe(404)
})

it('evidence is shown as it was sent, with an entry in the audit each time, until it is withdrawn', async () => {
  const id = await report('zone')
  const evidenceId = await addEvidence('incident', id)
  const before = await views()
  const shown = await look(desk('director'), `incident-evidence/${evidenceId}`)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PICTURE)
  await look(desk('incident'), `incident-evidence/${evidenceId}`)
  expect((await views()) - before).toBe(2)
  const path = `incident-evidence/${evidenceId}`
  for (const by of ['teacher', 'reporter'] as const) expect((await look(desk(by), path)).status).toBe(404)
  expect((await views()) - before).toBe(2)
  await desk('incident').hub.incidents.withdrawEvidence({ id: evidenceId, reason: 'Chụp nhầm' })
  expect((await look(desk('director'), path)).status).toBe(404)
})

it('of a restricted incident a guard sees nothing, and whoever reported it the own photos alone', async () => {
  const id = await report('zone', 'staff-misconduct')
  const own = await addEvidence('zone', id)
  const other = await addEvidence('incident', id)
  const guard = await test.signIn('zone')
  const statuses = async (by: TestDesk) => [
    (await look(by, `incident-evidence/${own}`)).status,
    (await look(by, `incident-evidence/${other}`)).status,
  ]
  expect(await statuses(guard)).toEqual([404, 404])
  expect(await statuses(desk('zone'))).toEqual([200, 404])
  expect(await statuses(desk('director'))).toEqual([200, 200])
  const { evidence } = await desk('zone').hub.incidents.ownReport({ id })
  expect(evidence.map((one) => one.id)).toEqual([own])
})

it('the photo of an exhibit is for those who see the whole incident', async () => {
  const id = await report('zone', 'staff-misconduct')
  const exhibitId = randomUUID()
  await desk('zone').hub.incidents.addExhibit({
    id,
    exhibitId,
    kind: 'money',
    route: 'unknown',
    description: 'Phong bì',
    quantity: 500_000,
    unit: 'dong',
    foundAt: AT,
    fileId: await sent(desk('zone'), id),
    holder: 'Kho tang vật',
  })
  const path = `incident-exhibit/${exhibitId}`
  const guard = await test.signIn('zone')
  const before = await views()
  expect([(await look(guard, path)).status, (await look(desk('incident'), path)).status]).toEqual([404, 200])
  expect((await views()) - before).toBe(1)
})

it('HOUSE-04: a task a day late stands before the head, who hears of it at once, until the incident ends', async () => {
  const id = await report('zone')
  const taskId = randomUUID()
  for (const { id: owed, version } of (await desk('incident').hub.incidents.get({ id })).tasks) {
    await desk('incident').hub.incidents.dropTask({ id: owed, version, reason: 'Đã làm trên giấy' })
  }
  const given = { title: 'Lắp lại đèn sân', role: 'medical' as const, dueAt: '2026-11-24T02:00:00.000Z' }
  await desk('incident').hub.incidents.addTask({ id, taskId, ...given })
  const tasksOf = async (role: Role) =>
    (await desk(role).hub.incidents.tasks({})).tasks.filter((task) => task.id === taskId)
  expect((await tasksOf('medical'))[0]).toMatchObject({ isLate: false, isEscalated: false, incidentId: id })
  expect(await tasksOf('director')).toEqual([])

  await using feed = await openFeed(desk('director'))
  const watch = new EscalationWatch(test.hub)
  const isOfIt = (event: FeedEvent) => event.type === 'change' && event.id === id
  const heard = () => feed.events.filter(isOfIt)
  clock.advance(2 * 24 * 60 + 1)
  await watch.look()
  expect([await tasksOf('director'), heard()]).toEqual([[], []])
  clock.advance(24 * 60)
  await watch.look()
  await feed.hear(isOfIt)
  expect(await tasksOf('director')).toMatchObject([{ isLate: true, isEscalated: true }])
  expect(await tasksOf('teacher')).toEqual([])
  await watch.look()
  expect(heard()).toHaveLength(1)

  const { version } = await desk('incident').hub.incidents.get({ id })
  const act = { id, version, action: 'mark-not-incident' as const, comment: 'Đèn hỏng' }
  await desk('incident').hub.incidents.act(act)
  expect([await tasksOf('medical'), await tasksOf('director')]).toEqual([[], []])
})

it('INC-14: notices nobody sent wait for those who run incidents, with whom they are about', async () => {
  const [dead] = enterPeople(test, [{ name: 'Vi Văn Mất', birth: '1970' }])
  const id = randomUUID()
  const person = { role: 'died', who: 'resident' as const, personId: dead?.personId ?? '' }
  await desk('zone').hub.incidents.report({
    id,
    kind: 'death',
    occurredAt: AT,
    placeNote: 'Phòng bệnh',
    summary: 'Học viên chết',
    people: [{ id: randomUUID(), ...person }],
  })
  const waiting = async () =>
    (await desk('director').hub.incidents.notices({})).notices.filter((one) => one.incidentId === id)
  const [first, ...others] = await waiting()
  expect([first?.about, first?.kind, others.length]).toEqual(['Vi Văn Mất', 'death', 3])
  const sent = { sentAt: clock.now(), how: 'by-hand' as const, note: 'Chưa rõ nơi nhận' }
  await desk('incident').hub.incidents.sendNotice({ id: first?.id ?? '', version: 1, ...sent })
  expect(await waiting()).toHaveLength(3)
  expect((await desk('zone').raw('incidents/notices', {})).code).toBe('forbidden')
})

it('a report that came back waits for whoever wrote it, until it is sent again', async () => {
  const id = await report('teacher')
  const waiting = async (role: Role) =>
    (await desk(role).hub.incidents.mine({ states: ['needs-more'] })).rows.map((row) => row.id)
  expect(await waiting('teacher')).toEqual([])
  const { version } = await desk('incident').hub.incidents.get({ id })
  await desk('incident').hub.incidents.act({ id, version, action: 'return', comment: 'Ai nhìn thấy?' })
  expect([await waiting('teacher'), await waiting('incident')]).toEqual([[id], []])
  const { steps, version: returned } = await desk('teacher').hub.incidents.ownReport({ id })
  expect(steps.at(-1)).toMatchObject({ action: 'return', comment: 'Ai nhìn thấy?' })
  await desk('teacher').hub.incidents.act({ id, version: returned, action: 'answer-return' })
  expect(await waiting('teacher')).toEqual([])
})

it('INC-14: of somebody taken out again nobody is told, so no notice of that is counted late', async () => {
  const [dead] = enterPeople(test, [{ name: 'Lý Văn Nhầm', birth: '1970' }])
  const id = randomUUID()
  const personId = dead?.personId ?? ''
  await desk('incident').hub.incidents.report({
    id,
    kind: 'death',
    occurredAt: AT,
    placeNote: 'Phòng bệnh',
    summary: 'Học viên chết',
    people: [{ id: randomUUID(), role: 'died', who: 'resident', personId }],
  })
  const late = async () => (await desk('director').hub.incidents.counts({ personId })).lateNotices
  clock.advance(2 * 24 * 60)
  expect(await late()).toBe(4)
  const [one] = (await desk('incident').hub.incidents.get({ id })).involvements
  const out = { id: one?.id ?? '', version: one?.version ?? 0, reason: 'Nhầm người' }
  await desk('incident').hub.incidents.uninvolve(out)
  const whole = (await desk('director').hub.incidents.counts({ kinds: ['death'] })).lateNotices
  const waiting = (await desk('director').hub.incidents.notices({})).notices
  expect(whole).toBe(waiting.filter(({ kind, dueAt }) => kind === 'death' && dueAt !== null).length)
  expect(waiting.map(({ incidentId }) => incidentId)).not.toContain(id)
})

it('a task moved to another hour says who moved it and why, and goes to nobody who could not do it', async () => {
  const id = await report('zone')
  const [task] = (await desk('incident').hub.incidents.get({ id })).tasks
  const { userId: reporter } = desk('reporter')
  const asked = { id: task?.id ?? '', version: task?.version ?? 0, reason: 'Chờ giám định', ownerId: null }
  const codeOf = async (refused: Promise<unknown>) => (await refusalOf(refused)).data.problems?.[0]?.code
  const change = (more: { ownerId?: string | null; dueAt?: string }) =>
    desk('incident').hub.incidents.changeTask({ ...asked, dueAt: task?.dueAt ?? '', ...more })
  expect(await codeOf(change({ ownerId: reporter }))).toBe('task-owner')
  expect(await codeOf(change({ dueAt: AT }))).toBe('task-due')
  await change({ dueAt: '2027-01-02T02:00:00.000Z' })
  const moved = (await desk('incident').hub.incidents.get({ id })).tasks.find((one) => one.id === task?.id)
  expect(moved).toMatchObject({ movedBy: 'Cán bộ incident', moveReason: 'Chờ giám định', isLate: false })
  const { lines } = await desk('director').hub.audit.list({ action: 'incident.task-changed' })
  expect(JSON.stringify(lines[0])).toContain('Chờ giám định')
})
