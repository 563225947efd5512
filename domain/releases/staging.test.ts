import { describe, expect, it } from 'vitest'
import { isOfferedTo, openProblems, trialProblems } from './staging.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const HELD = {
  version: '0.2.0',
  state: 'held',
  expiresAt: '2027-02-18T03:00:00.000Z',
  trialDesk: null,
  trialAt: null,
} as const
const TRIAL = { ...HELD, state: 'trial', trialDesk: 'Máy thử', trialAt: '2026-11-21T03:00:00.000Z' } as const
const OPEN = { ...TRIAL, state: 'open' } as const
const WITHDRAWN = { ...TRIAL, state: 'withdrawn' } as const

describe('a release is offered', () => {
  it.each([
    ['to nobody while it is held', HELD, 'Máy thử', false],
    ['to the desk on trial', TRIAL, 'Máy thử', true],
    ['to no other desk during the trial', TRIAL, 'Cổng', false],
    ['to every desk once open', OPEN, 'Cổng', true],
    ['to nobody once withdrawn', WITHDRAWN, 'Máy thử', false],
    ['to nobody once expired', { ...OPEN, expiresAt: NOW }, 'Cổng', false],
  ] as const)('%s', (_title, release, desk, expected) => {
    expect(isOfferedTo(release, desk, NOW)).toBe(expected)
  })
})

describe('a release goes to all desks', () => {
  const facts = { now: NOW, trialVersion: '0.2.0', reason: null }
  it.each([
    ['after 24 hours on a desk that runs it', TRIAL, {}, []],
    ['not before 24 hours', { ...TRIAL, trialAt: '2026-11-21T03:00:00.001Z' }, {}, ['release_trial_short']],
    ['not while the desk runs another version', TRIAL, { trialVersion: '0.1.0' }, ['release_trial_not_run']],
    ['not while nobody knows what the desk runs', TRIAL, { trialVersion: null }, ['release_trial_not_run']],
    ['not untried', HELD, {}, ['release_untried']],
    ['untried with a reason', HELD, { reason: 'Vá lỗi mất số' }, []],
    ['not withdrawn, whatever the reason', WITHDRAWN, { reason: 'Cần' }, ['release_withdrawn']],
    [
      'not expired, whatever the reason',
      { ...TRIAL, expiresAt: NOW },
      { reason: 'Cần' },
      ['release_expired'],
    ],
    ['not twice', OPEN, {}, ['release_open']],
  ] as const)('%s', (_title, release, change, codes) => {
    expect(openProblems(release, { ...facts, ...change }).map((problem) => problem.code)).toEqual(codes)
  })
})

describe('a release goes to one desk for a trial', () => {
  it.each([
    ['when it is held', HELD, []],
    ['when another desk had it', TRIAL, []],
    ['not once open', OPEN, ['release_open']],
    ['not once withdrawn', WITHDRAWN, ['release_withdrawn']],
    ['not once expired', { ...HELD, expiresAt: NOW }, ['release_expired']],
  ] as const)('%s', (_title, release, codes) => {
    expect(trialProblems(release, NOW).map((problem) => problem.code)).toEqual(codes)
  })
})
