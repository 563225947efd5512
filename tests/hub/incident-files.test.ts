import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#domain/permissions/roles.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const AT = '2026-11-22T01:30:00.000Z'
/** The first bytes of a JPEG, then something. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

let test: TestHub
const desks = new Map<Role, TestDesk>()

beforeAll(async () => {
  test = await startTestHub({ now: testClock('2026-11-22T02:00:00.000Z').now })
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
