import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleHistory } from '#tests/random-custody-history.ts'
import { bedHoldings, checkBedHoldings, type NamedHolding } from './bed-holding.ts'
import { stateAt } from './custody-span.ts'
import { replayCustody } from './replay.ts'

const LONG_AFTER = '2999-01-01T00:00:00.000Z'
const OTHER: NamedHolding = {
  stayId: 'other',
  personName: 'Hoàng Văn Cường',
  bedId: 'b5',
  bedCode: 'A2-05',
  from: '2026-11-10T07:02:00.000Z',
  to: '2026-11-12T07:00:00.000Z',
}

describe('checkBedHoldings', () => {
  it.each([
    {
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-10T07:02:00.000Z',
      taken: false,
      when: 'ends as the other begins',
    },
    { from: '2026-11-12T07:00:00.000Z', to: null, taken: false, when: 'begins as the other ends' },
    {
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-10T07:02:00.001Z',
      taken: true,
      when: 'runs a moment into it',
    },
    { from: '2026-11-11T00:00:00.000Z', to: '2026-11-11T01:00:00.000Z', taken: true, when: 'lies within it' },
    { from: '2026-11-01T00:00:00.000Z', to: null, taken: true, when: 'goes over all of it' },
  ])('taken: $taken, for a holding that $when', ({ from, to, taken }) => {
    expect(checkBedHoldings([{ bedId: 'b5', from, to }], [OTHER])).toHaveLength(taken ? 1 : 0)
    expect(checkBedHoldings([{ bedId: 'b6', from, to }], [OTHER])).toEqual([])
  })

  it('says who has the bed and since when', () => {
    const mine = [{ bedId: 'b5', from: '2026-11-11T00:00:00.000Z', to: null }]
    expect(checkBedHoldings(mine, [{ ...OTHER, to: null }])).toEqual([
      {
        code: 'bed-taken',
        message: 'Giường A2-05 đã có Hoàng Văn Cường từ 14:02 10/11/2026. Chọn giường khác.',
        field: 'bedId',
      },
    ])
  })
})

describe('bedHoldings', () => {
  it('holds one bed at a time, exactly when the timeline says so', () => {
    fc.assert(
      fc.property(possibleHistory, (events) => {
        const { timeline } = replayCustody(events, { initialTrack: 'held' })
        const holdings = bedHoldings(timeline)
        for (const [index, holding] of holdings.entries()) {
          const nextFrom = holdings[index + 1]?.from ?? LONG_AFTER
          const end = holding.to ?? LONG_AFTER
          expect(end <= nextFrom).toBe(true)
          expect(stateAt(timeline, holding.from)?.bedId).toBe(holding.bedId)
          const after = holding.to === null ? null : stateAt(timeline, holding.to)
          expect(after?.bedId).not.toBe(holding.bedId)
        }
        for (const span of timeline) {
          const held = holdings.filter(({ from, to }) => from <= span.from && (to === null || span.from < to))
          expect(held.map(({ bedId }) => bedId)).toEqual(span.bedId === null ? [] : [span.bedId])
        }
      }),
    )
  })
})
