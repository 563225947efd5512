import { expect, it } from 'vitest'
import type { ObligationFilter } from '#domain/contract/obligations.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { dutyFilterOf } from '#renderer/features/obligations/duty-filters.ts'
import type { FilterValues } from '#ui/filter-chips.tsx'

interface Case {
  title: string
  values: FilterValues
  roles: readonly Role[]
  expected: Partial<ObligationFilter>
}

const CASES: readonly Case[] = [
  {
    title: 'begins with the own list',
    values: {},
    roles: ['intake'],
    expected: { roles: ['intake'], closed: false },
  },
  {
    title: 'shows every list to the head of the centre',
    values: {},
    roles: ['director'],
    expected: { roles: [] },
  },
  {
    title: 'shows every list when asked to',
    values: { 'vai-tro': ['tat-ca'] },
    roles: ['medical'],
    expected: { roles: [] },
  },
  {
    title: 'leaves out words it does not know',
    values: { viec: ['DIS-01', 'DIS-99'], han: ['late', 'xa'], 'vai-tro': ['zone', 'khach'] },
    roles: ['intake'],
    expected: { duties: ['DIS-01'], windows: ['late'], roles: ['zone'] },
  },
  {
    title: 'asks for what is closed',
    values: { 'trang-thai': ['da-xong'] },
    roles: [],
    expected: { closed: true },
  },
]

it.each(CASES)('$title', ({ values, roles, expected }) => {
  expect(dutyFilterOf(values, roles)).toMatchObject(expected)
})
