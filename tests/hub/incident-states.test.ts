import { afterAll, describe, expect, it } from 'vitest'
import { isOpenState, type IncidentState } from '#domain/incidents/incident-states.ts'
import { INCIDENT_ACTIONS, transitionOf } from '#domain/incidents/transitions.ts'
import { PERMISSION_ROLES } from '#domain/permissions/permissions.ts'
import { ROLES, type Role } from '#domain/permissions/roles.ts'
import { startIncidentHouse } from './_incidents.ts'
import { TEST_PASSWORD } from './_test-hub.ts'

const { test, desk, report, get, complete, act, dropTasks } = await startIncidentHouse()
afterAll(() => test.close())

/** An incident of each state, as people bring it there. */
const TO_STATE: Record<IncidentState, (id: string) => Promise<unknown>> = {
  draft: async () => {},
  reported: async () => {},
  'under-review': (id) => act(id, 'take-up'),
  'needs-more': (id) => act(id, 'return'),
  'on-hold': (id) => act(id, 'hold'),
  decided: async (id) => {
    await act(id, 'take-up')
    await complete(id)
    await act(id, 'decide', 'director')
  },
  closed: async (id) => {
    await TO_STATE.decided(id)
    await dropTasks(id)
    await desk('incident').hub.auth.stepUp({ password: TEST_PASSWORD })
    await desk('incident').hub.incidents.close({ id, version: (await get(id)).version })
  },
  duplicate: async (id) => {
    const duplicateOf = await report('zone')
    const { version } = await get(id)
    await desk('incident').hub.incidents.act({ id, version, action: 'mark-duplicate', duplicateOf })
  },
  'not-incident': (id) => act(id, 'mark-not-incident'),
  reopened: async (id) => {
    await act(id, 'mark-not-incident')
    await act(id, 'reopen')
  },
}

describe('role × state × action over HTTP: the table, and nothing beside it', () => {
  const states = Object.keys(TO_STATE) as IncidentState[]
  it.each(states)('%s', async (state) => {
    const id = await report('zone', state === 'draft' ? { submit: false } : {})
    await TO_STATE[state](id)
    const { version } = await desk('zone').hub.incidents.ownReport({ id })
    const sees: readonly Role[] = state === 'draft' ? ['zone'] : ['zone', 'incident', 'director']
    for (const role of ROLES.filter((one) => !sees.includes(one))) {
      const answer = await desk(role).raw('incidents/act', { id, version, action: 'take-up' })
      const isReporting = PERMISSION_ROLES['incident.report'].includes(role)
      expect([role, answer.code]).toEqual([role, isReporting ? 'not_found' : 'forbidden'])
    }
    // Nothing is written into what has ended, and what a decision was made on stands under it.
    const runner = state === 'draft' ? undefined : (await get(id)).may
    const writes = state !== 'draft' && isOpenState(state)
    expect([runner?.write ?? false, runner?.revise ?? false]).toEqual([writes, writes && state !== 'decided'])
    const { may } = await desk('zone').hub.incidents.ownReport({ id })
    expect(may).toMatchObject({ write: ['draft', 'reported', 'needs-more'].includes(state), restrict: false })
    const { version: last } = await desk('zone').hub.incidents.ownReport({ id })
    for (const role of sees) {
      for (const action of INCIDENT_ACTIONS.filter((one) => one !== 'close')) {
        const may = transitionOf({ roles: [role], isReporter: role === 'zone' }, state, action) !== undefined
        // Whoever may act does so over a version nobody saw: told of the conflict, and nothing is done.
        const asked = { id, version: may ? last + 100 : last, action, comment: 'Ý kiến' }
        const { code } = await desk(role).raw('incidents/act', asked)
        const expected = may ? ['conflict'] : ['forbidden', 'rule_violated']
        expect(expected, `${role} ${action}`).toContain(code)
      }
    }
    expect((await desk('zone').hub.incidents.ownReport({ id })).state).toBe(state)
  })
})
