import { expect, it } from 'vitest'
import { evidenceOfCare } from './evidence.ts'

const first = { stage: 1, startedOn: '2026-08-10', endedOn: '2026-08-12' } as const
const open = { stage: 1, startedOn: '2026-08-10', endedOn: null } as const
const last = { stage: 5, startedOn: '2026-10-01', endedOn: null } as const
const APPROVED = '2026-10-05T03:00:00.000Z'

it.each([
  ['nothing while the first stage goes on', [open], null, []],
  ['ST-1 once the first stage ended (D163 Điều 84.6)', [first], null, ['ST-1 2026-08-11T17:00:00.000Z']],
  [
    'ST-1 alone while the last stage has no approved plan',
    [first, last],
    null,
    ['ST-1 2026-08-11T17:00:00.000Z'],
  ],
  ['nothing of ST-5 by a plan without the stage', [], APPROVED, []],
  [
    'ST-5 by the stage with its plan, at the later of them (D163 Điều 88)',
    [last],
    APPROVED,
    [`ST-5 ${APPROVED}`],
  ],
  [
    'ST-5 from the first day of the stage when the plan came before',
    [last],
    '2026-09-20T03:00:00.000Z',
    ['ST-5 2026-09-30T17:00:00.000Z'],
  ],
] as const)('the care path shows %s', (_, stages, reintegrationAt, expected) => {
  const met = evidenceOfCare({ stages, reintegrationAt })
  expect(met.map(({ duty, at }) => `${duty} ${at}`)).toEqual(expected)
})
