import { expect, it } from 'vitest'
import type { DueRow } from '#domain/contract/today.ts'
import { permissionsOf } from '#domain/permissions/permissions.ts'
import { outWord, todayLinks } from '#renderer/features/today/today-links.ts'

const ROW: DueRow = {
  key: 'HOUSE-05:late',
  kind: 'obligation',
  duty: 'HOUSE-05',
  urgency: 'late',
  what: 'Chờ xếp giường quá 24 giờ',
  rule: null,
  article: null,
  form: null,
  note: null,
  isUnsettled: true,
  dueAt: null,
  count: 2,
  people: [{ personId: 'p-1', name: 'Lương Văn Anh' }],
}

it.each([
  { role: 'zone', onRoll: '/nguoi', awaiting: '/khu', person: '/nguoi/p-1' },
  { role: 'intake', onRoll: '/nguoi', awaiting: '/viec?viec=HOUSE-05&han=late', person: '/nguoi/p-1' },
  { role: 'reporter', onRoll: '/quan-so', awaiting: '/quan-so', person: null },
] as const)('leads $role to what they may open', ({ role, onRoll, awaiting, person }) => {
  const links = todayLinks(permissionsOf([role]))
  expect(links.ofRoll('onRoll')).toBe(onRoll)
  expect(links.ofRoll(outWord('hospital'))).toBe('/quan-so')
  expect(links.ofDue(ROW)).toBe(awaiting)
  expect(links.ofPerson('p-1')).toBe(person)
})

it('leads from a line about one person to that person', () => {
  expect(todayLinks(permissionsOf(['zone'])).ofDue({ ...ROW, count: 1 })).toBe('/nguoi/p-1')
})
