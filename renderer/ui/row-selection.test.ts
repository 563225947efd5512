import { describe, expect, it } from 'vitest'
import { NO_SELECTION, stretchTo, toggleAll, toggleRow } from '#ui/row-selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']

describe('ticking rows', () => {
  it('ticks a row, makes it the anchor, and unticks it again', () => {
    const once = toggleRow(NO_SELECTION, 'b')
    expect(once).toEqual({ ids: new Set(['b']), anchor: 'b' })
    expect(toggleRow(once, 'b')).toEqual({ ids: new Set(), anchor: 'b' })
  })

  it.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['c', 'c', ['c']],
  ])('stretches from %s to %s over what lies between', (anchor, to, ids) => {
    const selection = toggleRow(NO_SELECTION, anchor)
    expect(stretchTo(selection, to, order)).toEqual({ ids: new Set(ids), anchor })
  })

  it('keeps rows ticked before, also those the list no longer shows', () => {
    const selection = { ids: new Set(['gone', 'a']), anchor: 'a' }
    expect(stretchTo(selection, 'b', order).ids).toEqual(new Set(['gone', 'a', 'b']))
  })

  it('ticks the row alone when the anchor is no longer shown', () => {
    expect(stretchTo({ ids: new Set(), anchor: 'gone' }, 'c', order)).toEqual({
      ids: new Set(['c']),
      anchor: 'c',
    })
    expect(stretchTo(NO_SELECTION, 'gone', order)).toBe(NO_SELECTION)
  })

  it('ticks all, then none', () => {
    const all = toggleAll(NO_SELECTION, order)
    expect(all.ids).toEqual(new Set(order))
    expect(toggleAll(all, order)).toEqual(NO_SELECTION)
    expect(toggleAll(NO_SELECTION, []).ids.size).toBe(0)
  })
})
