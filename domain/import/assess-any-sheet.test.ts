import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { assessSheet } from './assess-sheet.ts'
import { recogniseHeaders } from './recognise-headers.ts'
import type { SheetCell } from './sheet-cell.ts'

const HEADER = [
  'Họ và tên',
  'Diện',
  'Giới tính',
  'Ngày sinh',
  'CCCD',
  'Ngày vào',
  'Thời hạn',
  'Ghi chú',
  'STT',
]

const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.boolean(),
  fc.integer({ min: -10, max: 60_000 }),
  fc.constantFrom<SheetCell[]>(
    'Nguyễn Văn An',
    'NguyÔn V¨n An',
    'Bắt buộc',
    'TN',
    'Nam',
    '05/03/1990',
    '31/02/1990',
    '020090012345',
    '=1+1',
    'Cộng:',
    'x',
    { kind: 'date', day: '2025-02-01' },
    { kind: 'date', day: '1900-01-24' },
    'A'.repeat(10_000),
  ),
)
const sheet = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 40 })

describe('assessSheet on any sheet', () => {
  it('counts every row of people exactly once and points at rows that exist', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const all = [HEADER, ...rows]
        const mapping = recogniseHeaders(all)
        if (!mapping) throw new Error('no header')
        const found = assessSheet(all, { today: '2026-11-22', mapping })
        const verdicts = [...found.people, ...found.rejected, ...found.duplicates].map(({ row }) => row)
        expect(found.rows).toBe(found.importable + found.rejected.length + found.duplicates.length)
        expect(new Set(verdicts).size).toBe(found.rows)
        expect(verdicts.every((row) => row > mapping.headerRow && row <= all.length)).toBe(true)
        expect(found.rejected.every(({ reasons }) => reasons.length > 0)).toBe(true)
        expect(found.duplicates.every(({ row, of }) => of < row)).toBe(true)
        expect(
          found.people.every(({ person }) => person.name !== '' && person.receivedOn <= '2026-11-22'),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('recognises headers of any rows without failing', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const mapping = recogniseHeaders(rows)
        expect(mapping === undefined || mapping.headerRow <= rows.length).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
