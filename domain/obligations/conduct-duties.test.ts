import { expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { buildCalendar } from '../time/holidays.ts'
import { toOffsetText } from '../time/instant.ts'
import { rulesOn } from './obligations-of-stay.ts'
import { dutiesOfCases, type OpenCase } from './conduct-duties.ts'

const rules = rulesOn(buildRuleBook(DEFAULT_RULES), '2026-11-22', buildCalendar([]), '2026-01-01')
const CASE: OpenCase = {
  id: 'c1',
  kind: 'violation',
  form: 'special-zone',
  state: 'proposed',
  proposedAt: '2026-11-20T03:00:00.000Z',
  councilAt: null,
  heardAt: null,
  fromOn: null,
  toOn: null,
  reviewOn: null,
}
const IN_FORCE = { state: 'in-force', fromOn: '2026-11-20', toOn: '2026-11-27' } as const

it.each<[string, Partial<OpenCase>, string[]]>([
  ['CASE-01 (house): a proposal is looked at in 3 days', {}, ['CASE-01 2026-11-23T17:00']],
  [
    'CASE-02 (house): the council at its hour',
    { state: 'council', councilAt: '2026-11-23T01:30:00.000Z' },
    ['CASE-02 2026-11-23T08:30'],
  ],
  [
    'CASE-03 (house): the decision 2 days after the minutes',
    { state: 'heard', heardAt: '2026-11-22T02:00:00.000Z' },
    ['CASE-03 2026-11-24T17:00'],
  ],
  [
    'CASE-04 (house): carried out on its day',
    { state: 'decided', fromOn: '2026-11-25', toOn: '2026-11-30' },
    ['CASE-04 2026-11-25T17:00'],
  ],
  [
    'INC-11c and CASE-04 (house): review, then the end',
    { ...IN_FORCE, reviewOn: '2026-11-24' },
    ['INC-11c 2026-11-24T17:00', 'CASE-04 2026-11-27T17:00'],
  ],
  ['CASE-04 (house): the end alone', IN_FORCE, ['CASE-04 2026-11-27T17:00']],
  ['nothing once it is over', { ...IN_FORCE, state: 'ended' }, []],
])('%s', (_name, change, expected) => {
  const found = dutiesOfCases({ rules, cases: [{ ...CASE, ...change }] })
  expect(found.map(({ duty, dueAt }) => `${duty} ${toOffsetText(dueAt).slice(0, 16)}`)).toEqual(expected)
})
