import { describe, expect, it } from 'vitest'
import {
  can,
  PERMISSION_LABELS,
  PERMISSION_ROLES,
  PERMISSIONS,
  permissionsOf,
  type Permission,
} from './permissions.ts'
import { ROLE_DESCRIPTIONS, ROLE_LABELS, ROLES, type Role } from './roles.ts'

/** The table as the design states it, written a second time and by role: y = may, - = may not. */
const EXPECTED: Record<Permission, string> = {
  //                   admin intake zone medical teacher incident director reporter inspector
  'people.search': '   -     y      y    y       y       y        y        -        y',
  'people.read': '     -     y      y    y       y       y        y        -        y',
  'people.edit': '     -     y      -    -       -       -        y        -        -',
  'people.merge': '    -     y      -    -       -       -        y        -        -',
  'dossier.read': '    -     y      -    -       -       -        y        -        y',
  'dossier.edit': '    -     y      -    -       -       -        y        -        -',
  'deposit.read': '    -     y      -    -       -       -        y        -        y',
  'deposit.edit': '    -     y      -    -       -       -        y        -        -',
  'medical.read': '    -     -      -    y       -       -        -        -        -',
  'medical.edit': '    -     -      -    y       -       -        -        -        -',
  'documents.read': '  -     y      y    y       -       y        y        -        y',
  'documents.make': '  -     y      -    y       -       y        y        -        -',
  'templates.read': '  y     y      -    y       -       -        y        -        y',
  'templates.edit': '  y     -      -    -       -       -        y        -        -',
  'alerts.edit': '     -     y      y    y       -       y        y        -        -',
  'care.read': '       -     y      y    y       y       y        y        -        y',
  'care.edit': '       -     -      y    y       y       -        y        -        -',
  'care.approve': '    -     -      -    -       -       -        y        -        -',
  'custody.receive': ' -     y      -    -       -       -        y        -        -',
  'custody.place': '   -     -      y    -       -       -        y        -        -',
  'custody.record': '  -     -      y    -       -       y        y        -        -',
  'custody.correct': ' -     -      y    -       -       -        y        -        -',
  'outings.request': ' -     y      y    y       -       y        y        -        -',
  'outings.decide': '  -     -      -    -       -       -        y        -        -',
  'contacts.read': '    -     y      y    -       -       y        y        -        y',
  'contacts.edit': '    -     y      y    -       -       -        y        -        -',
  'contacts.approve': ' -     -      -    -       -       -        y        -        -',
  'contacts.restrict': '-     -      -    -       -       y        y        -        -',
  'requests.read': '    -     y      y    y       y       y        y        -        y',
  'requests.log': '     -     y      y    y       y       y        y        -        -',
  'requests.assign': '  -     -      y    -       -       -        y        -        -',
  'discipline.read': '  -     -      y    -       -       y        y        -        y',
  'discipline.propose': ' -   -      y    -       -       y        y        -        -',
  'discipline.decide': '-     -      -    -       -       -        y        -        -',
  'incident.report': ' -     y      y    y       y       y        y        -        -',
  'incident.read': '   -     -      y    -       -       y        y        -        y',
  'incident.run': '    -     -      -    -       -       y        y        -        -',
  'incident.decide': ' -     -      -    -       -       -        y        -        -',
  'incident.export': ' -     -      -    -       -       y        y        -        -',
  'counts.read': '      -     -      y    y       -       y        y        -        y',
  'counts.run': '       -     -      y    -       -       -        y        -        -',
  'shifts.read': '      -     y      y    y       y       y        y        -        y',
  'shifts.edit': '      -     -      -    -       -       -        y        -        -',
  'teams.edit': '       -     -      y    -       -       -        y        -        -',
  'duties.read': '      -     y      y    y       y       y        y        -        y',
  'duties.mark': '      -     y      y    y       y       y        y        -        -',
  'places.read': '     y     y      y    y       y       y        y        y        y',
  'places.outage': '   -     -      y    -       -       -        y        -        -',
  'places.edit': '     y     -      -    -       -       -        y        -        -',
  'roll.read': '       -     y      y    y       y       y        y        y        y',
  'import.run': '      -     y      -    -       -       -        y        -        -',
  'import.undo': '     -     y      -    -       -       -        y        -        -',
  'exports.run': '     -     y      y    -       -       -        y        -        -',
  'rules.read': '      y     y      y    y       y       y        y        y        y',
  'rules.edit': '      y     -      -    -       -       -        y        -        -',
  'calendar.edit': '   y     -      -    -       -       -        y        -        -',
  'centre.read': '     y     y      y    y       y       y        y        y        y',
  'centre.edit': '     y     -      -    -       -       -        y        -        -',
  'users.read': '      y     -      -    -       -       -        y        -        y',
  'users.manage': '    y     -      -    -       -       -        -        -        -',
  'devices.manage': '  y     -      -    -       -       -        -        -        -',
  'audit.read': '      -     -      -    -       -       -        y        -        y',
  'audit.technical': ' y     -      -    -       -       -        y        -        y',
  'views.read': '      -     -      -    -       -       -        y        -        y',
  'backup.run': '      y     -      -    -       -       -        -        -        -',
  'backup.restore': '  y     -      -    -       -       -        -        -        -',
  'keys.manage': '     y     -      -    -       -       -        -        -        -',
  'releases.manage': ' y     -      -    -       -       -        -        -        -',
  'health.read': '     y     -      -    -       -       -        y        -        -',
  'sessions.own': '    y     y      y    y       y       y        y        y        y',
  'jobs.own': '        y     y      y    y       y       y        y        y        y',
  'drafts.own': '      y     y      y    y       y       y        y        y        y',
  'feed.read': '       y     y      y    y       y       y        y        y        y',
}

const EVERY_CELL = PERMISSIONS.flatMap((permission) =>
  EXPECTED[permission]
    .trim()
    .split(/\s+/)
    .map((cell, column) => ({ permission, role: ROLES[column], allowed: cell === 'y' })),
)

describe('the permission table', () => {
  it('answers for every permission and every role', () => {
    expect(EVERY_CELL).toHaveLength(PERMISSIONS.length * ROLES.length)
    expect(Object.keys(PERMISSION_ROLES).toSorted()).toEqual([...PERMISSIONS].toSorted())
  })

  it.each(EVERY_CELL)('$role on $permission: $allowed', ({ permission, role, allowed }) => {
    expect(can(role ? [role] : [], permission)).toBe(allowed)
  })

  it('gives every permission to at least one role', () => {
    expect(PERMISSIONS.filter((permission) => PERMISSION_ROLES[permission].length === 0)).toEqual([])
  })

  it('opens no one’s file to the administrator and lets the inspector change nothing', () => {
    const personal = /^(people|dossier|deposit|medical|custody|import|exports|views|roll)\./
    expect(permissionsOf(['administrator']).filter((permission) => personal.test(permission))).toEqual([])
    const changing = /\.(edit|merge|manage|run|undo|place|record|receive|correct|outage)$/
    expect(permissionsOf(['inspector']).filter((permission) => changing.test(permission))).toEqual([])
  })

  it('adds up the roles of one person', () => {
    expect(can(['administrator', 'director'], 'users.manage')).toBe(true)
    expect(can(['administrator', 'director'], 'people.read')).toBe(true)
  })

  it('denies without a role, and what it does not know', () => {
    expect(permissionsOf([])).toEqual([])
    expect(can(['root' as Role], 'people.read')).toBe(false)
    expect(can(['director'], 'people.delete' as Permission)).toBe(false)
    expect(can(['director'], 'constructor' as Permission)).toBe(false)
  })

  it('names every role and permission in Vietnamese, each differently', () => {
    for (const labels of [ROLE_LABELS, ROLE_DESCRIPTIONS, PERMISSION_LABELS]) {
      const names = Object.values<string>(labels)
      expect(new Set(names).size).toBe(names.length)
      expect(names.every((name) => name.trim().length > 3)).toBe(true)
    }
  })
})
