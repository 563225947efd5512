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
  vi.stubGlobal('localStorage', { setItem: () => {}, removeItem: () => {} })
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
