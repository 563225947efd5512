import { describe, expect, it } from 'vitest'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { betterKept, correctionOf, isOnRoll, sideOf } from './merge-choice.ts'

function file(change: Partial<PersonFile> = {}): PersonFile {
  return {
    id: 'a',
    version: 1,
    name: 'Nông Văn Khánh',
    alias: null,
    birth: '1990',
    sex: 'male',
    placementSex: null,
    ethnicity: null,
    occupation: null,
    education: null,
    note: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    cancelledAt: null,
    papers: [],
    addresses: [],
    stays: [],
    ...change,
  }
}

function stay(state: PersonFile['stays'][number]['state']): PersonFile['stays'][number] {
  return { state } as PersonFile['stays'][number]
}

describe('the fields of a merge', () => {
  it('keeps the kept record’s value while nobody chose', () => {
    const files = { kept: file(), merged: file({ birth: '1990-03-05' }) }
    expect(sideOf('birth', {}, files)).toBe('kept')
    expect(correctionOf({}, files)).toBeNull()
  })

  it('fills what the kept record lacks', () => {
    const files = { kept: file(), merged: file({ ethnicity: 'Tày' }) }
    expect(correctionOf({}, files)).toEqual({ fields: { ethnicity: 'Tày' }, seen: { ethnicity: null } })
  })

  it('takes the other’s value where chosen, with what stood there', () => {
    const files = { kept: file(), merged: file({ name: 'Nông Văn Khanh', birth: '1990-03-05' }) }
    expect(correctionOf({ birth: 'merged' }, files)).toEqual({
      fields: { birth: '1990-03-05' },
      seen: { birth: '1990' },
    })
  })

  it('leaves a field empty when that was chosen', () => {
    const files = { kept: file(), merged: file({ ethnicity: 'Tày' }) }
    expect(correctionOf({ ethnicity: 'kept' }, files)).toBeNull()
  })
})

describe('the record that stays', () => {
  it.each([
    ['who is inside, before a longer file', file({ id: 'a', stays: [stay('inside')] }), 'a'],
    ['who is out for a time', file({ id: 'a', stays: [stay('out')] }), 'a'],
    ['the longer file when both are gone', file({ id: 'a', stays: [stay('ended')] }), 'b'],
    [
      'the one begun from when nothing tells them apart',
      file({ id: 'a', stays: [stay('ended'), stay('ended')] }),
      'a',
    ],
  ])('is %s', (_, one, kept) => {
    const other = file({ id: 'b', stays: [stay('ended'), stay('ended')] })
    expect(betterKept(one, other).id).toBe(kept)
  })

  it('does not count an announced stay as on the roll', () => {
    expect(isOnRoll(file({ stays: [stay('expected')] }))).toBe(false)
  })
})
