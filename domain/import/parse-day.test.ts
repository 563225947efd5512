import { describe, expect, it } from 'vitest'
import { parseBirth, parseDay, serialOf } from './parse-day.ts'
import type { SheetCell } from './sheet-cell.ts'

const TODAY = '2026-11-22'

function birth(cell: SheetCell): string {
  const read = parseBirth(cell, TODAY)
  return read.kind === 'day'
    ? `${read.day} ${read.precision}`
    : read.kind === 'problem'
      ? read.problem.code
      : 'empty'
}

function act(cell: SheetCell): string {
  const read = parseDay(cell, TODAY)
  return read.kind === 'day' ? read.day : read.kind === 'problem' ? read.problem.code : 'empty'
}

describe('parseBirth', () => {
  it.each<[SheetCell, string]>([
    ['05/03/1990', '1990-03-05 day'],
    ['5/3/1990', '1990-03-05 day'],
    ['5-3-1990', '1990-03-05 day'],
    ['05.03.1990', '1990-03-05 day'],
    ['05\\03\\1990', '1990-03-05 day'],
    ['05//03//1990', '1990-03-05 day'],
    ['5,3,1990', '1990-03-05 day'],
    ['5-Mar-1990', '1990-03-05 day'],
    ['05-thg 3-1990', '1990-03-05 day'],
    ['05/03/1990 (dương lịch)', '1990-03-05 day'],
    ['1990?', '1990-01-01 year'],
    ['05 / 03 / 1990', '1990-03-05 day'],
    ['05 03 1990', '1990-03-05 day'],
    ["'05/03/1990", '1990-03-05 day'],
    ['05/03/72', '1972-03-05 day'],
    ['5/3/05', '2005-03-05 day'],
    ['5/3/20', '1920-03-05 day'],
    ['29/02/2004', '2004-02-29 day'],
    ['1990-03-05', '1990-03-05 day'],
    ['1990-03-05T00:00:00.000Z', '1990-03-05 day'],
    ['05/03/1990 00:00:00', '1990-03-05 day'],
    ['05031990', '1990-03-05 day'],
    [5031990, '1990-03-05 day'],
    ['1990', '1990-01-01 year'],
    [1990, '1990-01-01 year'],
    ['Sinh năm 1990', '1990-01-01 year'],
    ['sinh ngày 05 tháng 03 năm 1990', '1990-03-05 day'],
    ['ngày 5/3/1990', '1990-03-05 day'],
    ['--/--/1990', '1990-01-01 year'],
    ['00/00/1990', '1990-01-01 year'],
    ['00/03/1990', '1990-03-01 month'],
    ['03/1990', '1990-03-01 month'],
    ['tháng 3/1990', '1990-03-01 month'],
    ['Sinh năm 1990'.normalize('NFD'), '1990-01-01 year'],
    [25518, '1969-11-11 day'],
    [25518.75, '1969-11-11 day'],
    ['25518', '1969-11-11 day'],
    [{ kind: 'date', day: '1969-11-11' }, '1969-11-11 day'],
  ])('reads %j as %s', (cell, expected) => {
    expect(birth(cell)).toBe(expected)
  })

  it.each<[SheetCell, string]>([
    ['31/02/1990', 'date_impossible'],
    ['29/02/1990', 'date_impossible'],
    ['31/04/1990', 'date_impossible'],
    ['12/25/1990', 'date_impossible'],
    ['13/1990', 'date_impossible'],
    ['32/01/1990', 'date_impossible'],
    ['05/03/9990', 'date_impossible'],
    ['05/03/2062', 'birth_in_future'],
    ['2062', 'birth_in_future'],
    ['05/03/1890', 'birth_impossible'],
    ['mùng năm', 'date_unreadable'],
    ['=TODAY()', 'date_unreadable'],
    ['x'.repeat(10_000), 'date_unreadable'],
    [-5, 'date_unreadable'],
    [12, 'date_unreadable'],
    [1e12, 'date_unreadable'],
    ['không rõ', 'empty'],
    ['-', 'empty'],
    ['', 'empty'],
    [null, 'empty'],
  ])('answers %j with %s', (cell, expected) => {
    expect(birth(cell)).toBe(expected)
  })
})

describe('parseDay', () => {
  it.each<[SheetCell, string]>([
    ['05/03/2025', '2025-03-05'],
    ['5/3/25', '2025-03-05'],
    ['5/3/27', '2027-03-05'],
    ['5/3/98', '1998-03-05'],
    ['07/11/2062', '2062-11-07'],
    [45824, '2025-06-16'],
    ['2025', 'date_incomplete'],
    ['03/2025', 'date_incomplete'],
    ['31/09/2025', 'date_impossible'],
    ['', 'empty'],
  ])('reads %j as %s', (cell, expected) => {
    expect(act(cell)).toBe(expected)
  })
})

describe('serialOf', () => {
  it('turns a number formatted as a date back into the number', () => {
    expect(serialOf('1900-01-23')).toBe(24)
  })
})
