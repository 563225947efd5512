import { describe, expect, it } from 'vitest'
import { columnTrack, fittingColumns, nextSort } from '#ui/list-column.ts'

const columns = [
  { id: 'name', minWidth: 200 },
  { id: 'dossier', minWidth: 90, yields: 3 },
  { id: 'track', minWidth: 110, yields: 1 },
  { id: 'alerts', minWidth: 150, yields: 2 },
  { id: 'state', minWidth: 190 },
]

function fitting(width: number, taken = 0): string[] {
  return fittingColumns(columns, width, taken).map((column) => column.id)
}

describe('columns that fit', () => {
  it('are all of them when there is room to the pixel, or before the list is measured', () => {
    const all = ['name', 'dossier', 'track', 'alerts', 'state']
    expect(fitting(812)).toEqual(all)
    expect(fitting(0)).toEqual(all)
    expect(fitting(811)).toEqual(['name', 'track', 'alerts', 'state'])
  })

  it('yield in their order and keep their places', () => {
    expect(fitting(600)).toEqual(['name', 'track', 'state'])
    expect(fitting(710, 46)).toEqual(['name', 'track', 'state'])
    expect(fitting(500)).toEqual(['name', 'state'])
  })

  it('keep those that must stay, however narrow', () => {
    expect(fitting(100)).toEqual(['name', 'state'])
  })

  it('become grid tracks', () => {
    expect(columnTrack({ minWidth: 90 })).toBe('90px')
    expect(columnTrack({ minWidth: 200, grow: 2 })).toBe('minmax(200px, 2fr)')
  })
})

describe('sorting by a click on the head', () => {
  it('begins ascending, turns on the second click, begins anew on another column', () => {
    const first = nextSort(null, 'name')
    expect(first).toEqual({ columnId: 'name', direction: 'asc' })
    const second = nextSort(first, 'name')
    expect(second).toEqual({ columnId: 'name', direction: 'desc' })
    expect(nextSort(second, 'name')).toEqual(first)
    expect(nextSort(second, 'state')).toEqual({ columnId: 'state', direction: 'asc' })
  })
})
