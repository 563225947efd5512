import { describe, expect, it } from 'vitest'
import { judgeThing, judgeChain, type ChainLine, type NextLine } from './exhibit.ts'

const NOW = '2026-11-22T02:00:00.000Z'
const seized: ChainLine = { kind: 'seized', at: '2026-11-21T02:00:00.000Z', toHolder: 'A', sealNumber: null }
const sealed: ChainLine = { ...seized, kind: 'sealed', sealNumber: 'NP-1' }

/** The next line, an hour after the first; nobody saw it and nothing is noted unless said. */
function next(change: Partial<NextLine>): NextLine {
  return {
    ...seized,
    kind: 'stored',
    at: '2026-11-21T03:00:00.000Z',
    witness: null,
    note: null,
    ...change,
  }
}
const sent = next({ kind: 'sent-for-test' })

describe('the chain of custody has no gap', () => {
  it.each<[string, ChainLine[], NextLine, string[]]>([
    ['begins with the seizure', [], next({}), ['exhibit-first']],
    ['is seized once', [seized], next({ kind: 'seized' }), ['exhibit-seized']],
    ['goes forward', [next({})], next({ at: seized.at }), ['exhibit-order']],
    ['at a test it is stored nowhere', [seized, sent], next({}), ['exhibit-away']],
    ['from a test to another body', [seized, sent], next({ kind: 'handed-over' }), []],
    ['not into the future', [seized], next({ at: '2026-11-23T02:00:00.000Z' }), ['exhibit-future']],
    ['a seal has a number', [seized], next({ kind: 'sealed' }), ['exhibit-seal']],
    ['back from a test it was sent to', [seized], next({ kind: 'back-from-test' }), ['exhibit-test']],
    ['back from a test', [seized, sent], next({ kind: 'back-from-test' }), []],
    ['nothing after it is gone', [seized, next({ kind: 'returned' })], next({}), ['exhibit-gone']],
  ])('%s', (_title, chain, line, codes) => {
    expect(judgeChain(chain, line, NOW).map(({ code }) => code)).toEqual(codes)
  })
})

describe('a seal', () => {
  const again = { kind: 'sealed', sealNumber: 'NP-2' } as const
  it.each<[string, ChainLine[], NextLine, string[]]>([
    ['stays as it is when the thing goes on', [sealed], next({ sealNumber: 'NP-1' }), []],
    ['stays when nothing is said of it', [sealed], next({}), []],
    ['is not changed by the way', [sealed], next({ sealNumber: 'NP-2' }), ['exhibit-reseal']],
    ['is put on as the thing is stored', [seized], next({ sealNumber: 'NP-1' }), []],
    [
      'is broken and put on anew before a witness, with the reason',
      [sealed],
      next(again),
      ['exhibit-reseal-witness', 'exhibit-reseal-reason'],
    ],
    ['put on anew', [sealed], next({ ...again, witness: 'Lê Văn B', note: 'Mở để cân lại' }), []],
    [
      'put on anew bears a number of its own',
      [sealed],
      next({ kind: 'sealed', sealNumber: 'NP-1', witness: 'Lê Văn B', note: 'Mở để cân lại' }),
      ['exhibit-reseal-same'],
    ],
    [
      'of the laboratory comes back with the thing',
      [sealed, next({ kind: 'sent-for-test', sealNumber: 'NP-1' })],
      next({ kind: 'back-from-test', sealNumber: 'PC09-7' }),
      [],
    ],
  ])('%s', (_title, chain, line, codes) => {
    expect(judgeChain(chain, line, NOW).map(({ code }) => code)).toEqual(codes)
  })
})

it('nothing is destroyed without a witness', () => {
  const codes = (witness: string | null) =>
    judgeChain([seized], next({ kind: 'destroyed', witness }), NOW).map(({ code }) => code)
  expect([codes(null), codes('Hội đồng tiêu hủy')]).toEqual([['exhibit-destroyed-witness'], []])
})

it.each([
  [{ kind: 'phone', substance: null, quantity: 1.5, unit: 'piece' }, ['exhibit-quantity']],
  [{ kind: 'drug', substance: 'heroin', quantity: 1.5, unit: 'gram' }, []],
  [{ kind: 'drug', substance: 'heroin', quantity: 500_000, unit: 'dong' }, ['exhibit-unit']],
  [{ kind: 'money', substance: null, quantity: 500_000, unit: 'dong' }, []],
  [{ kind: 'drug', substance: null, quantity: 1, unit: 'gram' }, ['exhibit-substance']],
  [{ kind: 'medicine', substance: 'heroin', quantity: 1, unit: 'tablet' }, ['exhibit-substance']],
] as const)('a thing is one that can be seized: %o', (thing, codes) => {
  expect(judgeThing(thing).map(({ code }) => code)).toEqual(codes)
})
