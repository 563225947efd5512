import { randomUUID } from 'node:crypto'
import type { ImportCommitResult } from '#domain/contract/imports.ts'
import type { WorkbookAssessment } from './assess-workbook.ts'
import type { importSteps } from './import-writes.ts'

type ImportSteps = typeof importSteps

/** Carries one step of an import out in the writer: the hub's thread, or the command's own connection. */
export type ImportStepRunner = <N extends keyof ImportSteps>(
  name: N,
  input: Parameters<ImportSteps[N]>[2],
  key: string,
) => Promise<ReturnType<ImportSteps[N]>>

export interface CommitImportOptions {
  batchId: string
  uploadId: string | null
  fileName: string
  sha256: string
  progress: (done: number, total: number | null, step: string) => void
  /** Asked between groups of rows: true stops there, and what went in stays. */
  isStopped: () => boolean
}

/** Small enough that another desk's write waits a few hundredths of a second, no more. */
const ROWS_PER_WRITE = 50

/** Puts everyone in whom the dry run let through, group by group. */
export async function commitImport(
  run: ImportStepRunner,
  assessment: WorkbookAssessment,
  options: CommitImportOptions,
): Promise<ImportCommitResult> {
  const { batchId, progress } = options
  const { people, parked, refused } = assessment
  progress(0, people.length, 'Bắt đầu nhập')
  const { writtenRows } = await run(
    'openImport',
    {
      batchId,
      fileName: options.fileName,
      sha256: options.sha256,
      headers: headersOf(assessment),
      rows: people.length + parked.length + refused.length,
      refused,
      parked,
    },
    `import:${batchId}:open:${randomUUID()}`,
  )
  const written = new Set(writtenRows)
  const waiting = people.filter(({ row }) => !written.has(row))
  const before = people.length - waiting.length
  const close = (isComplete: boolean) =>
    run(
      'closeImport',
      { batchId, isComplete, uploadId: options.uploadId },
      `import:${batchId}:close:${randomUUID()}`,
    )
  let done = 0
  try {
    while (done < waiting.length && !options.isStopped()) {
      const entries = waiting.slice(done, done + ROWS_PER_WRITE)
      await run('importRows', { batchId, entries }, `import:${batchId}:row:${entries[0]?.row ?? 0}`)
      done += entries.length
      progress(before + done, people.length, 'Nhập từng người')
    }
  } catch (error) {
    // What went in stays and can be gone on with or undone.
    await close(false)
    throw error
  }
  const isComplete = done >= waiting.length
  const { imported, duplicates } = await close(isComplete)
  return { batchId, isComplete, imported, total: people.length, rejected: refused.length, duplicates }
}

/** Headers of the list by column, `Cột C` where there is none. */
export function headersOf(assessment: Pick<WorkbookAssessment, 'mapping'>): string[] {
  const headers: string[] = []
  for (const { column, header } of assessment.mapping?.columns ?? []) headers[column] = header
  return Array.from(headers, (header, column) => header || `Cột ${columnLetter(column)}`)
}

/** Excel's letter of a 0-based column: 0 → A, 26 → AA. */
function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}
