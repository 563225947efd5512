import { setImmediate } from 'node:timers/promises'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { AppError } from '#domain/errors.ts'

/** A column of a list as a sheet shows it. */
export interface SheetColumn<Row> {
  header: string
  width: number
  cell: (row: Row, index: number) => Cell
}

/** Most rows of one file. */
const MOST_EXPORTED = 50_000
export const EXPORT_PAGE = 200

/** A list as an .xlsx workbook: bold heads that stay, one row each. */
export function listWorkbook<Row>(
  sheet: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  return writeXlsxFile(
    [
      columns.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' as const })),
      ...rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
    ],
    { sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
}

/**
 * All rows of a list, page by page so that other desks are answered in between.
 * @throws AppError `rule_violated` when there are more than one file takes
 */
export async function readAll<Row>(
  { signal }: { signal: AbortSignal | undefined },
  page: (cursor: string | null) => { rows: Row[]; next: string | null },
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    signal?.throwIfAborted()
    const found = page(cursor)
    rows.push(...found.rows)
    if (rows.length > MOST_EXPORTED) {
      const message = `Danh sách có hơn ${MOST_EXPORTED} dòng, nhiều hơn mức cho một tệp. Lọc bớt rồi làm lại.`
      throw new AppError('rule_violated', message)
    }
    cursor = found.next
    if (cursor !== null) await setImmediate()
  } while (cursor !== null)
  return rows
}
