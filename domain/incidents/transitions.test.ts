import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../permissions/roles.ts'
import { INCIDENT_STATES, type IncidentState } from './incident-states.ts'
import { sightOf } from './may-see-incident.ts'
import { suggestPairs } from './suggest-pairs.ts'
import { actionsFor, INCIDENT_ACTIONS, transitionOf, type IncidentAction } from './transitions.ts'

/** The table as agreed, written a second time and by state: who may do what. r: the one who reported. */
const EXPECTED: Record<IncidentState, Partial<Record<IncidentAction, string>>> = {
  draft: { submit: 'r', discard: 'r' },
  reported: { 'take-up': 'id', return: 'id', hold: 'id', 'mark-duplicate': 'id', 'mark-not-incident': 'id' },
  'under-review': {
    return: 'id',
    hold: 'id',
    decide: 'd',
    'mark-duplicate': 'id',
    'mark-not-incident': 'id',
  },
  'needs-more': { 'answer-return': 'rid', hold: 'id', 'mark-duplicate': 'id', 'mark-not-incident': 'id' },
  'on-hold': { resume: 'id', 'mark-duplicate': 'id', 'mark-not-incident': 'id' },
  decided: { close: 'id', 'review-again': 'd' },
  closed: { reopen: 'd' },
  duplicate: { reopen: 'id' },
  'not-incident': { reopen: 'id' },
  reopened: {
    'take-up': 'id',
    return: 'id',
    decide: 'd',
    hold: 'id',
    'mark-duplicate': 'id',
    'mark-not-incident': 'id',
  },
}
const REPORTS: readonly Role[] = ['intake', 'zone', 'medical', 'teacher']

function isExpected(role: Role, isReporter: boolean, state: IncidentState, action: IncidentAction): boolean {
  const who = EXPECTED[state][action] ?? ''
  if (role === 'incident') return who.includes('i') || who === 'r'
  if (role === 'director') return who.includes('d') || who === 'r'
  return REPORTS.includes(role) && isReporter && who.includes('r')
}

describe('who may do what in which state', () => {
  it.each(ROLES.flatMap((role) => INCIDENT_STATES.map((state) => [role, state] as const)))(
    '%s in %s',
    (role, state) => {
      for (const isReporter of [false, true]) {
        const expected = INCIDENT_ACTIONS.filter((action) => isExpected(role, isReporter, state, action))
        expect(actionsFor({ roles: [role], isReporter }, state)).toEqual(expected)
      }
    },
  )

  it.each([
    ['decide', 'under-review', 'required'],
    ['return', 'reported', 'required'],
    ['mark-not-incident', 'reported', 'required'],
    ['reopen', 'closed', 'required'],
    ['take-up', 'reported', 'optional'],
  ] as const)('%s from %s: words are %s', (action, state, comment) => {
    expect(transitionOf({ roles: ['director'], isReporter: false }, state, action)?.comment).toBe(comment)
  })
})

describe('who sees how much', () => {
  const zones = new Set(['a'])
  const me = { userId: 'me', zones: null }
  const open = { isHandedIn: true, secrecy: 'open', zoneId: 'a', reporterId: null } as const
  const restricted = { ...open, secrecy: 'restricted' } as const
  it.each([
    ['a guard of the zone', { ...me, roles: ['zone'], zones }, open, 'all'],
    ['a guard of another zone', { ...me, roles: ['zone'], zones: new Set(['b']) }, open, 'nothing'],
    ['a guard, restricted', { ...me, roles: ['zone'], zones }, restricted, 'nothing'],
    [
      'a guard, restricted, own',
      { ...me, roles: ['zone'], zones },
      { ...restricted, reporterId: 'me' },
      'own-report',
    ],
    ['a teacher, own', { ...me, roles: ['teacher'] }, { ...open, reporterId: 'me' }, 'own-report'],
    ['a teacher, of another', { ...me, roles: ['teacher'] }, open, 'nothing'],
    ['an inspector, restricted', { ...me, roles: ['inspector'] }, restricted, 'all'],
    ['the administrator', { ...me, roles: ['administrator'] }, open, 'nothing'],
    [
      'the head, the draft of another',
      { ...me, roles: ['director'] },
      { ...open, isHandedIn: false },
      'nothing',
    ],
  ] as [string, Parameters<typeof sightOf>[0], Parameters<typeof sightOf>[1], string][])(
    '%s',
    (_title, reader, incident, sight) => {
      expect(sightOf(reader, incident)).toBe(sight)
    },
  )
})

describe('whom to keep apart after a fight', () => {
  it('everybody who struck from everybody who was struck', () => {
    const sides = [
      { personId: 'c', role: 'attacker' },
      { personId: 'b', role: 'victim' },
      { personId: 'a', role: 'victim' },
      { personId: 'd', role: 'witness' },
    ]
    expect(suggestPairs('fight', sides)).toEqual([
      ['b', 'c'],
      ['a', 'c'],
    ])
    expect(suggestPairs('disorder', sides)).toEqual([])
  })

  it('a brawl of twelve: each from each, sixty-six pairs', () => {
    const sides = Array.from({ length: 12 }, (_, i) => ({ personId: String(i), role: 'fighter' }))
    expect(suggestPairs('fight', sides)).toHaveLength(66)
  })
})
