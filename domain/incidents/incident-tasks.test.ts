import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { buildCalendar } from '../time/holidays.ts'
import { noticesOfForm, tasksOfForm } from './incident-tasks.ts'
import type { IncidentKind } from './incident-kinds.ts'
import { formOnDay } from './kind-forms.ts'

const clock = {
  book: buildRuleBook(DEFAULT_RULES),
  calendar: buildCalendar([]),
  dayDeadlineTime: '17:00',
}
/** Friday 20:00 in Viet Nam. */
const FRIDAY = '2026-11-20T13:00:00.000Z'

function formAt(kind: IncidentKind, at: string) {
  const form = formOnDay(kind, at.slice(0, 10))
  if (form === undefined) throw new Error('no form')
  return form
}

describe('tasks of a form, under the rules of the day of the report', () => {
  it.each([
    ['INC-17 (nội quy, Q-5): head told within 1 hour', 'fight', 'tell-head', '2026-11-20T14:00:00.000Z'],
    ['HOUSE-11 (nội bộ): minutes within 24 hours', 'fight', 'minutes', '2026-11-21T13:00:00.000Z'],
    ['HOUSE-12 (nội bộ): statements after 2 working days', 'fight', 'statements', '2026-11-24T10:00:00.000Z'],
    ['HOUSE-13 (nội bộ): injuries seen within 2 hours', 'fight', 'first-aid', '2026-11-20T15:00:00.000Z'],
    [
      'HOUSE-14 (nội bộ): seized things sealed within 4 hours',
      'contraband',
      'seal',
      '2026-11-20T17:00:00.000Z',
    ],
    [
      'HOUSE-15 (nội bộ): causes looked into in 5 working days',
      'disorder',
      'review',
      '2026-11-27T10:00:00.000Z',
    ],
    ['HOUSE-16 (nội bộ): watched within 1 hour', 'self-harm', 'watch', '2026-11-20T14:00:00.000Z'],
    [
      'HOUSE-17 (D163 Điều 114.3c): allowance in 5 working days',
      'injury',
      'allowance',
      '2026-11-27T10:00:00.000Z',
    ],
    [
      'HOUSE-07 (nội bộ): search decided within 24 hours',
      'escape',
      'search-decision',
      '2026-11-21T13:00:00.000Z',
    ],
  ] as const)('%s', (_title, kind, step, dueAt) => {
    const task = tasksOfForm(formAt(kind, FRIDAY), FRIDAY, clock).find((one) => one.step === step)
    expect(task?.dueAt).toBe(dueAt)
  })

  it('HOUSE-03, HOUSE-04 (nội bộ): the head is told at once of hours, a day after days', () => {
    const tasks = tasksOfForm(formAt('fight', FRIDAY), FRIDAY, clock)
    const late = Object.fromEntries(tasks.map((one) => [one.step, [one.dueAt, one.escalateAt]]))
    expect(late['minutes']).toEqual(['2026-11-21T13:00:00.000Z', '2026-11-21T13:00:00.000Z'])
    expect(late['statements']).toEqual(['2026-11-24T10:00:00.000Z', '2026-11-25T10:00:00.000Z'])
  })
})

describe('notices of a form, under the rules of the day it happened', () => {
  const R73 = '2026-06-15T03:00:00.000Z'
  const body = ['investigators', 'procuracy']
  it.each([
    ['INC-04 (L120 Điều 46.2i): an escape from 01/07/2026', 'escape', FRIDAY, ['commune-police']],
    ['INC-05 (D116 Điều 56.2): an escape before', 'escape', R73, ['deciding-body']],
    [
      'INC-14 (D163 Điều 122.1): a death, the court not told',
      'death',
      FRIDAY,
      [...body, 'health-body', 'family'],
    ],
    [
      'INC-14 (D116 Điều 61.1): a death, the court told',
      'death',
      R73,
      [...body, 'court', 'health-body', 'family'],
    ],
    ['INC-17: a fight, nobody outside', 'fight', FRIDAY, []],
  ] as const)('%s', (_title, kind, at, steps) => {
    const found = noticesOfForm(formAt(kind, at), at, clock)
    expect(found.map(({ step }) => step)).toEqual(steps)
  })

  it('INC-04 (L120 Điều 46.2i): 24 hours run through the weekend', () => {
    const [notice] = noticesOfForm(formAt('escape', FRIDAY), FRIDAY, clock)
    expect(notice?.dueAt).toBe('2026-11-21T13:00:00.000Z')
  })
})
