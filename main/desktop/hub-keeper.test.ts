import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MessageToHub, MessageToParent } from '#hub/keys/parent-messages.ts'
import { HubKeeper, type HubProcess, type HubProcessState } from './hub-keeper.ts'

const KEY = 'a'.repeat(64)
const NEXT = 'b'.repeat(64)

/** A hub process that does what the test says. */
class ProcessByHand implements HubProcess {
  readonly posted: MessageToHub[] = []
  isKilled = false
  say: (message: MessageToParent) => void = () => {}
  end: (lastWords: string) => void = () => {}

  post(message: MessageToHub): void {
    this.posted.push(message)
  }
  onMessage(listener: (message: MessageToParent) => void): void {
    this.say = listener
  }
  onExit(listener: (lastWords: string) => void): void {
    this.end = listener
  }
  kill(): void {
    this.isKilled = true
    this.end('')
  }
}

let launched: ProcessByHand[]
let states: HubProcessState[]
let kept: string[]
let isStoreFull: boolean
let keeper: HubKeeper

function latest(): ProcessByHand {
  const process = launched.at(-1)
  if (!process) throw new Error('nothing was started')
  return process
}

beforeEach(() => {
  vi.useFakeTimers()
  launched = []
  states = []
  kept = []
  isStoreFull = false
  const fits = () => {
    if (isStoreFull) throw new Error('ENOSPC')
  }
  const keys = {
    held: async () => (fits(), { hex: KEY, nextHex: null }),
    keepNext: async (hex: string) => (fits(), void kept.push(`next ${hex}`)),
    settle: async (hex: string) => void kept.push(`settled ${hex}`),
  }
  const launch = () => {
    launched.push(new ProcessByHand())
    return latest()
  }
  keeper = new HubKeeper(launch, keys, (state) => states.push(state))
  keeper.start()
})
afterEach(() => vi.useRealTimers())

it('gives the key in a message and tells where the hub answers', async () => {
  await vi.advanceTimersByTimeAsync(0)
  expect(latest().posted).toEqual([{ type: 'key', hex: KEY, nextHex: null }])
  latest().say({ type: 'ready', url: 'http://127.0.0.1:1' })
  expect(keeper.state).toEqual({ kind: 'running', url: 'http://127.0.0.1:1' })
})

it('answers that a new key is kept only when it is, and forgets the old one when told', async () => {
  latest().say({ type: 'keep-key', hex: NEXT })
  await vi.advanceTimersByTimeAsync(0)
  expect(kept).toEqual([`next ${NEXT}`])
  expect(latest().posted).toContainEqual({ type: 'key-kept' })
  latest().say({ type: 'key-settled', hex: NEXT })
  await vi.advanceTimersByTimeAsync(0)
  expect(kept).toEqual([`next ${NEXT}`, `settled ${NEXT}`])
})

it('starts a hub that ended again, at once and then ever more seldom, and says why after the third', async () => {
  const pauses = [500, 1_000, 2_000, 5_000, 15_000, 30_000, 30_000]
  for (const [index, pause] of pauses.entries()) {
    latest().end('Ổ đĩa đã đầy.')
    await vi.advanceTimersByTimeAsync(pause - 1)
    expect(launched).toHaveLength(index + 1)
    await vi.advanceTimersByTimeAsync(1)
    expect(launched).toHaveLength(index + 2)
  }
  expect(states.slice(0, 4).map(({ kind }) => kind)).toEqual(['starting', 'starting', 'starting', 'stopped'])
  expect(keeper.state).toEqual({ kind: 'stopped', message: 'Ổ đĩa đã đầy.' })
})

it('is patient anew with a hub that had run', async () => {
  for (let time = 0; time < 5; time += 1) {
    latest().say({ type: 'ready', url: 'http://127.0.0.1:1' })
    latest().end('')
    expect(keeper.state.kind).toBe('starting')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(launched).toHaveLength(6)
})

it('stops the hub in good order and does not start it again', async () => {
  latest().say({ type: 'ready', url: 'http://127.0.0.1:1' })
  const stopped = keeper.stop()
  expect(latest().posted).toContainEqual({ type: 'stop' })
  latest().end('')
  await stopped
  await vi.advanceTimersByTimeAsync(60_000)
  expect(launched).toHaveLength(1)
  expect(latest().isKilled).toBe(false)
})

it('ends a hub that does not stop by itself', async () => {
  const stopped = keeper.stop()
  await vi.advanceTimersByTimeAsync(15_000)
  await stopped
  expect(latest().isKilled).toBe(true)
})

it('ends a hub whose new key cannot be kept, and starts it again on the old one', async () => {
  isStoreFull = true
  latest().say({ type: 'keep-key', hex: NEXT })
  await vi.advanceTimersByTimeAsync(0)
  expect(latest().posted).not.toContainEqual({ type: 'key-kept' })
  expect(latest().isKilled).toBe(true)
  isStoreFull = false
  await vi.advanceTimersByTimeAsync(500)
  expect(launched).toHaveLength(2)
  expect(latest().posted).toEqual([{ type: 'key', hex: KEY, nextHex: null }])
})

it('tells a person when no key can be made for an empty hub', async () => {
  isStoreFull = true
  latest().end('')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(keeper.state.kind).toBe('stopped')
})
