import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../permissions/roles.ts'
import {
  CASE_ACTIONS,
  CASE_STATES,
  caseActions,
  caseTransition,
  refuseAction,
  type CaseAction,
  type CaseState,
} from './case-states.ts'

/**
 * Who may do what in which state, said again by hand: z zone, i incident, d director. Capital: words are needed.
 * Every other role, state and action is refused.
 */
const ALLOWED: Record<CaseState, Partial<Record<CaseAction, string>>> = {
  proposed: {
    amend: 'zid',
    convene: 'id',
    decide: 'D',
    decline: 'D',
    cancel: 'ZID',
    'send-serious': 'id',
  },
  council: { convene: 'id', hear: 'id', decline: 'D', cancel: 'ID', 'send-serious': 'id' },
  heard: { decide: 'd', decline: 'D', 'send-serious': 'id' },
  decided: {
    begin: 'zid',
    lift: 'D',
    revoke: 'D',
    appeal: 'zid',
    'settle-appeal': 'D',
    'send-serious': 'id',
  },
  'in-force': {
    review: 'ZID',
    extend: 'D',
    end: 'zid',
    lift: 'D',
    revoke: 'D',
    appeal: 'zid',
    'settle-appeal': 'D',
    'send-serious': 'id',
  },
  ended: { revoke: 'D', appeal: 'zid', 'settle-appeal': 'D', 'send-serious': 'id' },
  lifted: { revoke: 'D', appeal: 'zid', 'settle-appeal': 'D', 'send-serious': 'id' },
  declined: {},
  cancelled: {},
  revoked: {},
}

const LETTER: Partial<Record<Role, string>> = { zone: 'z', incident: 'i', director: 'd' }

const cells = ROLES.flatMap((role) => CASE_STATES.map((state) => ({ role, state })))

describe('role × state × action', () => {
  it.each(cells)('$role in $state may do what the table says and nothing else', ({ role, state }) => {
    const letter = LETTER[role] ?? '-'
    const found = CASE_ACTIONS.map((action) => {
      const said = ALLOWED[state][action] ?? ''
      const expected = said.includes(letter)
        ? 'optional'
        : said.includes(letter.toUpperCase())
          ? 'required'
          : 'no'
      return [action, caseTransition([role], state, action)?.comment ?? 'no', expected]
    })
    expect(found.map(([action, is]) => [action, is])).toEqual(
      found.map(([action, , should]) => [action, should]),
    )
  })
})

it.each<[CaseState, CaseAction, CaseState | 'same']>([
  ['proposed', 'convene', 'council'],
  ['council', 'convene', 'council'],
  ['council', 'hear', 'heard'],
  ['heard', 'decide', 'decided'],
  ['decided', 'begin', 'in-force'],
  ['in-force', 'review', 'same'],
  ['in-force', 'extend', 'same'],
  ['in-force', 'end', 'ended'],
  ['in-force', 'lift', 'lifted'],
  ['decided', 'lift', 'lifted'],
  ['heard', 'decline', 'declined'],
  ['council', 'cancel', 'cancelled'],
  ['ended', 'revoke', 'revoked'],
])('from %s, %s leads to %s', (state, action, to) => {
  expect(caseTransition(['director'], state, action)?.to).toBe(to)
})

it('tells a wrong state from a missing role', () => {
  expect(refuseAction('heard', 'decide')).toBe('forbidden')
  expect(refuseAction('ended', 'extend')).toMatchObject({ code: 'case-state' })
  expect(caseActions(['inspector'], 'in-force')).toEqual([])
})
