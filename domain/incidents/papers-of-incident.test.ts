import { describe, expect, it } from 'vitest'
import { editionOn } from '../documents/form-editions.ts'
import { FORMS_OF_DEATH } from '../documents/incident-editions.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { addresseeOf, papersOf, refuseFamilyAbsent, type PaperedIncident } from './papers-of-incident.ts'

const book = buildRuleBook(DEFAULT_RULES)
const BEFORE = '2026-06-30T16:59:00.000Z'
const AFTER = '2026-06-30T17:00:00.000Z'

describe('to whom a death is told', () => {
  it.each([
    ['INC-14 (D116 Điều 61.1): the procuracy', 'Viện kiểm sát', BEFORE, 'Viện kiểm sát'],
    ['INC-14 (D163 Điều 122.1): the procuracy', 'Viện kiểm sát', AFTER, 'Viện kiểm sát khu vực'],
    ['INC-14 (D116 Điều 61.1): the court', 'Tòa án', BEFORE, 'Tòa án cấp huyện'],
    ['INC-14 (D163 Điều 122.1): no court is named', 'Tòa án', AFTER, 'Tòa án'],
    ['INC-14 (D163 Điều 122.1): the investigators', 'Cơ quan điều tra', AFTER, 'Cơ quan điều tra'],
    [
      'INC-14 (D163 Điều 122.1): the nearest health body',
      'Cơ sở y tế gần nhất',
      AFTER,
      'Cơ sở y tế gần nhất',
    ],
    ['INC-14 (D163 Điều 122.1): the family', 'Gia đình người chết', AFTER, 'Gia đình người chết'],
  ])('%s', (_title, toWhom, diedAt, addressee) => {
    expect(addresseeOf(book, toWhom, diedAt)).toBe(addressee)
  })

  it.each([
    ['INC-14 (D116 Điều 61.1)', 'death-notice', '2026-06-30', 'd116-thong-bao-chet'],
    ['INC-14 (D163 Điều 122.1)', 'death-notice', '2026-07-01', 'd163-thong-bao-chet'],
    ['INC-15 (D116 Điều 61)', 'family-absent-minutes', '2026-06-30', 'd116-gia-dinh-vang'],
    ['INC-15 (D163 Điều 122)', 'family-absent-minutes', '2026-07-01', 'd163-gia-dinh-vang'],
  ] as const)('%s: %s of %s', (_title, form, on, id) => {
    expect(FORMS_OF_DEATH).toContain(form)
    expect(editionOn(form, 'compulsory', on)).toMatchObject({ id })
  })
})

describe('the record that the family did not come', () => {
  const told = '2026-11-21T01:00:00.000Z'
  it.each([
    ['INC-15 (D163 Điều 122): 24 hours have passed', AFTER, told, '2026-11-22T01:00:00.000Z', null],
    ['INC-15 (D163 Điều 122): a minute too early', AFTER, told, '2026-11-22T00:59:00.000Z', '163/2026'],
    ['INC-15 (D116 Điều 61): a minute too early', BEFORE, told, '2026-11-22T00:59:00.000Z', '116/2021'],
    ['INC-15 (D163 Điều 122): nobody was told', AFTER, null, '2026-11-29T00:00:00.000Z', 'Chưa ghi đã báo'],
  ])('%s', (_title, diedAt, toldAt, now, says) => {
    const problem = refuseFamilyAbsent(book, { diedAt, toldAt, now })
    expect(problem === null).toBe(says === null)
    for (const part of says === null ? [] : [says, 'INC-15']) expect(problem?.message).toContain(part)
  })
})

describe('the papers of an incident', () => {
  const person = { id: 'a', who: 'resident', role: 'attacker', name: 'Hứa Văn An', removedAt: null } as const
  const fight: PaperedIncident = {
    number: 'VV-2026-0001',
    kind: 'fight',
    state: 'under-review',
    occurredAt: AFTER,
    decision: null,
    involvements: [person, { ...person, id: 'b', who: 'staff', role: 'on-duty', name: 'Lý Thị Bình' }],
    injuries: [{ isExamined: true }],
    exhibits: [],
    notices: [],
  }
  const formsOf = (change: Partial<PaperedIncident>, isMedical = false) =>
    papersOf({ ...fight, ...change }, { book, now: AFTER, isMedical }).map(({ form }) => form)

  it('are a statement for residents, an account for staff, and a decision once there is one', () => {
    expect(formsOf({})).toEqual([
      'incident-minutes',
      'incident-statement',
      'incident-account',
      'injury-minutes',
      'incident-report',
      'incident-decision',
    ])
    const [undecided] = papersOf(fight, { book, now: AFTER, isMedical: false }).slice(-1)
    expect(undecided?.problem?.code).toBe('incident-undecided')
    const decided = papersOf({ ...fight, decision: 'Kỷ luật' }, { book, now: AFTER, isMedical: true })
    expect(decided.every(({ problem }) => problem === null)).toBe(true)
  })

  it.each([
    ['minutes of injuries only where somebody was hurt', { injuries: [] }, true, 'injury-minutes', false],
    [
      'things only where some were seized',
      { exhibits: [{ lastMove: 'seized' }] },
      false,
      'seizure-minutes',
      true,
    ],
    [
      'nobody who was taken out',
      { involvements: [{ ...person, removedAt: AFTER }] },
      false,
      'incident-statement',
      false,
    ],
    [
      'nothing of the dead',
      { involvements: [{ ...person, role: 'died' }] },
      false,
      'incident-statement',
      false,
    ],
    ['none of a draft', { state: 'draft' }, false, 'incident-minutes', false],
    ['none of what was told twice', { state: 'duplicate' }, false, 'incident-minutes', false],
  ] as const)('%s', (_title, change, isMedical, form, isOffered) => {
    expect(formsOf(change, isMedical).includes(form)).toBe(isOffered)
  })

  it.each([
    ['to the medical desk once somebody was examined', [true, false], true, undefined, /^$/],
    ['to the medical desk, which examines first', [false], true, 'injury-minutes-early', /Ghi kết quả khám/],
    [
      'to others as what the medical desk makes',
      [true, false],
      false,
      'injury-minutes-medical',
      /y tế lập.*1 trên 2/,
    ],
  ] as const)('minutes of injuries are offered %s', (_title, examined, isMedical, code, message) => {
    const injuries = examined.map((isExamined) => ({ isExamined }))
    const offers = papersOf({ ...fight, injuries }, { book, now: AFTER, isMedical })
    const [minutes] = offers.filter(({ form }) => form === 'injury-minutes')
    expect(minutes?.problem?.code).toBe(code)
    expect(minutes?.problem?.message ?? '').toMatch(message)
  })
})
