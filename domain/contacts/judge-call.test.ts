import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { addDays, type Day } from '../time/day.ts'
import { callsLeft, judgeCall, type AskedCall } from './judge-call.ts'
import { judgeParcel, type CheckedItem } from './judge-parcel.ts'
import type { ContactSettings } from './limit.ts'

const BOOK = buildRuleBook(DEFAULT_RULES)
const SETTINGS: ContactSettings = { week: 'calendar', keepsQ1567: true }

function call(on: Day, change: Partial<AskedCall> = {}): AskedCall {
  return {
    on,
    minutes: 15,
    isAllowedByHead: false,
    content: 'Hỏi thăm mẹ ốm',
    earlier: [],
    restrictions: [],
    ...change,
  }
}
const codes = (asked: AskedCall) => judgeCall(BOOK, SETTINGS, asked).map(({ code }) => code)
const days = (count: number, month = '2026-11') =>
  Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)

describe('DAY-18, calls (D163 Điều 120.2b)', () => {
  it.each<[string, AskedCall, string[]]>([
    ['the fourth in the month', call('2026-11-20', { earlier: days(3) }), []],
    ['the fifth', call('2026-11-20', { earlier: days(4) }), ['call-too-many']],
    ['the fifth, allowed by the head', call('2026-11-20', { earlier: days(4), isAllowedByHead: true }), []],
    ['the sixth, allowed', call('2026-11-20', { earlier: days(5), isAllowedByHead: true }), []],
    ['the seventh', call('2026-11-20', { earlier: days(6), isAllowedByHead: true }), ['call-too-many']],
    ['the first of the next month', call('2026-12-01', { earlier: days(6) }), []],
    ['the first of the next year', call('2027-01-01', { earlier: days(4, '2026-12') }), []],
    ['15 minutes', call('2026-07-01', { minutes: 15 }), []],
    ['16 minutes', call('2026-07-01', { minutes: 16 }), ['call-too-long']],
    ['30 minutes, allowed', call('2026-07-01', { minutes: 30, isAllowedByHead: true }), []],
    ['31 minutes, allowed', call('2026-07-01', { minutes: 31, isAllowedByHead: true }), ['call-too-long']],
    ['without content', call('2026-07-01', { content: ' ' }), ['call-content']],
    [
      'before 01/07/2026 no text limits',
      call('2026-06-30', { minutes: 60, earlier: days(9, '2026-06'), content: '' }),
      [],
    ],
  ])('%s', (_, asked, found) => {
    expect(codes(asked)).toEqual(found)
  })

  it('names what the head may still allow', () => {
    const [refusal] = judgeCall(BOOK, SETTINGS, call('2026-11-20', { earlier: days(4) }))
    expect(refusal?.message).toBe(
      'Tháng 11/2026 đã có 4 lần gọi, mỗi tháng không quá 4 lần (Nghị định 163/2026/NĐ-CP Điều 120.2b, áp dụng từ ' +
        '01/07/2026). Trưởng cơ sở có thể cho thêm 2 lần; hoặc gọi từ ngày 01/12/2026.',
    )
  })

  it('is refused under a restriction', () => {
    const restriction = {
      fromOn: '2026-11-01',
      toOn: null,
      reason: 'Đang xem xét kỷ luật',
      decision: null,
      liftedAt: null,
    }
    expect(codes(call('2026-11-20', { restrictions: [restriction] }))).toEqual(['call-restricted'])
  })

  it('what is left agrees with what is allowed, whatever was called before', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-07-01', n))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 20 }), day, (earlier, on) => {
        const left = callsLeft(BOOK, SETTINGS, on, earlier)
        expect(codes(call(on, { earlier })).includes('call-too-many')).toBe(left.left === 0)
        const withHead = codes(call(on, { earlier, isAllowedByHead: true })).includes('call-too-many')
        expect(withHead).toBe(left.left === 0 && left.extra === 0)
      }),
    )
  })
})

describe('DAY-20, gifts (D116 Điều 69.3; only money from 01/07/2026, D163 Điều 120.3)', () => {
  const item = (change: Partial<CheckedItem> = {}): CheckedItem => ({
    description: 'Bánh',
    kind: 'food',
    outcome: 'accepted',
    reason: null,
    ...change,
  })
  it.each<[string, Day, 'in' | 'out', CheckedItem, string | null, string[]]>([
    ['food on the last day of R73', '2026-06-30', 'in', item(), null, []],
    ['food on the first day of R120', '2026-07-01', 'in', item(), null, ['parcel-goods']],
    ['tobacco under R73', '2026-06-30', 'in', item({ kind: 'tobacco' }), null, ['parcel-banned']],
    ['alcohol under R73', '2026-06-30', 'in', item({ kind: 'alcohol' }), null, ['parcel-banned']],
    ['sent home under R120', '2026-07-01', 'out', item(), null, []],
    [
      'given back without a reason',
      '2026-07-01',
      'in',
      item({ outcome: 'returned' }),
      'Mẹ',
      ['parcel-reason'],
    ],
    [
      'given back unsigned',
      '2026-07-01',
      'in',
      item({ outcome: 'returned', reason: 'Không nhận quà' }),
      null,
      ['parcel-signature'],
    ],
    [
      'given back, signed',
      '2026-07-01',
      'in',
      item({ outcome: 'returned', reason: 'Không nhận quà' }),
      'Mẹ',
      [],
    ],
    [
      'seized with a reason',
      '2026-07-01',
      'in',
      item({ kind: 'banned', outcome: 'seized', reason: 'Ma túy' }),
      null,
      [],
    ],
  ])('%s', (_, on, direction, one, returnedTo, found) => {
    const refusals = judgeParcel(BOOK, SETTINGS, { on, direction, items: [one], returnedTo })
    expect(refusals.map(({ code }) => code)).toEqual(found)
  })
})
