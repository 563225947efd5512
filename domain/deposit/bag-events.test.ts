import { describe, expect, it } from 'vitest'
import { bagStateOf, checkBagEvent, type BagEvent, type BagEventKind } from './bag-events.ts'

const NOW = '2026-11-22T07:00:00.000Z'

function event(kind: BagEventKind, change: Partial<BagEvent> = {}): BagEvent {
  return {
    id: `${kind}-1`,
    kind,
    at: '2026-11-20T02:00:00.000Z',
    signedBy: 'Lương Văn An',
    note: kind === 'returned' ? null : 'Biên bản 03',
    reverses: null,
    ...change,
  }
}

const REVERSAL = event('reversed', { reverses: 'returned-1' })

describe('how a bag stands', () => {
  it.each([
    [[], false, 'stored'],
    [[], true, 'due-back'],
    [[event('returned')], true, 'returned'],
    [[event('returned'), REVERSAL], true, 'due-back'],
    [[event('lost')], true, 'lost'],
    [[event('lost'), event('found')], false, 'stored'],
    [[event('damaged')], false, 'damaged'],
    [[event('damaged')], true, 'due-back'],
    [[event('damaged'), event('disposed')], true, 'disposed'],
  ] as const)('after %j, stay over: %s', (events, isOver, state) => {
    expect(bagStateOf(events, isOver)).toBe(state)
  })
})

describe('what may be recorded of a bag', () => {
  const bag = (events: readonly BagEvent[] = []) => ({
    sealNumber: 'NP-01',
    sealedAt: '2026-11-01T02:00:00.000Z',
    state: bagStateOf(events, false),
    events,
  })

  it.each([
    ['returned', [], {}, []],
    ['lost', [], {}, []],
    ['lost', [], { note: null }, ['note-missing']],
    ['returned', [event('returned')], { id: 'again' }, ['bag-state']],
    ['returned', [event('lost')], {}, ['bag-state']],
    ['found', [], {}, ['bag-state']],
    ['found', [event('lost')], {}, []],
    ['returned', [], { at: '2026-11-23T02:00:00.000Z' }, ['in-future']],
    ['returned', [], { at: '2026-10-30T02:00:00.000Z' }, ['before-sealing']],
    ['reversed', [event('returned')], { reverses: 'returned-1' }, []],
    ['reversed', [event('returned')], { reverses: 'other' }, ['not-last-event']],
    ['reversed', [event('returned'), REVERSAL], { id: 'r2', reverses: 'returned-1' }, ['not-last-event']],
  ] as const)('%s after %j with %j', (kind, before, change, codes) => {
    const found = checkBagEvent(bag(before), event(kind, change), NOW)
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})
