import { expect, it } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { atTime } from '../time/instant.ts'
import { escapeStanding } from './escape-standing.ts'
import { missingForSearch } from './missing-for-search.ts'

const DAY = '2026-11-01'
const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }
const recovered: CustodyAct = { kind: 'recovered', facts: {} }

function events(...told: readonly (readonly [time: string, act: CustodyAct])[]): CustodyEvent[] {
  return told.map(([time, act], index) => ({
    ...act,
    id: `e${index}`,
    stayId: 's',
    seq: index + 1,
    at: atTime(DAY, time),
    recordedAt: atTime(DAY, time),
  }))
}

it.each<[string, CustodyEvent[], string, string | null]>([
  ['away while nothing followed', events(['01:00', escaped]), 'away', null],
  [
    'recovered with the first recovery after it',
    events(['01:00', escaped], ['05:00', recovered], ['06:00', escaped], ['09:00', recovered]),
    'recovered',
    atTime(DAY, '05:00'),
  ],
  [
    'ended when a voluntary person was written off while away',
    events(['01:00', escaped], ['17:00', { kind: 'left-on-own-will', facts: {} }]),
    'ended',
    null,
  ],
  [
    'withdrawn when it was corrected',
    events(['01:00', escaped], ['02:00', { kind: 'corrected', facts: { cancels: 'e0', why: 'Nhầm' } }]),
    'withdrawn',
    null,
  ],
  [
    'away again when the recovery was corrected',
    events(
      ['01:00', escaped],
      ['05:00', recovered],
      ['06:00', { kind: 'corrected', facts: { cancels: 'e1', why: 'Nhầm người' } }],
    ),
    'away',
    null,
  ],
])('%s', (_title, line, standing, recoveredAt) => {
  const recoveryId = recoveredAt === null ? null : 'e1'
  expect(escapeStanding(line, 'e0')).toEqual({ standing, recoveredAt, recoveryId })
})

it('INC-09 Mẫu 43: names what the decision asks for and the record lacks', () => {
  const full = {
    birthOn: '1990-01-01',
    paper: {},
    permanentAddress: true,
    heightCm: 168,
    weightKg: 61,
    marks: ['sẹo'],
    relatives: ['mẹ'],
    photoId: 'p',
  }
  expect(missingForSearch(full)).toEqual([])
  expect(missingForSearch({ ...full, weightKg: null, marks: [], photoId: null })).toEqual([
    'ảnh',
    'cân nặng',
    'dấu hiệu riêng',
  ])
})
