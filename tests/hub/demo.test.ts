import { expect, it } from 'vitest'
import { rollAt } from '#db/queries/roll/reader.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { startTestHub } from './_test-hub.ts'

const NOW = '2026-11-22T02:30:00.000Z'

it(
  'fills an empty hub with the fictitious centre, once, and lets its people sign in',
  { timeout: 120_000 },
  async () => {
    await using test = await startTestHub({ isEmpty: true, now: NOW })
    const { hub } = test.anonymous
    expect(await hub.setup.demo({})).toEqual({ started: true })
    expect(await hub.setup.demo({})).toEqual({ started: true })
    await expect.poll(async () => (await hub.setup.status({})).state, { timeout: 100_000 }).toBe('ready')
    const status = await hub.setup.status({})
    expect(status).toMatchObject({ isDemo: true, state: 'ready' })
    expect(status.demoLogins.map(({ login }) => login)).toEqual(DEMO_LOGINS.map(({ login }) => login))
    expect(rollAt(test.hub.read, NOW).total.present).toBe(320)
    const zone = await test.signInAs('khu', { password: DEMO_PASSWORD })
    const found = await zone.hub.people.search({ text: 'hoang' })
    expect(found.present.length).toBeGreaterThan(0)
    expect(found.past.length).toBeGreaterThan(0)
    await expect(hub.setup.demo({})).rejects.toMatchObject({ code: 'already_set_up' })
  },
)
