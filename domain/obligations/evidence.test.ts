import { expect, it } from 'vitest'
import { evidenceOfCare, evidenceOfReturn, FORM_DUTIES } from './evidence.ts'

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
] as const)('the care path shows %s', (_, stages, madeAt, expected) => {
  const reintegration = madeAt === null ? null : { at: madeAt, paper: 'Mẫu số 19', number: '3/KH-CSCN' }
  const met = evidenceOfCare({ stages, reintegration })
  expect(met.map(({ duty, at }) => `${duty} ${at}`)).toEqual(expected)
})

it('ST-5 D163 Điều 88 bears the number of the plan that was made', () => {
  const reintegration = { at: APPROVED, paper: 'Mẫu số 19', number: '3/KH-CSCN' }
  expect(evidenceOfCare({ stages: [last], reintegration })).toEqual([
    { duty: 'ST-5', at: APPROVED, paper: 'Mẫu số 19', number: '3/KH-CSCN' },
  ])
})

it('DIS-06 D163 Điều 123.3: the minutes of giving back meet it', () => {
  expect(FORM_DUTIES['return-minutes']).toEqual(['DIS-06'])
})

it.each([
  ['met on the day of the registration', '2026-11-02', ['DIS-11 2026-11-01T17:00:00.000Z']],
  ['not met without one', null, []],
] as const)('DIS-11 L120 Điều 42.3: %s', (_, registeredOn, expected) => {
  expect(evidenceOfReturn({ registeredOn }).map(({ duty, at }) => `${duty} ${at}`)).toEqual(expected)
})
