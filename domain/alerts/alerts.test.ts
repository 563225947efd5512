import { describe, expect, it } from 'vitest'
import {
  activeAlerts,
  alertsThatInterrupt,
  isReviewDue,
  shownFaces,
  type AlertSpan,
} from './active-alerts.ts'
import { ALERT_ACTS, ALERT_CODES, ALERT_KINDS, faceOf, isMedicalAlert, type AlertAct } from './alert-codes.ts'
import { defaultReviewOn, judgeAlert, type AlertWords } from './judge-alert.ts'

const TODAY = '2026-11-22'

function alert(change: Partial<AlertSpan> = {}): AlertSpan {
  return { code: 'escape', fromOn: '2026-11-01', toOn: null, closedAt: null, ...change }
}

describe('an alert holds', () => {
  it.each<[string, Partial<AlertSpan>, boolean]>([
    ['from its first day', { fromOn: TODAY }, true],
    ['not the day before', { fromOn: '2026-11-23' }, false],
    ['on its last day', { toOn: TODAY }, true],
    ['not the day after', { toOn: '2026-11-21' }, false],
    ['not once it is closed', { closedAt: '2026-11-22T01:00:00.000Z' }, false],
  ])('%s', (_, change, holds) => {
    expect(activeAlerts([alert(change)], TODAY)).toHaveLength(holds ? 1 : 0)
  })

  it('is looked at again from the day set on, unless it holds no more', () => {
    const due = (reviewOn: string, change: Partial<AlertSpan> = {}) =>
      isReviewDue({ ...alert(change), reviewOn }, TODAY)
    expect([due(TODAY), due('2026-11-23'), due('2026-11-01', { toOn: '2026-11-21' })]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('where an alert interrupts', () => {
  it.each<[AlertAct, string[]]>([
    ['placement', ['escape', 'lower-bunk', 'health-watch']],
    ['move', ['escape', 'lower-bunk', 'health-watch']],
    ['leave', ['escape', 'contraband', 'health-watch', 'allergy']],
    ['visit', ['escape', 'contraband', 'interpreter']],
    ['class', ['escape', 'contraband', 'interpreter', 'health-watch']],
    ['release', ['interpreter', 'health-watch', 'allergy']],
  ])('%s', (act, codes) => {
    const all = (
      ['escape', 'contraband', 'interpreter', 'lower-bunk', 'health-watch', 'allergy'] as const
    ).map((code) => alert({ code }))
    expect(
      alertsThatInterrupt(all, act, TODAY)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes.toSorted())
  })

  it('does not with an alert that holds no more', () => {
    expect(alertsThatInterrupt([alert({ toOn: '2026-11-21' })], 'leave', TODAY)).toEqual([])
  })

  it('leaves no kind unread before every act, and none without a word', () => {
    for (const code of ALERT_CODES) {
      const { interrupts, label, advice, reviewDays } = ALERT_KINDS[code]
      expect(ALERT_ACTS.filter((act) => interrupts.includes(act))).not.toEqual([])
      expect(Math.min(label.length, advice.length, reviewDays)).toBeGreaterThan(4)
    }
  })
})

describe('what others than the medical role see of a medical alert', () => {
  it('is one neutral face for every medical kind', () => {
    expect(ALERT_CODES.filter(isMedicalAlert).map((code) => faceOf(code, false))).toEqual([
      'health',
      'health',
      'health',
    ])
    expect(faceOf('allergy', true)).toBe('allergy')
    expect(faceOf('pregnant', false)).toBe('pregnant')
  })

  it('is shown once however many there are, the gravest first', () => {
    const alerts = [alert({ code: 'interpreter' }), alert({ code: 'medicine' }), alert({ code: 'allergy' })]
    expect(shownFaces([...alerts, alert()], TODAY, false)).toEqual(['escape', 'health', 'interpreter'])
    expect(shownFaces(alerts, TODAY, true)).toEqual(['medicine', 'allergy', 'interpreter'])
  })
})

describe('an alert as written', () => {
  const good: AlertWords = { code: 'escape', detail: null, fromOn: TODAY, toOn: null, reviewOn: '2026-12-22' }
  it.each<[string, Partial<AlertWords>, string[]]>([
    ['all fits', {}, []],
    ['no word for a kind the list has not', { code: 'other' }, ['alert-detail']],
    ['a word for such a kind', { code: 'other', detail: 'Sợ độ cao' }, []],
    ['it begins tomorrow', { fromOn: '2026-11-23' }, ['alert-from-future']],
    ['it ends before it begins', { toOn: '2026-11-21' }, ['alert-ends-before']],
    ['it is over', { fromOn: '2026-11-01', toOn: '2026-11-21' }, ['alert-ended']],
    ['it ends today', { toOn: TODAY, reviewOn: TODAY }, []],
    ['the review is past', { reviewOn: '2026-11-21' }, ['alert-review-past']],
    ['the review comes after the end', { toOn: '2026-12-01' }, ['alert-review-after-end']],
    ['the review is 366 days away', { reviewOn: '2027-11-23' }, []],
    ['the review is 367 days away', { reviewOn: '2027-11-24' }, ['alert-review-far']],
  ])('%s', (_, change, codes) => {
    expect(judgeAlert({ ...good, ...change }, TODAY).map(({ code }) => code)).toEqual(codes)
  })

  it('is reviewed after the days of its kind, at latest on its last day', () => {
    expect(defaultReviewOn('self-harm', TODAY)).toBe('2026-11-29')
    expect(defaultReviewOn('interpreter', TODAY)).toBe('2027-05-21')
    expect(defaultReviewOn('interpreter', TODAY, '2026-12-01')).toBe('2026-12-01')
  })
})
