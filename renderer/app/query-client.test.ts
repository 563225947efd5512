import { ORPCError } from '@orpc/client'
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskQueryClient } from '#renderer/app/query-client.ts'

/** Somebody looks at a list that came once; what it gives when it is read again is up to the test. */
async function listOnScreen(client: DeskQueryClient, again: () => Promise<string>) {
  let reads = 0
  const observer = new QueryObserver(client, {
    queryKey: ['list'],
    queryFn: () => ((reads += 1) === 1 ? Promise.resolve('before') : again()),
    networkMode: 'always',
    retry: false,
  })
  const leave = observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('before'))
  return { leave, result: () => observer.getCurrentResult() }
}

describe('what was saved is read again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('before its form closes, where the hub answers', async () => {
    const client = new DeskQueryClient()
    const { leave } = await listOnScreen(client, () => Promise.resolve('after'))
    await client.invalidateQueries()
    expect(client.getQueryData(['list'])).toBe('after')
    leave()
    client.clear()
  })

  it('later, where the answer does not come: no form waits for a pulled cable', async () => {
    const client = new DeskQueryClient()
    const { leave } = await listOnScreen(client, () => new Promise(() => undefined))
    let isOver = false
    void client.invalidateQueries()
    void client.refreshed().then(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(500)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(500)
    expect(isOver).toBe(true)
    leave()
    client.clear()
  })
})

describe('what is shown', () => {
  it('stays while the hub is away, and is read again once it is back', async () => {
    const client = new DeskQueryClient()
    let isAway = true
    const { leave, result } = await listOnScreen(client, () =>
      isAway ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('after'),
    )
    await client.invalidateQueries()
    expect(result()).toMatchObject({ data: 'before', status: 'success', error: null })
    isAway = false
    await client.invalidateQueries({ predicate: ({ state }) => state.isInvalidated })
    expect(result()).toMatchObject({ data: 'after', status: 'success' })
    leave()
    client.clear()
  })

  it('goes where the hub refuses it', async () => {
    const client = new DeskQueryClient()
    const refusal = new ORPCError('forbidden', { message: 'Không được xem.' })
    const { leave, result } = await listOnScreen(client, () => Promise.reject(refusal))
    await client.invalidateQueries()
    expect(result()).toMatchObject({ status: 'error', error: refusal })
    leave()
    client.clear()
  })
})
