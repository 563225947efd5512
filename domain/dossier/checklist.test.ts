import { describe, expect, it } from 'vitest'
import { TRACKS, type Track } from '../stay/track.ts'
import { checklistFor, checklistOn } from './checklist.ts'
import { judgeDossier, type DossierAnswer } from './judge-dossier.ts'

const ADULT = { isMinor: false, hasNoResidence: false }
const MINOR = { isMinor: true, hasNoResidence: false }
const HOMELESS = { isMinor: false, hasNoResidence: true }

describe('checklistFor (IN-05, IN-06, IN-08, IN-09)', () => {
  it.each<[string, Track, string, typeof ADULT, string[]]>([
    [
      'compulsory from 01/07/2026: court decision, assignment, background (D163 Điều 108.2)',
      'compulsory',
      '2026-07-01',
      ADULT,
      ['court-decision', 'assignment', 'background'],
    ],
    [
      'compulsory until 30/06/2026: court decision and background (D116 Điều 55.3)',
      'compulsory',
      '2026-06-30',
      ADULT,
      ['court-decision', 'background'],
    ],
    [
      'a minor brings statement and parents’ opinion too (D163 Điều 104)',
      'compulsory',
      '2026-11-22',
      MINOR,
      ['court-decision', 'assignment', 'background', 'minor-statement', 'parents-opinion'],
    ],
    [
      'a minor before the new law: parents’ opinion (D116 Điều 51)',
      'compulsory',
      '2025-01-10',
      MINOR,
      ['court-decision', 'background', 'parents-opinion'],
    ],
    [
      'without stable residence the police say so (D163 Điều 101)',
      'compulsory',
      '2026-11-22',
      HOMELESS,
      ['court-decision', 'assignment', 'background', 'no-residence'],
    ],
    [
      'voluntary from 01/07/2026: decision, assignment and the registration dossier (D163 Điều 96.2, 89.3)',
      'voluntary',
      '2026-11-22',
      ADULT,
      [
        'voluntary-decision',
        'assignment',
        'background',
        'application',
        'addiction-result',
        'identity-copy',
        'police-proposal',
      ],
    ],
    [
      'voluntary before: application, identity paper, contract (D116 Điều 35, 36)',
      'voluntary',
      '2024-05-01',
      ADULT,
      ['application', 'identity-copy', 'contract'],
    ],
    [
      'held from 01/07/2026: Mẫu 32 and 33 (D163 Điều 99.2)',
      'held',
      '2026-11-22',
      MINOR,
      ['holding-decision', 'background'],
    ],
    [
      'held before: Mẫu 36 and background (D116 Điều 46)',
      'held',
      '2023-02-01',
      ADULT,
      ['holding-decision', 'background'],
    ],
    [
      'a day before the first law on file follows the first list',
      'held',
      '2019-02-01',
      ADULT,
      ['holding-decision', 'background'],
    ],
  ])('%s', (_, track, day, person, codes) => {
    const required = checklistFor(track, day, person).filter((item) => item.isRequired)
    expect(required.map((item) => item.code)).toEqual(codes)
  })

  it.each([
    ['compulsory', '2026-11-22', 'background', 'Mẫu 33'],
    ['compulsory', '2026-01-22', 'background', 'Mẫu 30'],
    ['held', '2026-11-22', 'holding-decision', 'Mẫu 32'],
    ['held', '2026-01-22', 'holding-decision', 'Mẫu 36'],
    ['voluntary', '2026-11-22', 'voluntary-decision', 'Mẫu 22'],
    ['voluntary', '2026-01-22', 'contract', 'Mẫu 28'],
  ] as const)('%s on %s: %s is %s', (track, day, code, form) => {
    expect(checklistFor(track, day, ADULT).find((item) => item.code === code)?.form).toBe(form)
  })

  it('every list names one decision, an issuer and an article for each paper, each code once', () => {
    for (const track of TRACKS)
      for (const day of ['2026-06-30', '2026-07-01']) {
        const { rows } = checklistOn(track, day)
        expect(rows.filter((row) => row.isDecision)).toHaveLength(1)
        expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
        expect(rows.every((row) => row.issuer !== '' && /(?:D116|D163|L120) Điều/.test(row.article))).toBe(
          true,
        )
      }
  })
})

describe('judgeDossier', () => {
  const received = (code: string, issuedOn: string | null = '2026-11-10'): DossierAnswer => ({
    code,
    state: 'received',
    number: '1/QĐ',
    issuedOn,
    reason: null,
    note: null,
  })
  const missing = (
    code: string,
    reason: DossierAnswer['reason'],
    note: string | null = null,
  ): DossierAnswer => ({
    ...received(code, null),
    state: 'missing',
    reason,
    note,
  })
  const judge = (answers: DossierAnswer[]) => judgeDossier('held', '2026-11-22', ADULT, answers, 5)

  it('is complete when every required paper has come', () => {
    const found = judge([received('holding-decision'), received('background')])
    expect(found).toMatchObject({ problems: [], warnings: [] })
    expect(found.items.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ['received', null],
      ['received', null],
    ])
  })

  it('receives with a paper missing when a reason is given, and sets the day it is due', () => {
    const found = judge([received('holding-decision'), missing('background', 'sent-later')])
    expect(found.problems).toEqual([])
    expect(found.items[1]).toMatchObject({ state: 'missing', dueOn: '2026-11-27' })
  })

  it.each<[string, DossierAnswer[], string[]]>([
    ['nothing said about a required paper', [received('holding-decision')], ['paper-missing']],
    [
      'missing without a reason',
      [received('holding-decision'), missing('background', null)],
      ['paper-missing'],
    ],
    [
      '“not needed” said of a required paper',
      [received('holding-decision'), { ...missing('background', null), state: 'not-needed' }],
      ['paper-missing'],
    ],
    [
      'another reason that is not said',
      [received('holding-decision'), missing('background', 'other')],
      ['reason-unsaid'],
    ],
    [
      'a paper of another list',
      [received('holding-decision'), received('background'), received('court-decision')],
      ['paper-unknown'],
    ],
  ])('refuses: %s', (_, answers, codes) => {
    expect(judge(answers).problems.map(({ code }) => code)).toEqual(codes)
  })

  it('warns of a paper dated after the reception', () => {
    const found = judge([received('holding-decision', '2026-11-23'), received('background')])
    expect(found.warnings).toMatchObject([
      { code: 'issued-after-reception', field: 'dossier.holding-decision' },
    ])
  })

  it.each([
    ['2026-05-22', []],
    ['2026-05-21', ['paper-too-old']],
  ])('an addiction result of %s (L120 Điều 31: six months): %j', (issuedOn, codes) => {
    const answers = [received('addiction-result', issuedOn)]
    const found = judgeDossier('voluntary', '2026-11-22', ADULT, answers, 5)
    expect(found.warnings.map(({ code }) => code)).toEqual(codes)
  })
})
