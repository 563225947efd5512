import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#domain/contract/index.ts'
import type { RouteMeta } from '#domain/contract/route.ts'
import { PERMISSION_ROLES } from '#domain/permissions/permissions.ts'
import { ROLES, type Role } from '#domain/permissions/roles.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

interface Route {
  path: string
  meta: RouteMeta
}

/** Every route of the contract, whatever feature it belongs to. */
const ALL_ROUTES: Route[] = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures as Record<string, AnyContractProcedure>).map(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`)
    return { path: `${feature}/${name}`, meta: procedure['~orpc'].meta as RouteMeta }
  }),
)

/** An input no route takes: whoever is let in is answered `invalid_input`, and nothing is done. */
const IMPOSSIBLE = { 'no route knows this key': true }

/** Asked the same way by everybody: who may not is told so before the input is looked at. */
const REFUSALS = new Set(['not_signed_in', 'forbidden'])

let house: TestHub
const desks = new Map<Role, TestDesk>()
let disabled: TestDesk

beforeAll(async () => {
  house = await startTestHub()
  for (const role of ROLES) desks.set(role, await house.signIn(role))
  disabled = await house.signIn('director')
  await house.hub.writer.execute(
    'users.setState',
    { key: 'user:test', userId: null, name: 'Test', roles: ['administrator'], sessionId: null, desk: '' },
    house.hub.now(),
    { id: disabled.userId, version: 1, state: 'disabled' },
    null,
  )
})
afterAll(() => house.close())

function desk(role: Role): TestDesk {
  const found = desks.get(role)
  if (!found) throw new Error(`no desk for ${role}`)
  return found
}

const GUARDED = ALL_ROUTES.filter((route) => route.meta.access !== 'public')

describe('every route opens to holders of its permission and to nobody else', () => {
  it('walks a contract that is not empty', () => {
    expect(GUARDED.length).toBeGreaterThan(20)
  })

  it.each(GUARDED)('$path refuses somebody who is not signed in', async ({ path }) => {
    const answer = await house.anonymous.raw(path, IMPOSSIBLE)
    expect([answer.status, answer.code]).toEqual([401, 'not_signed_in'])
  })

  it.each(GUARDED)('$path refuses the session of a disabled account', async ({ path }) => {
    expect((await disabled.raw(path, IMPOSSIBLE)).code).toBe('not_signed_in')
  })

  it.each(GUARDED)('$path ($meta.access) is allowed and denied by the table', async ({ path, meta }) => {
    const answers = await Promise.all(
      ROLES.map(async (role) => ({ role, answer: await desk(role).raw(path, IMPOSSIBLE) })),
    )
    const allowed = answers.filter(({ answer }) => !REFUSALS.has(answer.code ?? '')).map(({ role }) => role)
    const statuses = new Set(answers.map(({ answer }) => answer.status))
    // Let in: the input is refused, or the password asked for. Kept out: forbidden. Nothing else, nothing broken.
    expect([...statuses].filter((status) => status !== 400 && status !== 403)).toEqual([])
    const expected = meta.access === 'public' ? [...ROLES] : [...PERMISSION_ROLES[meta.access]]
    expect(allowed.toSorted()).toEqual(expected.toSorted())
  })

  it('leaves open to anybody only what comes before signing in', () => {
    const open = ALL_ROUTES.filter((route) => route.meta.access === 'public').map((route) => route.path)
    expect(open.toSorted()).toEqual([
      'auth/signIn',
      'devices/hello',
      'devices/renew',
      'setup/create',
      'setup/demo',
      'setup/lookIntoCopy',
      'setup/restore',
      'setup/status',
      'waiting/openWithSheet',
      'waiting/state',
    ])
  })

  it.each(['users', 'users/nothing', 'internal/setPassword', '__proto__/toString', ''])(
    'serves no path outside the contract: "%s"',
    async (path) => {
      expect((await desk('administrator').raw(path, {})).status).toBe(404)
    },
  )
})

describe('acts that ask for the password again', () => {
  const stepUps = ALL_ROUTES.filter((route) => route.meta.stepUp)

  it.each(stepUps)('$path is refused until the password is confirmed', async ({ path, meta }) => {
    const holder = meta.access === 'public' ? undefined : PERMISSION_ROLES[meta.access][0]
    const fresh = await house.signIn(holder ?? 'administrator')
    expect((await fresh.raw(path, IMPOSSIBLE)).code).toBe('step_up_required')
  })
})
