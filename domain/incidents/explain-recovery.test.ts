import { expect, it } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { ObligationMark } from '../obligations/obligation-state.ts'
import { obligationsOfStay, rulesOn, type ObligationFacts } from '../obligations/obligations-of-stay.ts'
import type { StayTermFacts } from '../stay/clock-of-stay.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { parseInstant, toOffsetText, type Instant } from '../time/instant.ts'
import { explainEscape } from './explain-recovery.ts'

const rules = rulesOn(
  buildRuleBook(DEFAULT_RULES),
  '2026-11-22',
  buildCalendar(DEFAULT_HOLIDAYS),
  '2022-01-01',
)

/** Adult, first compulsory rehab under R120 from 10/08/2026: ends 10/08/2028. */
const stay: StayTermFacts = {
  initialTrack: 'compulsory',
  termRegime: 'R120',
  decisionOn: '2026-08-10',
  startOn: '2026-08-10',
  termMonths: 24,
  ordinal: 1,
  heldFrom: null,
  birthOn: '1990-01-01',
}

function at(text: string): Instant {
  const instant = parseInstant(`${text}:00+07:00`)
  if (instant === undefined) throw new Error(text)
  return instant
}

function factsOf(
  told: readonly (readonly [string, CustodyAct])[],
  marks: readonly ObligationMark[] = [],
): ObligationFacts {
  const events = told.map(([when, act], index): CustodyEvent => ({
    ...act,
    id: `e${index}`,
    stayId: 's',
    seq: index + 1,
    at: at(when),
    recordedAt: at(when),
  }))
  return { stay, events, papers: [], alerts: [], evidence: [], marks }
}

const IN = ['2026-08-10T09:00', { kind: 'received', facts: { how: 'escort' } }] as const
const PLACED = ['2026-08-10T10:00', { kind: 'placed', facts: { bedId: 'b1' } }] as const
const GONE = ['2027-03-01T23:30', { kind: 'escaped', facts: { manner: 'single' } }] as const
const BACK = ['2027-03-10T06:00', { kind: 'recovered', facts: {} }] as const

function dutyLines(effect: ReturnType<typeof explainEscape>): string[] {
  const short = (moment: Instant | null) => (moment === null ? '-' : toOffsetText(moment).slice(0, 16))
  return (effect?.duties ?? []).map(
    ({ duty, change, before, after, rule }) => `${duty} ${change} ${short(before)} ${short(after)} ${rule}`,
  )
}

it('TERM-09 D163 Điều 109.3, CNT-04: away 9 days, the end and what hangs on it move by 9 days, each with its rule', () => {
  const effect = explainEscape(factsOf([IN, PLACED, GONE, BACK]), 'e2', rules)
  expect(effect).toMatchObject({
    daysAway: 9,
    endBefore: '2028-08-10',
    endAfter: '2028-08-19',
    endMovedBy: 9,
    line: { rule: 'TERM-09' },
  })
  expect(effect?.line?.label).toContain('9 ngày không được tính')
  const moved = dutyLines(effect).filter((line) => line.includes('moved'))
  expect(moved).toContain('DIS-01 moved 2028-07-11T17:00 2028-07-20T17:00 DIS-01')
  expect(moved).toContain('DIS-03 moved 2028-08-10T17:00 2028-08-19T17:00 DIS-03')
  const added = dutyLines(effect).filter((line) => line.includes(' new '))
  expect(added).toEqual([
    'INC-02 new - 2027-03-02T23:30 INC-02',
    'INC-04 new - 2027-03-02T23:30 INC-04',
    'HOUSE-05 new - 2027-03-11T06:00 HOUSE-05',
  ])
})

it('while away says that no end can be known and what falls away with it', () => {
  const effect = explainEscape(factsOf([IN, GONE]), 'e1', rules)
  expect(effect).toMatchObject({
    recoveredAt: null,
    daysAway: null,
    endBefore: '2028-08-10',
    endAfter: null,
    endMovedBy: null,
    line: null,
  })
  expect(dutyLines(effect).some((line) => line.startsWith('DIS-01 gone 2028-07-11'))).toBe(true)
})

it('DIS-01 D163 Điều 123.1: a notice that was sent (Mẫu 51) needs a correction, and that stands in the list', () => {
  const sent = obligationsOfStay(factsOf([IN]), rules).find(({ duty }) => duty === 'DIS-01')
  if (!sent) throw new Error('no notice')
  const mark: ObligationMark = {
    key: 'DIS-01',
    kind: 'done',
    at: at('2027-02-20T09:00'),
    dueAt: sent.dueAt,
    reason: null,
    paper: 'Mẫu 51',
    number: '12/TB',
    sentBy: 'post',
  }
  const effect = explainEscape(factsOf([IN, GONE, BACK], [mark]), 'e1', rules)
  expect(dutyLines(effect)).toContain('DIS-01/correction new - 2028-07-20T17:00 DIS-01')
})

it('the second escape of a stay is told apart from the first: only its own days', () => {
  const again = ['2027-05-01T10:00', { kind: 'escaped', facts: { manner: 'single' } }] as const
  const home = ['2027-05-04T10:00', { kind: 'recovered', facts: {} }] as const
  const facts = factsOf([IN, GONE, BACK, again, home])
  const figures = (id: string) => {
    const effect = explainEscape(facts, id, rules)
    return [effect?.daysAway, effect?.endBefore, effect?.endAfter]
  }
  expect(figures('e3')).toEqual([3, '2028-08-19', '2028-08-22'])
  expect(figures('e1')).toEqual([9, '2028-08-13', '2028-08-22'])
})

it('says nothing of an escape that was recorded by mistake and corrected', () => {
  const corrected = [
    '2027-03-02T08:00',
    { kind: 'corrected', facts: { cancels: 'e1', why: 'Nhầm người' } },
  ] as const
  expect(explainEscape(factsOf([IN, GONE, corrected]), 'e1', rules)).toBeNull()
  expect(explainEscape(factsOf([IN, GONE]), 'e0', rules)).toBeNull()
})
