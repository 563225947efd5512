import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

let house: TestHub
let desk: TestDesk
const clock = testClock('2026-11-22T01:00:00.000Z')
beforeAll(async () => {
  house = await startTestHub({ now: clock.now })
  desk = await house.signIn('intake')
})
afterAll(() => house.close())

async function kept(form: string) {
  const { value, savedAt } = await desk.hub.drafts.get({ form })
  return { value, savedAt }
}

describe('a draft brought to the hub by a desk that was cut off', () => {
  it('is taken where nothing was kept, and over the one it was typed on', async () => {
    const first = await desk.hub.drafts.save({ form: 'intake:1', value: { name: 'An' }, over: null })
    clock.advance(1)
    const next = await desk.hub.drafts.save({
      form: 'intake:1',
      value: { name: 'An Nhiên' },
      over: first.savedAt,
    })
    expect(await kept('intake:1')).toEqual({ value: { name: 'An Nhiên' }, savedAt: next.savedAt })
  })

  it('is refused where another desk kept a newer one: that one stays', async () => {
    const typedOver = await desk.hub.drafts.save({ form: 'intake:2', value: { name: 'A' } })
    clock.advance(1)
    const newer = await desk.hub.drafts.save({ form: 'intake:2', value: { name: 'máy khác' } })
    clock.advance(1)
    const answer = await desk.raw('drafts/save', {
      form: 'intake:2',
      value: { name: 'B' },
      over: typedOver.savedAt,
    })
    expect(answer).toMatchObject({ status: 409, code: 'conflict' })
    expect(await kept('intake:2')).toEqual({ value: { name: 'máy khác' }, savedAt: newer.savedAt })
  })

  it('is refused where the form was finished or thrown away meanwhile', async () => {
    const { savedAt } = await desk.hub.drafts.save({ form: 'intake:3', value: { name: 'A' } })
    await desk.hub.drafts.discard({ form: 'intake:3' })
    expect(
      (await desk.raw('drafts/save', { form: 'intake:3', value: { name: 'B' }, over: savedAt })).code,
    ).toBe('conflict')
    expect(await kept('intake:3')).toEqual({ value: null, savedAt: null })
  })

  it('is kept once however often it is sent: with the same key, and with the same words', async () => {
    const draft = { form: 'intake:4', value: { name: 'A' }, over: null }
    const first = await desk.hub.drafts.save(draft, { context: { key: 'draft intake:4 once' } })
    clock.advance(1)
    const again = await desk.hub.drafts.save(draft, { context: { key: 'draft intake:4 once' } })
    const sameWords = await desk.hub.drafts.save(draft)
    expect([again.savedAt, sameWords.savedAt]).toEqual([first.savedAt, first.savedAt])
  })
})
