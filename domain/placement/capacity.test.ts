import { describe, expect, it } from 'vitest'
import {
  checkCapacityChange,
  checkOutage,
  OUTAGE_REASON_LABELS,
  OUTAGE_REASONS,
  type OutageCheck,
} from './capacity.ts'

describe('checkCapacityChange', () => {
  it.each([
    { maximum: 12, inUse: 10, outOfService: 2, occupied: 10, beds: 12, codes: [] },
    { maximum: 0, inUse: 0, outOfService: 0, occupied: 0, beds: 0, codes: [] },
    { maximum: 8, inUse: 10, outOfService: 0, occupied: 0, beds: 8, codes: ['capacity-order'] },
    { maximum: 12, inUse: 11, outOfService: 2, occupied: 0, beds: 12, codes: ['capacity-out-of-service'] },
    { maximum: 12, inUse: 7, outOfService: 0, occupied: 8, beds: 12, codes: ['capacity-below-occupied'] },
    { maximum: 7, inUse: 7, outOfService: 0, occupied: 8, beds: 7, codes: ['capacity-below-occupied'] },
    { maximum: 10, inUse: 10, outOfService: 0, occupied: 0, beds: 12, codes: ['capacity-below-beds'] },
    { maximum: -1, inUse: 0, outOfService: 0, occupied: 0, beds: 0, codes: ['capacity-number'] },
    { maximum: 10, inUse: 7.5, outOfService: 0, occupied: 0, beds: 0, codes: ['capacity-number'] },
    { maximum: Number.NaN, inUse: 0, outOfService: 0, occupied: 0, beds: 0, codes: ['capacity-number'] },
  ])(
    'says $codes of $inUse/$maximum with $occupied people, $beds beds',
    ({ codes, occupied, beds, ...capacity }) => {
      const problems = checkCapacityChange({ capacity, occupied, beds })
      expect(problems.map(({ code }) => code)).toEqual(codes)
    },
  )
})

describe('checkOutage', () => {
  const CHECK: OutageCheck = {
    bedCode: 'A2-05',
    reason: 'damage',
    note: null,
    today: '2026-11-22',
    backOn: '2026-11-30',
    heldBy: null,
    outSince: null,
  }

  it.each<{ when: string; change: Partial<OutageCheck>; codes: string[] }>([
    { when: 'the bed is free', change: {}, codes: [] },
    { when: 'nobody knows until when', change: { backOn: null }, codes: [] },
    { when: 'it is back today', change: { backOn: '2026-11-22' }, codes: [] },
    {
      when: 'somebody lies there',
      change: { heldBy: { name: 'Lộc Văn Đức', since: '2026-11-20T07:02:00.000Z' } },
      codes: ['bed-occupied'],
    },
    {
      when: 'it is out already',
      change: { outSince: '2026-11-20T07:02:00.000Z' },
      codes: ['bed-already-out'],
    },
    {
      when: 'it would have been back yesterday',
      change: { backOn: '2026-11-21' },
      codes: ['outage-back-on'],
    },
    { when: 'another reason is not told', change: { reason: 'other', note: ' ' }, codes: ['outage-note'] },
    { when: 'another reason is told', change: { reason: 'other', note: 'Chờ kiểm kê' }, codes: [] },
  ])('says $codes when $when', ({ change, codes }) => {
    expect(checkOutage({ ...CHECK, ...change }).map(({ code }) => code)).toEqual(codes)
  })

  it('names who holds the bed and since when', () => {
    const [problem] = checkOutage({
      ...CHECK,
      heldBy: { name: 'Lộc Văn Đức', since: '2026-11-20T07:02:00.000Z' },
    })
    expect(problem?.message).toBe(
      'Giường A2-05 đang có Lộc Văn Đức từ 14:02 20/11/2026. Chuyển người sang giường khác trước.',
    )
  })

  it('has a different Vietnamese word for each reason', () => {
    const labels = Object.values(OUTAGE_REASON_LABELS)
    expect(Object.keys(OUTAGE_REASON_LABELS)).toEqual([...OUTAGE_REASONS])
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels.every((label) => /[À-ỹ]/.test(label))).toBe(true)
  })
})
