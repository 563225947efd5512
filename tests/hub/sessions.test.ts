import { describe, expect, it } from 'vitest'
import { openFeed } from './_feed.ts'
import { startTestHub, testClock, TEST_PASSWORD } from './_test-hub.ts'

const START = '2026-11-22T01:00:00.000Z'
const IDLE_MINUTES = 15
const ABSOLUTE_MINUTES = 12 * 60

describe('how long a session lasts', () => {
  it('ends after the idle minutes without an act', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('zone')
    clock.advance(IDLE_MINUTES)
    expect((await desk.raw('auth/me')).status).toBe(200)
    clock.advance(IDLE_MINUTES + 0.01)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('is not kept awake by what the screen asks by itself', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('zone')
    clock.advance(10)
    expect((await desk.raw('auth/me', {}, { 'x-background': '1' })).status).toBe(200)
    expect((await desk.raw('jobs/get', { id: 'none' })).code).toBe('not_found')
    clock.advance(6)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('ends after twelve hours however busy it is', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('zone')
    for (let minutes = 10; minutes < ABSOLUTE_MINUTES; minutes += 10) {
      clock.advance(10)
      expect((await desk.raw('auth/me')).status, `after ${minutes} minutes`).toBe(200)
    }
    clock.advance(10)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('keeps an act done before a restart of the hub, and the session with it', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('zone')
    clock.advance(14)
    await desk.hub.auth.me({})
    await house.restart()
    clock.advance(14)
    expect((await fetchAt(house.url, desk.cookie)).status).toBe(200)
  })
})

describe('how many sessions somebody has', () => {
  it('pushes out the oldest beyond two, with its stream', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const user = await house.addUser('zone')
    const first = await house.signInAs(user.login)
    clock.advance(1)
    const second = await house.signInAs(user.login)
    await using feed = await openFeed(first)
    clock.advance(1)
    const third = await house.signInAs(user.login)
    await feed.ended
    expect((await first.raw('auth/me')).code).toBe('not_signed_in')
    expect((await second.raw('auth/me')).status).toBe(200)
    expect((await third.raw('auth/me')).status).toBe(200)
  })

  it('gives every sign-in a token of its own, kept by the hub as a hash only', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const first = await house.signInAs(user.login)
    const second = await house.signInAs(user.login)
    expect(first.cookie).not.toBe(second.cookie)
    const token = first.cookie.split('=')[1] ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const stored = house.hub.read.rows<{ token_hash: string }>('select token_hash from session')
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('is carried by a cookie that scripts and other sites cannot use', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const answer = await house.anonymous.raw('auth/signIn', { login: user.login, password: TEST_PASSWORD })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^nv_[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })
})

describe('ending sessions', () => {
  it('cuts requests and the stream within a second when the account is disabled', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    const desk = await house.signIn('zone')
    await using feed = await openFeed(desk)
    const started = performance.now()
    await administrator.hub.users.setState({ id: desk.userId ?? '', version: 1, state: 'disabled' })
    await feed.ended
    expect(performance.now() - started).toBeLessThan(1000)
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
    expect((await desk.raw('feed/changes', { since: null })).code).toBe('not_signed_in')
  })

  it('ends the stream of a session that ran out while nobody touched the desk', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('zone')
    await using feed = await openFeed(desk)
    clock.advance(IDLE_MINUTES + 1)
    await feed.ended
    expect(feed.events.at(-1)?.type).not.toBe('resync')
  })

  it('ends on signing out, and the cookie opens nothing any more', async () => {
    await using house = await startTestHub()
    const desk = await house.signIn('zone')
    const { cookie } = desk
    await using feed = await openFeed(desk)
    await desk.hub.auth.signOut({})
    await feed.ended
    expect((await fetchAt(house.url, cookie)).status).toBe(401)
  })

  it('ends every session of an account at an administrator’s word', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    const user = await house.addUser('zone')
    const first = await house.signInAs(user.login)
    const second = await house.signInAs(user.login)
    expect(await administrator.hub.users.endSessions({ id: user.id })).toEqual({ ended: 2 })
    expect((await first.raw('auth/me')).code).toBe('not_signed_in')
    expect((await second.raw('auth/me')).code).toBe('not_signed_in')
  })

  it('ends the other sessions, not this one, when the password is changed', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const here = await house.signInAs(user.login)
    const elsewhere = await house.signInAs(user.login)
    await here.hub.auth.changePassword({ current: TEST_PASSWORD, next: 'mot cau khac cung dai' })
    expect((await here.raw('auth/me')).status).toBe(200)
    expect((await elsewhere.raw('auth/me')).code).toBe('not_signed_in')
  })
})

describe('confirming the password before an act that asks for it', () => {
  it('is good for five minutes and gives the session a new token', async () => {
    const clock = testClock(START)
    await using house = await startTestHub({ now: clock.now })
    const desk = await house.signIn('administrator')
    const user = await house.addUser('zone')
    const before = desk.cookie
    const disable = { id: user.id, version: 1, state: 'disabled' }
    expect((await desk.raw('users/setState', disable)).code).toBe('step_up_required')
    await desk.hub.auth.stepUp({ password: TEST_PASSWORD })
    expect((await fetchAt(house.url, before)).status).toBe(401)
    clock.advance(5)
    expect((await desk.raw('users/setState', disable)).status).toBe(200)
    clock.advance(0.1)
    expect((await desk.raw('users/setState', { ...disable, version: 2, state: 'active' })).code).toBe(
      'step_up_required',
    )
  })

  it('refuses a wrong password and confirms nothing', async () => {
    await using house = await startTestHub()
    const desk = await house.signIn('administrator')
    const answer = await desk.raw('auth/stepUp', { password: 'sai mat khau' })
    expect(answer.code).toBe('invalid_input')
    expect((await desk.raw('users/change', {})).code).toBe('step_up_required')
  })
})

function fetchAt(url: string, cookie: string): Promise<Response> {
  return fetch(`${url}/rpc/auth/me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ json: {} }),
  })
}
