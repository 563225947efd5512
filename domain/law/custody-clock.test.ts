import { expect, test } from 'vitest'
import type { CustodyAct } from '../custody/facts.ts'
import type { CustodyEvent } from '../custody/custody-event.ts'
import { replayCustody } from '../custody/replay.ts'
import { atTime } from '../time/instant.ts'
import { replayClockEvents } from './clock-replay.ts'
import { clockEventsOf } from './custody-clock.ts'

function line(...acts: readonly (readonly [day: string, act: CustodyAct])[]): CustodyEvent[] {
  return acts.map(([day, act], index) => {
    const at = atTime(day, '09:00')
    return { ...act, id: `e${index}`, stayId: 's', seq: index, at, recordedAt: at }
  })
}

const received: CustodyAct = { kind: 'received', facts: { how: 'escort' } }
const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }

function kindsOf(events: readonly CustodyEvent[]): string[] {
  const { timeline, problems } = replayCustody(events, { initialTrack: 'compulsory' })
  expect(problems).toEqual([])
  const found = clockEventsOf(timeline, events)
  expect(replayClockEvents(found, null)).not.toHaveProperty('refused')
  return found.map(({ kind, at, months }) =>
    months === undefined ? `${kind} ${at.slice(0, 10)}` : `${kind} ${months}`,
  )
}

test.each<[string, CustodyEvent[], string[]]>([
  [
    'hospital and back',
    line(
      ['2027-01-01', received],
      ['2027-02-01', { kind: 'left', facts: { outKind: 'hospital' } }],
      ['2027-02-05', { kind: 'returned', facts: {} }],
    ),
    ['hospital-out 2027-02-01', 'hospital-back 2027-02-05'],
  ],
  [
    'an escape from hospital',
    line(
      ['2027-01-01', received],
      ['2027-02-01', { kind: 'left', facts: { outKind: 'hospital' } }],
      ['2027-02-03', escaped],
      ['2027-02-09', { kind: 'recovered', facts: {} }],
    ),
    ['hospital-out 2027-02-01', 'escaped 2027-02-03', 'recovered 2027-02-09'],
  ],
  [
    'prison and the rest afterwards',
    line(
      ['2027-01-01', received],
      ['2027-02-01', { kind: 'interrupted', facts: {} }],
      ['2027-08-01', { kind: 'continued', facts: {} }],
    ),
    ['imprisoned 2027-02-01', 'continued 2027-08-01'],
  ],
  [
    'an R73 end in prison after an escape',
    line(['2025-01-01', received], ['2025-02-01', escaped], ['2025-02-08', { kind: 'to-prison', facts: {} }]),
    ['escaped 2025-02-01', 'recovered 2025-02-08', 'imprisoned 2025-02-08'],
  ],
  [
    'an exemption during suspension',
    line(
      ['2027-01-01', received],
      [
        '2027-02-01',
        { kind: 'suspended', facts: { decision: { number: '1', on: '2027-02-01', issuer: 'Tòa án' } } },
      ],
      ['2027-04-01', { kind: 'exempted', facts: {} }],
    ),
    ['suspended 2027-02-01', 'resumed 2027-04-01', 'exempted 2027-04-01'],
  ],
  [
    'a reduction, and one that was cancelled',
    line(
      ['2025-01-01', received],
      ['2026-02-01', { kind: 'term-changed', facts: { months: -2, reason: 'reduced' } }],
      ['2026-03-01', { kind: 'term-changed', facts: { months: -1, reason: 'corrected' } }],
      ['2026-04-01', { kind: 'term-changed', facts: { months: -3, reason: 'reduced' } }],
      ['2026-04-02', { kind: 'corrected', facts: { cancels: 'e3', why: 'Ghi nhầm người' } }],
    ),
    ['reduced 2', 'term-corrected -1'],
  ],
  ['a release', line(['2027-01-01', received], ['2028-12-30', { kind: 'released', facts: {} }]), []],
])('custody events of %s make the clock’s', (_title, events, expected) => {
  expect(kindsOf(events)).toEqual(expected)
})
