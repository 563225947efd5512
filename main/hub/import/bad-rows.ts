import writeXlsxFile from 'write-excel-file/node'
import type { RefusedRow } from './assess-workbook.ts'

const WIDEST_COLUMN = 40

/**
 * Refused rows as an .xlsx: the columns of the list as they stood, then why, then the row number of the old list.
 * Every cell is written as text, so that nothing in it can be taken for a formula.
 */
export function badRowsWorkbook(headers: readonly string[], rows: readonly RefusedRow[]): Promise<Buffer> {
  const width = Math.max(headers.length, ...rows.map((row) => row.cells.length))
  const titles = Array.from({ length: width }, (_, column) => headers[column] ?? '')
  const head = [...titles, 'Lý do', 'Dòng trong tệp cũ']
  const lines = rows.map(({ row, reasons, cells }) => [
    ...titles.map((_, column) => cells[column] ?? ''),
    reasons
      .map((reason) => (reason.column ? `${reason.column}: ${reason.message}` : reason.message))
      .join('\n'),
    String(row),
  ])
  const widths = head.map((title, column) =>
    Math.min(WIDEST_COLUMN, Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)) + 2),
  )
  return writeXlsxFile(
    [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...lines.map((line) =>
        line.map((value) =>
          value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' as const },
        ),
      ),
    ],
    { sheet: 'Dòng lỗi', columns: widths.map((w) => ({ width: w })), stickyRowsCount: 1 },
  ).toBuffer()
}
