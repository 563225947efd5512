import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainRoom,
  judgeSigning,
  judgeVariance,
  sumRooms,
  type CountedRoom,
  type VarianceLine,
} from './explain-room.ts'

const room = (change: Partial<CountedRoom> = {}): CountedRoom => ({
  counted: 2,
  expected: ['an', 'binh', 'chi'],
  computedNow: 3,
  lines: [],
  ...change,
})
const line = (change: Partial<VarianceLine> = {}): VarianceLine => ({
  direction: 'missing',
  reason: 'escaped',
  stayId: 'chi',
  note: null,
  ...change,
})

describe('a room of a count', () => {
  it.each([
    ['is not counted', room({ counted: null }), 'uncounted', 0],
    ['has as many as the roll', room({ counted: 3 }), 'equal', 0],
    ['lacks one whom nobody named', room(), 'open', -1],
    ['lacks one who is named', room({ lines: [line()] }), 'explained', 0],
    [
      'keeps the line when the escape has been recorded since',
      room({ lines: [line()], computedNow: 2 }),
      'explained',
      0,
    ],
    ['was put right by an outing recorded late', room({ computedNow: 2 }), 'settled', 0],
    ['has one too many', room({ counted: 4 }), 'open', 1],
    [
      'has one missing and one from elsewhere, both named',
      room({
        counted: 3,
        lines: [line(), line({ direction: 'extra', reason: 'move-not-recorded', stayId: 'dung' })],
      }),
      'explained',
      0,
    ],
  ])('%s', (_, given, state, left) => {
    expect(explainRoom(given)).toMatchObject({ state, left })
  })

  it('is explained by exactly as many net lines as it differs, for any numbers', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(6), fc.nat(6), (counted, computed, missing, extra) => {
        const given = room({
          counted,
          expected: Array.from({ length: computed }, (_, i) => `stay-${i}`),
          computedNow: computed,
          lines: [
            ...Array.from({ length: missing }, (_, i) => line({ stayId: `m${i}` })),
            ...Array.from({ length: extra }, (_, i) => line({ direction: 'extra', stayId: `e${i}` })),
          ],
        })
        const { state, left, difference } = explainRoom(given)
        expect(difference).toBe(counted - computed)
        expect(state === 'open').toBe(counted - computed !== extra - missing)
        expect(left).toBe(counted - computed - extra + missing)
      }),
    )
  })
})

describe('a line of explanation is refused', () => {
  it.each([
    ['before the room is counted', line(), room({ counted: null }), 'room-uncounted'],
    [
      'for a reason of the other direction',
      line({ direction: 'extra', stayId: 'x' }),
      room({ counted: 4 }),
      'variance-reason',
    ],
    ['without a person', line({ stayId: null }), room(), 'variance-person'],
    ['for another reason that is not said', line({ reason: 'other' }), room(), 'variance-note'],
    ['twice for one person', line(), room({ counted: 1, lines: [line()] }), 'variance-twice'],
    ['missing, for somebody who was not expected', line({ stayId: 'dung' }), room(), 'variance-not-there'],
    [
      'extra, for somebody who was',
      line({ direction: 'extra', reason: 'other', note: 'x' }),
      room({ counted: 4 }),
      'variance-there',
    ],
    ['beyond the difference', line({ stayId: 'an' }), room({ lines: [line()] }), 'variance-none-left'],
  ])('%s', (_, given, of, code) => {
    expect(judgeVariance(given, of).map((problem) => problem.code)).toEqual([code])
  })

  it('but a miscount names nobody', () => {
    expect(judgeVariance(line({ reason: 'miscount', stayId: null }), room())).toEqual([])
  })
})

describe('signing', () => {
  it('waits for every room and every difference, by name', () => {
    const rooms = [
      { ...room({ counted: null }), code: 'A1' },
      { ...room(), code: 'A2' },
      { ...room({ counted: 3 }), code: 'A3' },
    ]
    expect(
      judgeSigning(rooms).map(({ code, message }) => [
        code,
        message.includes(code === 'rooms-open' ? 'A2' : 'A1'),
      ]),
    ).toEqual([
      ['rooms-uncounted', true],
      ['rooms-open', true],
    ])
    expect(judgeSigning(rooms.slice(2))).toEqual([])
  })

  it('adds up counted rooms only, missing and extra apart', () => {
    expect(sumRooms([room(), room({ counted: 5 }), room({ counted: null })])).toEqual({
      rooms: 3,
      countedRooms: 2,
      counted: 7,
      computed: 6,
      missing: 1,
      extra: 2,
      open: 2,
    })
  })
})
