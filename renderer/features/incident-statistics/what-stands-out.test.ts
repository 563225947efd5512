import { describe, expect, it } from 'vitest'
import type { IncidentStatistics } from '#domain/contract/incident-statistics.ts'
import { whatStandsOut } from './what-stands-out.ts'

const QUIET: IncidentStatistics = {
  before: { from: '2026-08-01', to: '2026-08-31' },
  total: 0,
  totalBefore: 13,
  kinds: [],
  recent: { from: '2026-11-21', to: '2026-11-22', count: 0 },
  standing: [],
  late: 0,
  lateTasks: 0,
  lateNotice: 0,
  lateNotices: 0,
  zones: [],
  weekdays: [],
  months: [],
  repeated: [],
  contraband: [],
  escapes: [],
  injured: [],
  closing: { closed: 0, medianHours: null, slowHours: null, kinds: [] },
  isNarrowed: false,
  leftOut: { duplicates: 0, notIncidents: 0 },
}
const zone = (name: string, hours: [hour: number, count: number][]): IncidentStatistics['zones'][number] => ({
  zoneId: name,
  name,
  count: 0,
  hours: hours.map(([hour, count]) => ({ hour, count })),
})
const ages = (old: number) => ({ 'days-0-2': 1, 'days-3-7': 0, 'days-8-30': 0, 'days-over-30': old })
const person = (name: string, count: number) => ({
  personId: name,
  name,
  count,
  last: '2026-11-20T01:00:00Z',
})

describe('what stands out in the figures', () => {
  it('is nothing where nothing happened', () => {
    expect(whatStandsOut(QUIET)).toEqual([])
  })

  it.each<[string, Partial<IncidentStatistics>, string | null, number]>([
    [
      'the kind that grew the most, not the most frequent one',
      {
        kinds: [
          { kind: 'escape', count: 12, before: 11 },
          { kind: 'fight', count: 5, before: 2 },
        ],
      },
      'Đánh nhau, gây thương tích',
      5,
    ],
    ['no kind that grew by one', { kinds: [{ kind: 'fight', count: 3, before: 2 }] }, null, 0],
    [
      'no growth over a period nothing is known of',
      { totalBefore: 0, kinds: [{ kind: 'fight', count: 3, before: 0 }] },
      null,
      0,
    ],
    ['no kind that fell', { kinds: [{ kind: 'fight', count: 3, before: 9 }] }, null, 0],
    [
      'the worst hour of any zone',
      {
        zones: [
          zone('Khu A', [
            [6, 2],
            [22, 3],
          ]),
          zone('Khu B', [[0, 5]]),
        ],
      },
      'Khu B, 0 giờ',
      5,
    ],
    ['no hour with two', { zones: [zone('Khu A', [[6, 2]])] }, null, 0],
    [
      'open incidents of every state that nobody went on with',
      {
        standing: [
          { state: 'reported', count: 3, ages: ages(2) },
          { state: 'on-hold', count: 2, ages: ages(1) },
        ],
      },
      'Đang mở, không đổi tình trạng',
      3,
    ],
    ['who stands in the most incidents', { repeated: [person('An', 3), person('Bình', 4)] }, 'Bình', 4],
    ['nobody who stands in two', { repeated: [person('An', 2)] }, null, 0],
    [
      'the substance and the way it comes in',
      {
        contraband: [
          { substance: 'heroin', route: 'visit', incidents: 2, amounts: [] },
          { substance: 'heroin', route: 'parcel', incidents: 4, amounts: [] },
        ],
      },
      'Heroin, trong quà gửi',
      4,
    ],
  ])('is %s', (_, change, what, count) => {
    const found = whatStandsOut({ ...QUIET, ...change })
    expect(found.map((one) => [one.what, one.count])).toEqual(what === null ? [] : [[what, count]])
  })
})
