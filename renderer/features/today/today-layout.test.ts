import { expect, it } from 'vitest'
import { permissionsOf } from '#domain/permissions/permissions.ts'
import { ROLES } from '#domain/permissions/roles.ts'
import { todayColumns } from '#renderer/features/today/today-layout.ts'

it.each([
  { role: 'director', first: 'due' },
  { role: 'inspector', first: 'due' },
  { role: 'zone', first: 'zones' },
  { role: 'intake', first: 'arrivals' },
  { role: 'reporter', first: 'course' },
  { role: 'administrator', first: 'machine' },
] as const)('begins with $first for $role', ({ role, first }) => {
  expect(todayColumns(permissionsOf([role])).left[0]).toBe(first)
})

it('shows the machine to whoever keeps it, whatever else they do', () => {
  for (const role of ROLES) {
    const { left, right } = todayColumns(permissionsOf(['administrator', role]))
    expect([...left, ...right]).toContain('machine')
  }
})

it('shows no panel twice', () => {
  for (const role of ROLES) {
    const { left, right } = todayColumns(permissionsOf([role]))
    expect(new Set([...left, ...right]).size).toBe(left.length + right.length)
  }
})
