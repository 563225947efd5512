import { describe, expect, it, test } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { clockEffect } from './clock-effect.ts'
import {
  decisionDue,
  judgeApproval,
  judgeExtension,
  judgeRequest,
  latestFuneralReturn,
  type OutingPerson,
  type OutingRequest,
} from './judge-outing.ts'

const book = buildRuleBook(DEFAULT_RULES)

/** 09:00 on 01/03/2027 in Viet Nam. */
const NOW = '2027-03-01T02:00:00.000Z'

const PERSON: OutingPerson = { now: NOW, endOn: '2028-06-01', birthOn: '1990-05-01', inHospitalSince: null }

const FUNERAL: OutingRequest = {
  kind: 'funeral',
  requestedAt: NOW,
  leaveAt: NOW,
  returnAt: '2027-03-04T02:00:00.000Z',
  travelDays: 0,
  relation: 'father',
  proof: 'death-certificate',
  requestBody: null,
  destination: null,
  reason: null,
  scope: null,
}

const codes = (request: Partial<OutingRequest>, person: Partial<OutingPerson> = {}) =>
  judgeRequest(
    { ...FUNERAL, ...request },
    { ...PERSON, now: request.requestedAt ?? NOW, ...person },
    book,
  ).map(({ code }) => code)

/** The last minute under Nghị định 116/2021 and the first under Nghị định 163/2026. */
const LAST_OF_R73 = '2026-06-30T16:59:00.000Z'
const FIRST_OF_R120 = '2026-06-30T17:00:00.000Z'

describe('LEAVE-01 D116 Điều 70.1, D163 Điều 121.1: whose death', () => {
  it.each([
    ['father', LAST_OF_R73, true],
    ['child', LAST_OF_R73, true],
    ['husband', FIRST_OF_R120, true],
    ['parent-in-law', LAST_OF_R73, false],
    ['parent-in-law', FIRST_OF_R120, true],
    ['sibling', LAST_OF_R73, false],
    ['grandparent', FIRST_OF_R120, false],
  ] as const)('%s, asked for at %s: %s', (relation, requestedAt, allowed) => {
    const found = codes({ relation, requestedAt, proof: null })
    expect(found.includes('relation-not-listed')).toBe(!allowed)
  })

  test('the refusal names rule and article', () => {
    const [refused] = judgeRequest(
      { ...FUNERAL, relation: 'parent-in-law', requestedAt: LAST_OF_R73, proof: null },
      PERSON,
      book,
    )
    expect(refused?.message).toBe(
      'Không được về chịu tang bố, mẹ của vợ hoặc chồng: ngày 30/06/2026 chỉ cho về khi chết là bố, mẹ, vợ, ' +
        'chồng hoặc con (LEAVE-01, Nghị định 116/2021/NĐ-CP Điều 70.1).',
    )
  })
})

describe('LEAVE-02 D116 Điều 70.1, D163 Điều 121.1: five days, travel not counted', () => {
  it.each([
    ['R73', '2026-03-02T02:00:00.000Z', '2026-03-07T10:00:00.000Z', 0, true],
    ['R73, a minute over', '2026-03-02T02:00:00.000Z', '2026-03-07T10:01:00.000Z', 0, false],
    ['R73, with a day on the way', '2026-03-02T02:00:00.000Z', '2026-03-08T10:00:00.000Z', 1, true],
    ['R120', NOW, '2027-03-06T10:00:00.000Z', 0, true],
    ['R120, a minute over', NOW, '2027-03-06T10:01:00.000Z', 0, false],
    ['R120, two days on the way, a minute over', NOW, '2027-03-08T10:01:00.000Z', 2, false],
    // Calendar days: the five days run through Tết (17/02/2026 is the first day of the year).
    ['R73 over Tết', '2026-02-14T02:00:00.000Z', '2026-02-19T10:00:00.000Z', 0, true],
    ['R73 over Tết, a minute over', '2026-02-14T02:00:00.000Z', '2026-02-19T10:01:00.000Z', 0, false],
  ] as const)('%s', (_title, leaveAt, returnAt, travelDays, allowed) => {
    const found = codes({ leaveAt, returnAt, travelDays, requestedAt: leaveAt, proof: null })
    expect(found.includes('leave-too-long')).toBe(!allowed)
  })

  it('sets the hour at which deadlines end on the last day', () => {
    expect(latestFuneralReturn(NOW, 1, book)).toBe('2027-03-07T10:00:00.000Z')
  })

  it.each([
    ['2027-03-06T10:00:00.000Z', []],
    ['2027-03-06T10:01:00.000Z', ['leave-too-long']],
    ['2027-03-03T02:00:00.000Z', ['not-later']],
  ])('extended to %s: %j', (to, expected) => {
    const outing = { kind: 'funeral', travelDays: 0, leftAt: NOW, until: '2027-03-04T02:00:00.000Z' } as const
    expect(judgeExtension(outing, to, book).map(({ code }) => code)).toEqual(expected)
  })
})

describe('LEAVE-03 D116 Điều 70.2a, D163 Điều 121.2a: the paper beside the application', () => {
  it.each([
    ['commune-committee', LAST_OF_R73, true],
    ['commune-committee', FIRST_OF_R120, false],
    ['death-certificate', LAST_OF_R73, false],
    ['death-certificate', FIRST_OF_R120, true],
    ['commune-police', FIRST_OF_R120, true],
  ] as const)('%s for an application of %s: %s', (proof, requestedAt, allowed) => {
    expect(codes({ proof, requestedAt }).includes('proof-not-listed')).toBe(!allowed)
  })

  it('may follow later, but is there when it is approved', () => {
    expect(codes({ proof: null })).toEqual([])
    expect(judgeApproval({ ...FUNERAL, proof: null }, null, book)[0]?.message).toContain(
      'giấy chứng tử hoặc xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ (LEAVE-03',
    )
    expect(judgeApproval(FUNERAL, null, book)).toEqual([])
  })
})

describe('LEAVE-04 D116 Điều 70.2b, D163 Điều 121.2b: by when the head decides', () => {
  it.each([
    ['R73: 1 day', LAST_OF_R73, '2026-07-01T10:00:00.000Z'],
    ['R120: 24 hours', FIRST_OF_R120, '2026-07-01T17:00:00.000Z'],
    ['R73: 1 day, over Tết too', '2026-02-16T02:00:00.000Z', '2026-02-17T10:00:00.000Z'],
    ['R120: hours run through the night', '2027-02-05T15:30:00.000Z', '2027-02-06T15:30:00.000Z'],
  ])('%s', (_title, requestedAt, due) => {
    expect(decisionDue('funeral', requestedAt, book)).toBe(due)
  })
})

describe('OUT-01 D116 Điều 59, D163 Điều 111: only on a written request', () => {
  it.each(['proceedings', 'court'] as const)('%s', (kind) => {
    expect(codes({ kind, proof: null })).toEqual(['request-body-missing'])
    expect(codes({ kind, proof: null, requestBody: 'Cơ quan Cảnh sát điều tra' })).toEqual([])
  })
})

describe('SUSP-05 D116 Điều 58.2, L120 Điều 39.3: who may be suspended', () => {
  it.each([
    ['R73: ten days in hospital are not more than ten', '2026-06-20T02:00:00.000Z', LAST_OF_R73, null, false],
    ['R73: eleven are', '2026-06-19T02:00:00.000Z', LAST_OF_R73, null, true],
    ['R73: never in hospital', null, LAST_OF_R73, 'Ốm nặng', false],
    ['R120: seriously ill', null, FIRST_OF_R120, 'Ốm nặng', true],
    ['R120: nothing said', null, FIRST_OF_R120, null, false],
  ])('%s', (_title, inHospitalSince, leaveAt, reason, allowed) => {
    const asked = { kind: 'suspension', leaveAt, requestedAt: leaveAt, returnAt: null, reason } as const
    expect(codes(asked, { inHospitalSince }).length === 0).toBe(allowed)
  })
})

describe('SUSP-08 L120 Điều 39.4 and TRF-01 L120 Điều 38.2b: decided elsewhere', () => {
  it.each([
    ['suspension', null, 'SUSP-08'],
    ['transfer', 'same-province', 'TRF-01'],
    ['transfer', 'reform-school', 'TRF-03'],
  ] as const)('%s %s needs the paper, and names %s', (kind, scope, rule) => {
    const request = { ...FUNERAL, kind, scope }
    expect(judgeApproval(request, null, book)[0]?.message).toContain(rule)
    expect(judgeApproval(request, { number: '1', on: '2027-02-28', issuer: 'TAND' }, book)).toEqual([])
  })
})

describe('AGE-03 L120 Điều 36.4: to a centre for adults', () => {
  it.each([
    ['turned 18 with three months left', '2009-03-01', '2027-06-01', []],
    ['a day less than three months left', '2009-03-01', '2027-05-31', ['too-little-left']],
    ['18 tomorrow', '2009-03-02', '2028-01-01', ['not-adult']],
    ['birth day unknown', null, '2028-01-01', ['not-adult']],
  ])('%s', (_title, birthOn, endOn, expected) => {
    const asked = {
      kind: 'transfer',
      scope: 'adult-centre',
      destination: 'Cơ sở số 2',
      returnAt: null,
    } as const
    expect(codes(asked, { birthOn, endOn })).toEqual(expected)
  })
})

describe('what it does to the term', () => {
  it.each([
    ['funeral', 'R73', 'TERM-12, Nghị định 116/2021/NĐ-CP Điều 70.1', 'verified'],
    ['funeral', 'R120', 'TERM-12, Nghị định 163/2026/NĐ-CP Điều 121.1', 'verified'],
    ['hospital', 'R73', 'TERM-10, Nghị định 116/2021/NĐ-CP Điều 67.4', 'verified'],
    ['hospital', 'R120', 'TERM-10, Nghị định 163/2026/NĐ-CP Điều 114.4', 'verified'],
    ['suspension', 'R120', 'TERM-11, Luật Phòng, chống ma túy 120/2025/QH15 Điều 39.3', 'verified'],
    ['suspension', 'R73', 'không nói đến (TERM-11)', 'unsettled'],
    ['proceedings', 'R73', 'Văn bản không nói', 'unsettled'],
    ['proceedings', 'R120', 'TERM-13, Nghị định 163/2026/NĐ-CP Điều 111.4', 'verified'],
  ] as const)('%s under %s counts: %s (%s)', (kind, regime, part, confidence) => {
    const effect = clockEffect(kind, regime, book)
    expect(effect).toMatchObject({ counts: true, confidence })
    expect(effect.sentence).toContain(part)
  })

  it('does not count where the rule is edited so', () => {
    const [row] = DEFAULT_RULES.filter((rule) => rule.id === 'TERM-13' && rule.axis === 'term')
    if (!row) throw new Error('no TERM-13')
    const edited = buildRuleBook([...DEFAULT_RULES, { ...row, value: false }])
    expect(clockEffect('court', 'R73', edited)).toMatchObject({ counts: false })
  })

  it('knows no term while there is no decision', () => {
    expect(clockEffect('hospital', null, book).sentence).toContain('Chưa có quyết định')
  })
})
