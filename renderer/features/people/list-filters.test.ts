import { expect, test } from 'vitest'
import { filterOf, filterText, listRequest, sortOf } from '#renderer/features/people/list-filters.ts'

test('an address without filters asks for everybody on the roll by name', () => {
  expect(listRequest({})).toEqual({
    group: 'on-roll',
    zones: [],
    tracks: [],
    sexes: [],
    states: [],
    awaitingBed: false,
    withAlert: false,
    papersOverdue: false,
    endsWithin: null,
    words: '',
    sort: 'name',
    direction: 'asc',
  })
})

test('of those who are gone the latest come first and zones play no part', () => {
  const request = listRequest({ nhom: ['da-ra'], khu: ['z1'], dien: ['voluntary'] })
  expect(request).toMatchObject({
    group: 'past',
    zones: [],
    tracks: ['voluntary'],
    sort: 'ended',
    direction: 'desc',
  })
})

test('words an old link holds and nobody knows are left out', () => {
  expect(filterOf({ dien: ['compulsory', 'x'], 'trang-thai': ['y'], 'het-han': ['abc'] })).toMatchObject({
    tracks: ['compulsory'],
    states: [],
    endsWithin: null,
  })
  expect(sortOf({ sap: ['drop table'] })).toEqual({ columnId: 'name', direction: 'asc' })
})

test('of several terms the longest is meant', () => {
  expect(filterOf({ 'het-han': ['7', '90'] }).endsWithin).toBe(90)
})

test('a printed list says what it was narrowed to', () => {
  const text = filterText({ khu: ['z1'], gioi: ['female'], ten: ['hương'] }, [{ id: 'z1', name: 'Khu nữ' }])
  expect(text).toBe('Khu: Khu nữ · Giới: Nữ · Tên: hương')
})
