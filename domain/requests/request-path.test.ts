import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { REQUEST_STATES, REQUEST_STEP_KINDS, type RequestKind, type RequestState } from './request-kinds.ts'
import { checkStep, isEnded, maySeeRequest, nextSteps, requestDue, stateAfter } from './request-path.ts'

const book = buildRuleBook(DEFAULT_RULES)
const calendar = buildCalendar(DEFAULT_HOLIDAYS)
const days = { wish: 10, grievance: 5 }

describe('when a request is due', () => {
  const cases: readonly (readonly [string, RequestKind, string, boolean, string, string | null])[] = [
    ['a wish ten days after it came, as the centre set', 'wish', '2026-11-22', false, '2026-12-02', null],
    ['a grievance five days after it came', 'grievance', '2026-11-22', true, '2026-11-27', null],
    [
      'REQ-01 a complaint taken up in 10 days (LKN Điều 27), under R73',
      'complaint',
      '2026-06-20',
      false,
      '2026-06-30',
      'REQ-01',
    ],
    ['REQ-01 the same under R120', 'complaint', '2026-07-01', false, '2026-07-11', 'REQ-01'],
    ['REQ-01 counts the days of Tết', 'complaint', '2026-02-10', false, '2026-02-20', 'REQ-01'],
    [
      'REQ-02 a complaint settled 30 days after it was taken up (LKN Điều 28)',
      'complaint',
      '2026-11-01',
      true,
      '2026-12-01',
      'REQ-02',
    ],
    [
      'REQ-03 a denunciation taken up in 7 working days, 24/11 is none (LTC Điều 24.1)',
      'denunciation',
      '2026-11-20',
      false,
      '2026-12-02',
      'REQ-03',
    ],
    ['REQ-03 leaves the days of Tết out', 'denunciation', '2026-02-12', false, '2026-03-02', 'REQ-03'],
    [
      'REQ-04 a denunciation settled 30 days after it was taken up (LTC Điều 30.1)',
      'denunciation',
      '2026-02-12',
      true,
      '2026-03-14',
      'REQ-04',
    ],
  ]
  it.each(cases)('%s', (_title, kind, from, isTakenUp, dueOn, rule) => {
    expect(requestDue({ kind, from, isTakenUp, days, book, calendar })).toEqual({ dueOn, rule })
  })
})

describe('the path of a request', () => {
  it('goes from receipt over an owner and an answer to being told and closed', () => {
    let state: RequestState = 'received'
    for (const step of ['assigned', 'answered', 'told', 'closed'] as const) {
      expect(checkStep(state, step)).toEqual([])
      state = stateAfter(state, step, true)
    }
    expect(state).toBe('closed')
    expect(isEnded(state)).toBe(true)
  })

  it('is not closed before the person was told, and says what is left to do', () => {
    expect(checkStep('answered', 'closed')[0]?.message).toBe(
      'Đơn ở trạng thái “Đã trả lời” chỉ còn làm được: báo cho người gửi, mở lại.',
    )
  })

  it('never leaves an end but by being opened again, and never stands still, over any steps', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REQUEST_STEP_KINDS), { maxLength: 30 }), (steps) => {
        let state: RequestState = 'received'
        let hasOwner = false
        for (const step of steps) {
          if (checkStep(state, step).length > 0) continue
          if (step === 'assigned') hasOwner = true
          const before = state
          state = stateAfter(state, step, hasOwner)
          expect(isEnded(before) && isEnded(state)).toBe(false)
          expect(state === 'answered' && !hasOwner).toBe(false)
          expect(nextSteps(state).length).toBeGreaterThan(0)
        }
        expect(REQUEST_STATES).toContain(state)
      }),
    )
  })

  it('shows what speaks of staff to the head, the inspector and whoever has to see to it', () => {
    const about = { aboutStaff: true, ownerId: 'u1' }
    expect(maySeeRequest({ roles: ['zone'], userId: 'u2' }, about)).toBe(false)
    expect(maySeeRequest({ roles: ['zone'], userId: 'u1' }, about)).toBe(true)
    expect(maySeeRequest({ roles: ['director'], userId: 'u3' }, about)).toBe(true)
    expect(maySeeRequest({ roles: ['inspector'], userId: 'u3' }, about)).toBe(true)
    expect(maySeeRequest({ roles: ['zone'], userId: 'u2' }, { aboutStaff: false, ownerId: null })).toBe(true)
  })
})
