import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#db/queries/audit/chain.ts'
import type { FeedEvent } from '#domain/contract/feed.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import { openFeed } from './_feed.ts'
import { startTestHub, TEST_PASSWORD, type TestHub } from './_test-hub.ts'

const START = Date.parse('2026-11-22T01:00:00.000Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const IDLE_MINUTES = 15
const BEAT_MS = 50

/** A wall clock that can be set, beside a monotonic one that only runs. */
function twoClocks() {
  let elapsed = 1_000
  let set = 0
  return {
    now: () => instantFromMs(START + elapsed + set),
    elapsed: () => elapsed,
    run: (minutes: number) => {
      elapsed += minutes * MINUTE
    },
    jump: (ms: number) => {
      set += ms
    },
    setRight: () => {
      set = 0
    },
  }
}

const JUMPS: [string, number][] = [
  ['10 năm lùi', -3652 * DAY],
  ['1 ngày lùi', -DAY],
  ['1 ngày tới', DAY],
  ['10 năm tới', 3652 * DAY],
]

const clock = twoClocks()
let house: TestHub

beforeAll(async () => {
  house = await startTestHub({ now: clock.now, elapsed: clock.elapsed, beatMs: BEAT_MS })
})
afterEach(() => clock.setRight())
afterAll(() => house.close())

describe.each(JUMPS)('the clock of the hub set by %s while it runs', (_name, jump) => {
  it('ends no session, and keeps none longer than its idle time', async () => {
    const desk = await house.signIn('zone')
    const idle = await house.signIn('intake')
    clock.run(10)
    clock.jump(jump)
    expect((await desk.raw('auth/me')).status).toBe(200)
    clock.run(IDLE_MINUTES - 1)
    expect((await desk.raw('auth/me')).status).toBe(200)
    expect((await idle.raw('auth/me')).code).toBe('not_signed_in')
    clock.run(IDLE_MINUTES + 0.01)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('leaves the longest time of a session at twelve hours', async () => {
    const desk = await house.signIn('zone')
    clock.jump(jump)
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      clock.run(10)
      expect((await desk.raw('auth/me')).status, `after ${minutes} minutes`).toBe(200)
    }
    clock.run(10)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('leaves a confirmed password good for five minutes and no longer', async () => {
    const administrator = await house.signIn('administrator')
    const user = await house.addUser('zone')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    clock.jump(jump)
    const change = { id: user.id, version: 1, state: 'disabled' }
    clock.run(5.01)
    expect((await administrator.raw('users/setState', change)).code).toBe('step_up_required')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    clock.jump(-jump)
    clock.run(4.9)
    expect((await administrator.raw('users/setState', change)).status).toBe(200)
  })

  it('is told to every desk with the next beat and on the health page, and the audit stays whole and in order', async () => {
    const administrator = await house.signIn('administrator')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    await using feed = await openFeed(administrator)
    clock.jump(jump)
    const isInDoubt = (event: FeedEvent) => event.type === 'beat' && event.clockDoubt !== null
    expect(await feed.hear(isInDoubt)).toMatchObject({ clockDoubt: { kind: 'set', byMs: jump } })
    await house.signIn('zone')
    const health = await administrator.hub.health.get({})
    const check = health.checks.find(({ code }) => code === 'clock')
    expect(check).toMatchObject({ ok: false, message: expect.stringContaining(jump > 0 ? 'tới' : 'lùi') })
    clock.jump(-jump)
    const after = await administrator.hub.health.get({})
    expect(after.checks.find(({ code }) => code === 'clock')?.ok).toBe(true)
    const rows = house.hub.read.rows<{ seq: number; action: string }>(
      'select seq, action from audit_entry order by seq',
    )
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows.at(-1)?.action).toBe('session.opened')
    expect(verifyChain(house.hub.read, house.hub.digestKey).faults).toEqual([])
  })
})

describe('the clock of the hub when it starts', () => {
  it('a minute back is a clock being kept right', async () => {
    // The newest entry of the audit is one of now.
    await house.signIn('zone')
    clock.jump(-MINUTE)
    expect(house.hub.clock.doubt()).toBeNull()
    await house.restart()
    expect(house.hub.clock.doubt()).toBeNull()
  })

  it('before the newest record is in doubt, for a day of running', async () => {
    const before = await house.signIn('administrator')
    clock.jump(-3652 * DAY)
    await house.restart()
    expect(house.hub.clock.doubt()).toEqual({ kind: 'behind-records', byMs: expect.closeTo(-3652 * DAY, -5) })
    clock.run(24 * 60 + 1)
    expect(house.hub.clock.doubt()).toBeNull()
    expect(
      (
        await fetch(`${house.url}/rpc/auth/me`, {
          method: 'POST',
          body: '{"json":{}}',
          headers: { cookie: before.cookie },
        })
      ).status,
    ).toBe(401)
  })
})
