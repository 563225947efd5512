import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '#domain/contract/auth.ts'
import type { SessionStore } from '#renderer/app/session-store.ts'

const ME: Me = {
  userId: 'u',
  login: 'an',
  name: 'Nguyễn Văn An',
  roles: ['zone'],
  permissions: [],
  centreName: 'Cơ sở số 1',
  isDemo: false,
  mustChangePassword: false,
  idleMinutes: 15,
  hubTime: '2026-11-22T01:00:00.000Z',
}
const MINUTE = 60_000

/** No other window is open in this browser. */
class OnlyWindow extends EventTarget {
  postMessage(): void {}
}

let store: SessionStore

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  vi.stubGlobal('localStorage', { getItem: () => 'Máy 1', setItem: () => {}, removeItem: () => {} })
  vi.stubGlobal('BroadcastChannel', OnlyWindow)
  vi.stubGlobal('fetch', () => Promise.reject(new Error('the hub is away')))
  vi.stubGlobal('location', new URL('http://127.0.0.1'))
  const { SessionStore: Store } = await import('#renderer/app/session-store.ts')
  store = new Store()
  store.signedIn(ME)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const cover = () => {
  const state = store.get()
  return state.kind === 'signed-in' ? state.cover : undefined
}

it.each([
  ['a year back', -365],
  ['a year on', 365],
])('locks after the idle minutes and no sooner, also when the clock of the PC is set %s', (_way, days) => {
  vi.setSystemTime(Date.now() + days * 24 * 60 * MINUTE)
  vi.advanceTimersByTime(14 * MINUTE)
  store.checkIdle()
  expect(cover()).toBeNull()
  vi.advanceTimersByTime(1.1 * MINUTE)
  store.checkIdle()
  expect(cover()).toBe('idle')
})

/** A hub whose every call is answered by the test, in the order it chooses. */
function hubByHand() {
  const asked: { path: string; answer: (status: number, json: unknown) => void }[] = []
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve) =>
        asked.push({
          path: new URL(request.url).pathname,
          answer: (status, json) => resolve(Response.json({ json }, { status })),
        }),
      ),
  )
  return {
    paths: () => asked.map(({ path }) => path),
    answer: async (path: string, status: number, json: unknown) => {
      await vi.waitFor(() => expect(asked.map((call) => call.path)).toContain(path))
      asked
        .splice(
          asked.findIndex((call) => call.path === path),
          1,
        )
        .at(0)
        ?.answer(status, json)
    },
  }
}
const NOT_SIGNED_IN = {
  defined: true,
  code: 'not_signed_in',
  status: 401,
  message: 'Chưa đăng nhập.',
  data: {},
}

it('signs in only after the sign-out of the lock was answered, which would take the new session away', async () => {
  const desk = hubByHand()
  store.lock('locked')
  const signedIn = store.signIn(ME.login, 'mật khẩu')
  await vi.waitFor(() => expect(desk.paths()).toEqual(['/rpc/auth/signOut']))
  await desk.answer('/rpc/auth/signOut', 200, {})
  await desk.answer('/rpc/auth/signIn', 200, ME)
  await signedIn
  expect(cover()).toBeNull()
})

it('leaves the page open on a refusal of the session before, when somebody has signed in since', async () => {
  const desk = hubByHand()
  const ended = store.ended()
  await desk.answer('/rpc/auth/me', 200, ME)
  expect(await ended).toBe(true)
  expect(cover()).toBeNull()
})

it('covers the page when the hub knows nobody here any more', async () => {
  const desk = hubByHand()
  const ended = store.ended()
  await desk.answer('/rpc/auth/me', 401, NOT_SIGNED_IN)
  expect(await ended).toBe(false)
  expect(cover()).toBe('ended')
})
