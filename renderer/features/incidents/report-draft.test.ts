import { describe, expect, it } from 'vitest'
import type { InvolvedWho } from '#domain/incidents/involvement-roles.ts'
import {
  doubtOf,
  missingOf,
  newReport,
  readReport,
  reportInput,
  reportTitle,
  withKind,
  withPerson,
} from './report-draft.ts'

const NOW = '2026-11-22T07:00:00Z'
const empty = newReport(NOW, {})

function somebody(name: string, who: InvolvedWho = 'resident') {
  return { who, personId: who === 'resident' ? `p-${name}` : null, userId: null, name, where: '' }
}

describe('a first report as it is typed', () => {
  it('asks for kind, place and words, and takes the hour from the clock', () => {
    expect(Object.keys(missingOf(empty, NOW))).toEqual(['kind', 'placeNote', 'summary'])
  })

  it('asks for nobody: who took part may come later', () => {
    const done = { ...empty, kind: 'fire' as const, placeNote: 'Bếp', summary: 'Cháy nhỏ' }
    expect(missingOf(done, NOW)).toEqual({})
    expect(reportInput('id', done)?.people).toEqual([])
  })

  it.each([
    ['2026-11-22T07:00:01Z', 'chưa tới'],
    ['2026-10-22T07:00:00Z', '31 ngày trước'],
  ])('HOUSE-18: doubts the moment %s', (at, word) => {
    expect(doubtOf(at, NOW, 30)).toContain(word)
  })

  it.each([
    ['2026-10-23T07:00:00Z', 30],
    ['2025-01-01T07:00:00Z', null],
  ])(
    'HOUSE-18: doubts nothing within the days of the centre, nor while they are not known: %s',
    (at, days) => {
      expect(doubtOf(at, NOW, days)).toBeUndefined()
    },
  )

  it('gives the next person the role of the last one of the same sort', () => {
    let draft = withPerson({ ...empty, kind: 'fight' }, somebody('An'), NOW)
    draft = { ...draft, people: draft.people.map((one) => ({ ...one, role: 'victim' })) }
    draft = withPerson(draft, somebody('Lan', 'staff'), NOW)
    draft = withPerson(draft, somebody('Bình'), NOW)
    expect(draft.people.map(({ role }) => role)).toEqual(['victim', 'staff-victim', 'victim'])
  })

  it('takes nobody in twice', () => {
    const once = withPerson({ ...empty, kind: 'fight' }, somebody('An'), NOW)
    expect(withPerson(once, somebody('An'), NOW)).toBe(once)
  })

  it('keeps people when the kind changes, and the roles the other kind knows too', () => {
    let draft = withPerson({ ...empty, kind: 'fight' }, somebody('An'), NOW)
    draft = withPerson(draft, somebody('Bình'), NOW)
    const [first, second] = draft.people
    if (!first || !second) throw new Error('two people')
    draft = { ...draft, people: [first, { ...second, role: 'witness' }] }
    const other = withKind(draft, 'disorder', NOW)
    expect(other.people.map(({ name }) => name)).toEqual(['An', 'Bình'])
    expect(other.people[1]?.role).toBe('witness')
    expect(other.people[0]?.role).not.toBe('')
  })

  it('is called by its kind and the first person in the list of what is unfinished', () => {
    expect(reportTitle(withPerson({ ...empty, kind: 'fire' }, somebody('An'), NOW))).toBe(
      'Cháy, nổ, thiên tai, An',
    )
    expect(reportTitle(null)).toBe('Chưa rõ loại')
  })

  it('is no draft when what was kept has another shape', () => {
    expect(readReport({ kind: 'tea' })).toBeNull()
    expect(readReport({ ...empty })).toEqual(empty)
  })

  it('sends a name for outsiders alone: others are known by their record', () => {
    let draft = { ...empty, kind: 'fire' as const }
    draft = { ...draft, ...withPerson(draft, somebody('An'), NOW), kind: 'fire' }
    draft = { ...draft, ...withPerson(draft, somebody('Thợ điện', 'outsider'), NOW), kind: 'fire' }
    expect(reportInput('id', draft)?.people.map(({ name }) => name)).toEqual([null, 'Thợ điện'])
  })
})
