import { describe, expect, it } from 'vitest'
import { backupAgeTone, drillDueOn, drillLateDays, dueBackups, type BackupPlan } from './backup-schedule.ts'

const PLAN: BackupPlan = {
  localMinutes: 60,
  localKeep: 48,
  sealedFolder: '/media/usb',
  sealedTime: '01:30',
  sealedKeep: 14,
  monthlyKeep: 12,
}
/** 22/11/2026 02:00 in Vietnam. */
const NOW = '2026-11-21T19:00:00.000Z'
const NONE = { local: null, sealed: null, monthly: null }
const DONE = {
  local: '2026-11-21T18:59:00.000Z',
  sealed: '2026-11-21T18:31:00.000Z',
  monthly: '2026-11-01T18:31:00.000Z',
}

describe('backups that are due', () => {
  it.each([
    ['everything, on the first day', PLAN, NONE, ['local', 'sealed', 'monthly']],
    ['nothing, when all are fresh', PLAN, DONE, []],
    ['the local one after its minutes', PLAN, { ...DONE, local: '2026-11-21T18:00:00.000Z' }, ['local']],
    ['no local one a moment before', PLAN, { ...DONE, local: '2026-11-21T18:00:00.001Z' }, []],
    ['no local one when it is switched off', { ...PLAN, localMinutes: 0 }, { ...DONE, local: null }, []],
    [
      'the nightly one, last taken before its time',
      PLAN,
      { ...DONE, sealed: '2026-11-21T18:29:00.000Z' },
      ['sealed'],
    ],
    ['no sealed one without a folder', { ...PLAN, sealedFolder: '' }, NONE, ['local']],
    [
      'the monthly one in a new month of Vietnam, not of Greenwich',
      PLAN,
      { ...DONE, monthly: '2026-10-31T16:59:00.000Z' },
      ['monthly'],
    ],
    [
      'no monthly one that was taken on the 1st in Vietnam',
      PLAN,
      { ...DONE, monthly: '2026-10-31T17:00:00.000Z' },
      [],
    ],
    [
      'all of them again when the clock went back',
      PLAN,
      {
        local: '2027-11-21T18:59:00.000Z',
        sealed: '2027-11-21T18:59:00.000Z',
        monthly: '2027-11-21T18:59:00.000Z',
      },
      ['local', 'sealed', 'monthly'],
    ],
  ])('are %s', (_what, plan, last, due) => {
    expect(dueBackups(plan, last, NOW)).toEqual(due)
  })

  it('waits before the time of day for a copy of the night before', () => {
    const evening = '2026-11-21T18:00:00.000Z'
    expect(
      dueBackups(PLAN, { ...DONE, local: evening, sealed: '2026-11-20T18:31:00.000Z' }, evening),
    ).toEqual([])
    expect(
      dueBackups(PLAN, { ...DONE, local: evening, sealed: '2026-11-20T18:29:00.000Z' }, evening),
    ).toEqual(['sealed'])
  })
})

describe('the quarterly test of the recovery sheet', () => {
  it('is due 92 days after the last one and says how late it is', () => {
    expect(drillDueOn('2026-08-22T03:00:00.000Z')).toBe('2026-11-22')
    expect(drillLateDays('2026-08-22T03:00:00.000Z', NOW)).toBe(0)
    expect(drillLateDays('2026-08-12T03:00:00.000Z', NOW)).toBe(10)
  })
})

it.each([
  [null, 'late'],
  ['2026-11-21T18:00:00.000Z', 'ok'],
  ['2026-11-20T16:00:00.000Z', 'soon'],
  ['2026-11-19T18:00:00.000Z', 'late'],
] as const)('calls a newest good backup of %s %s', (at, tone) => {
  expect(backupAgeTone(at, NOW)).toBe(tone)
})
