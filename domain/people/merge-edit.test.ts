import { expect, test } from 'vitest'
import { mergeEdit, type FieldValues } from './merge-edit.ts'

const seen: FieldValues = { name: 'Lê Văn B', alias: null, ordinal: 1 }

test.each<[title: string, current: FieldValues, wanted: FieldValues, edits: string[], clashes: string[]]>([
  ['writes a field nobody touched', seen, { alias: 'Bi' }, ['alias'], []],
  [
    'writes beside another field that was changed',
    { ...seen, name: 'Lê Văn Bình' },
    { alias: 'Bi' },
    ['alias'],
    [],
  ],
  ['clashes on the same field', { ...seen, alias: 'Ba' }, { alias: 'Bi' }, [], ['alias']],
  ['needs nothing when both wrote the same', { ...seen, alias: 'Bi' }, { alias: 'Bi' }, [], []],
  ['clashes when the other emptied the field', { ...seen, name: null }, { name: 'Lê B' }, [], ['name']],
  [
    'keeps what can be kept of a clashing edit',
    { ...seen, alias: 'Ba' },
    { alias: 'Bi', ordinal: 2 },
    ['ordinal'],
    ['alias'],
  ],
])('%s', (_title, current, wanted, edits, clashes) => {
  const merged = mergeEdit(current, seen, wanted)
  expect(merged.edits.map((edit) => edit.field)).toEqual(edits)
  expect(merged.clashes).toEqual(clashes)
})

test('an edit says what stood there and what stands there now', () => {
  expect(mergeEdit(seen, seen, { alias: 'Bi' }).edits).toEqual([
    { field: 'alias', before: null, after: 'Bi' },
  ])
})
