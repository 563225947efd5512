import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { addDays, type Day } from '../time/day.ts'
import { atTime } from '../time/instant.ts'
import {
  VISIT_STEPS,
  countsForLimit,
  visitAfter,
  type VisitState,
  type WeekCounting,
} from './contact-codes.ts'
import { judgeExtension, judgeVisit } from './judge-visit.ts'
import type { AskedVisit, Guest } from './visit-case.ts'
import { visitsLeft } from './visits-left.ts'
import { weekOf, type ContactSettings } from './limit.ts'

const BOOK = buildRuleBook(DEFAULT_RULES)
const KEEPS: ContactSettings = { week: 'calendar', keepsQ1567: true }
const DROPS: ContactSettings = { week: 'calendar', keepsQ1567: false }
const BEFORE = '2024-05-15'
const UNDER_1567 = '2026-06-30'
const AFTER = '2026-07-01'

function guest(change: Partial<Guest> = {}): Guest {
  return {
    name: 'Hoàng Thị Mai',
    isSpouse: false,
    isKnown: true,
    hasPaper: true,
    banReason: null,
    keptApartFrom: null,
    ...change,
  }
}

function visit(on: Day, change: Partial<AskedVisit> = {}): AskedVisit {
  return {
    kind: 'family',
    startsAt: atTime(on, '09:00'),
    minutes: 30,
    guests: [guest()],
    isSpecial: false,
    isKeepApartAllowed: false,
    receivedOn: '2024-01-02',
    earlier: [],
    restrictions: [],
    ratings: null,
    pairInRoom: [],
    inRoom: 0,
    roomCapacity: 4,
    ...change,
  }
}

const codes = (asked: AskedVisit, settings = KEEPS) =>
  judgeVisit(BOOK, settings, asked).map(({ code }) => code)
const guests = (count: number) => Array.from({ length: count }, () => guest())
const on = (...days: Day[]) => days.map((day) => ({ kind: 'family' as const, on: day }))

describe('DAY-16b, how long: 2 hours (D116 Điều 69.1), 45 minutes from 01/07/2026 (D163 Điều 120.1)', () => {
  it.each<[Day, number, string[]]>([
    [BEFORE, 120, []],
    [BEFORE, 121, ['visit-too-long']],
    [UNDER_1567, 120, []],
    [UNDER_1567, 121, ['visit-too-long']],
    [AFTER, 45, []],
    [AFTER, 46, ['visit-too-long']],
  ])('on %s %i minutes: %j', (day, minutes, found) => {
    expect(codes(visit(day, { minutes }))).toEqual(found)
  })
})

describe('DAY-16d, what the head may add: to 4 hours (D116 Điều 69.1), 15 minutes (D163 Điều 120.1)', () => {
  it.each<[Day, number, boolean]>([
    [BEFORE, 120, true],
    [BEFORE, 121, false],
    [AFTER, 15, true],
    [AFTER, 16, false],
  ])('on %s %i minutes more: %s', (day, extra, isAllowed) => {
    expect(judgeExtension(BOOK, KEEPS, { kind: 'family', on: day, extra })).toHaveLength(isAllowed ? 0 : 1)
  })
})

describe('DAY-16c, three relatives; DAY-17e, five with a special reason (Q1567 Điều 24)', () => {
  it.each<[Day, number, boolean, ContactSettings, string[]]>([
    [BEFORE, 3, false, KEEPS, []],
    [BEFORE, 4, false, KEEPS, ['visit-too-many']],
    ['2025-03-07', 4, true, KEEPS, ['visit-too-many']],
    ['2025-03-08', 4, true, KEEPS, []],
    [UNDER_1567, 5, true, DROPS, []],
    [UNDER_1567, 6, true, KEEPS, ['visit-too-many']],
    [AFTER, 3, false, KEEPS, []],
    [AFTER, 4, false, KEEPS, ['visit-too-many']],
    [AFTER, 5, true, KEEPS, []],
    [AFTER, 5, true, DROPS, ['visit-too-many']],
  ])('on %s %i people, special %s', (day, count, isSpecial, settings, found) => {
    expect(codes(visit(day, { guests: guests(count), isSpecial }), settings)).toEqual(found)
  })
})

describe('DAY-16a, once a week (D116 Điều 69.1; D163 Điều 120.1)', () => {
  it.each<[string, Day, Day, WeekCounting, boolean]>([
    ['Monday and Sunday of one week', '2026-11-16', '2026-11-22', 'calendar', false],
    ['Sunday and the Monday after', '2026-11-22', '2026-11-23', 'calendar', true],
    ['the same, by seven days', '2026-11-22', '2026-11-23', 'seven-days', false],
    ['seven days later', '2026-11-16', '2026-11-23', 'seven-days', true],
    ['six days later', '2026-11-16', '2026-11-22', 'seven-days', false],
    ['Wednesday and Thursday across the year end', '2025-12-31', '2026-01-01', 'calendar', false],
    ['Sunday 28/12 and New Year', '2025-12-28', '2026-01-01', 'calendar', true],
    ['the same, by seven days', '2025-12-28', '2026-01-01', 'seven-days', false],
    ['the eve of Tết and its second day', '2026-02-16', '2026-02-18', 'calendar', false],
    ['the Sunday before Tết and its first day', '2026-02-15', '2026-02-17', 'calendar', true],
    ['the last day of R73 and the first of R120', '2026-06-30', '2026-07-01', 'calendar', false],
    ['a later visit that is booked', '2026-11-20', '2026-11-17', 'calendar', false],
  ])('%s', (_, first, second, week, isAllowed) => {
    const found = codes(visit(second, { earlier: on(first) }), { ...KEEPS, week })
    expect(found).toEqual(isAllowed ? [] : ['visit-second-in-week'])
  })

  it('names the week, the article, its first day and the next day that is free', () => {
    const [refusal] = judgeVisit(BOOK, KEEPS, visit('2026-11-20', { earlier: on('2026-11-17') }))
    expect(refusal?.message).toBe(
      'Tuần 16/11/2026-22/11/2026 đã có 1 lần thăm gặp (ngày 17/11/2026), mỗi tuần không quá 1 lần ' +
        '(Nghị định 163/2026/NĐ-CP Điều 120.1, áp dụng từ 01/07/2026). Hẹn từ ngày 23/11/2026.',
    )
    expect(refusal).toMatchObject({ rule: 'DAY-16a', since: '2026-07-01', confidence: 'verified' })
  })

  it('leaves no week with more than one visit, whatever is asked for', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-11-03', n))
    const counting = fc.constantFrom<WeekCounting>('calendar', 'seven-days')
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), counting, (days, week) => {
        const settings = { ...KEEPS, week }
        const held: Day[] = []
        for (const one of days) {
          if (codes(visit(one, { earlier: on(...held) }), settings).length === 0) held.push(one)
        }
        for (const one of held) {
          const { from, to } = weekOf(one, week)
          expect(held.filter((other) => from <= other && other <= to)).toEqual([one])
          expect(visitsLeft(BOOK, settings, one, on(...held)).left).toBe(0)
        }
      }),
    )
  })
})

describe('IN-18, the first 15 days (Q1567 Điều 24)', () => {
  it.each<[string, Day, Day, ContactSettings, string[]]>([
    ['day 15', '2026-11-01', '2026-11-15', KEEPS, ['visit-first-days']],
    ['day 16', '2026-11-01', '2026-11-16', KEEPS, []],
    ['day 15, not applied any more', '2026-11-01', '2026-11-15', DROPS, []],
    ['day 15 under R73 with the setting off', '2026-06-10', '2026-06-24', DROPS, ['visit-first-days']],
    ['day 16 under R73', '2026-06-10', '2026-06-25', KEEPS, []],
    ['day 15 across Tết', '2026-02-10', '2026-02-24', KEEPS, ['visit-first-days']],
    ['day 16 across Tết', '2026-02-10', '2026-02-25', KEEPS, []],
    ['day 15 before the decision', '2025-02-20', '2025-03-06', KEEPS, []],
    ['day 2, the second day of the decision', '2025-03-08', '2025-03-09', KEEPS, ['visit-first-days']],
  ])('%s', (_, receivedOn, day, settings, found) => {
    expect(codes(visit(day, { receivedOn }), settings)).toEqual(found)
  })

  it('says that the row is unsettled from 01/07/2026 on', () => {
    const [refusal] = judgeVisit(BOOK, KEEPS, visit('2026-11-15', { receivedOn: '2026-11-01' }))
    expect(refusal?.confidence).toBe('unsettled')
    expect(refusal?.message).toContain('chưa có văn bản quy định rõ). Hẹn từ ngày 16/11/2026.')
  })
})

describe('DAY-17d, a restriction', () => {
  const restriction = {
    fromOn: '2026-11-01',
    toOn: '2026-11-20',
    reason: 'Kỷ luật cảnh cáo',
    decision: 'Quyết định 12/QĐ-CSCN',
    liftedAt: null,
  }
  it.each<[string, Day, Partial<typeof restriction> | { toOn: null } | { liftedAt: string }, boolean]>([
    ['the day before it', '2026-10-31', {}, true],
    ['its first day', '2026-11-01', {}, false],
    ['its last day', '2026-11-20', {}, false],
    ['the day after it', '2026-11-21', {}, true],
    ['long after, without a last day', '2027-11-21', { toOn: null }, false],
    ['within it, lifted', '2026-11-10', { liftedAt: '2026-11-09T01:00:00.000Z' }, true],
  ])('%s', (_, day, change, isAllowed) => {
    const restrictions = [{ ...restriction, ...change }]
    expect(codes(visit(day, { restrictions }))).toEqual(isAllowed ? [] : ['visit-restricted'])
  })
})

describe('DAY-17f, who may come', () => {
  it.each<[string, Partial<Guest>, Day, string[]]>([
    ['known with a paper', {}, AFTER, []],
    ['kinship not shown', { isKnown: false }, AFTER, ['visit-unknown-guest']],
    ['without a paper', { hasPaper: false }, UNDER_1567, ['visit-unknown-guest']],
    ['without a paper before 08/03/2025', { hasPaper: false }, '2025-03-07', []],
    ['shut out', { banReason: 'mang ma túy vào' }, BEFORE, ['visit-banned']],
    ['a relative of somebody kept apart', { keptApartFrom: 'Lò Văn A' }, AFTER, ['visit-keep-apart']],
  ])('%s', (_, change, day, found) => {
    expect(codes(visit(day, { guests: [guest(change)] }))).toEqual(found)
  })

  it.each([
    [3, []],
    [4, ['visit-room-full']],
  ])('%i visits in a room for four: %j', (inRoom, found) => {
    expect(codes(visit(AFTER, { inRoom }))).toEqual(found)
  })

  it('needs somebody', () => {
    expect(codes(visit(AFTER, { guests: [] }))).toEqual(['visit-nobody'])
  })

  it('lets the head allow a common relative of two kept apart, but never both in one room', () => {
    const common = [guest({ keptApartFrom: 'Lò Văn A' })]
    expect(codes(visit(AFTER, { guests: common, isKeepApartAllowed: true }))).toEqual([])
    const both = visit(AFTER, { isKeepApartAllowed: true, pairInRoom: ['Lò Văn A'] })
    expect(codes(both)).toEqual(['visit-pair-in-room'])
  })
})

describe('DAY-16e-f, DAY-17a-c, the room for husband and wife', () => {
  const HOUR = 60
  const spouse = (day: Day, change: Partial<AskedVisit> = {}) =>
    visit(day, {
      kind: 'spouse-room',
      minutes: 20 * HOUR,
      guests: [guest({ isSpouse: true })],
      ratings: ['good', 'good', 'average'],
      ...change,
    })
  it.each<[string, AskedVisit, string[]]>([
    ['48 hours (D116 Điều 69.1)', spouse(BEFORE, { minutes: 48 * HOUR, ratings: null }), []],
    ['49 hours', spouse(BEFORE, { minutes: 49 * HOUR }), ['visit-too-long']],
    ['24 hours (Q1567 Điều 25)', spouse(UNDER_1567, { minutes: 24 * HOUR }), []],
    ['25 hours', spouse(UNDER_1567, { minutes: 25 * HOUR }), ['visit-too-long']],
    ['not under R120', spouse(AFTER), ['visit-no-spouse-room']],
    ['the day three months are served', spouse('2026-05-10', { receivedOn: '2026-02-10' }), []],
    ['the day before', spouse('2026-05-09', { receivedOn: '2026-02-10' }), ['visit-served-short']],
    ['one good month of three', spouse(UNDER_1567, { ratings: ['good', 'fair', 'fair'] }), ['visit-rating']],
    ['a poor month', spouse(UNDER_1567, { ratings: ['good', 'good', 'poor'] }), ['visit-rating']],
    ['somebody else', spouse(BEFORE, { guests: [guest()] }), ['visit-not-spouse']],
    [
      'twice in a month',
      spouse('2026-05-31', { earlier: [{ kind: 'spouse-room', on: '2026-05-01' }] }),
      ['visit-second-in-month'],
    ],
    ['in the next month', spouse('2026-06-01', { earlier: [{ kind: 'spouse-room', on: '2026-05-31' }] }), []],
  ])('%s', (_, asked, found) => {
    expect(codes(asked)).toEqual(found)
  })
})

describe('the steps of a visit', () => {
  it('end in one of three states, from which nothing goes on', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VISIT_STEPS), { maxLength: 12 }), (steps) => {
        const seen = steps.reduce(
          (states, step) => [
            ...states,
            visitAfter(states.at(-1) ?? 'booked', step) ?? states.at(-1) ?? 'booked',
          ],
          ['booked' as VisitState],
        )
        const last = seen.at(-1) ?? 'booked'
        const isOver = last === 'ended' || last === 'cancelled' || last === 'absent'
        expect(VISIT_STEPS.every((step) => visitAfter(last, step) === undefined)).toBe(isOver)
        // A visit that ran is never undone, and what did not take place uses nothing up.
        expect(seen.includes('running')).toBe(last === 'running' || last === 'ended')
        expect(countsForLimit(last)).toBe(last !== 'cancelled' && last !== 'absent')
      }),
    )
  })
})
