import type { PlainError } from '#domain/errors.ts'
import type { AssessWorkbookOptions, WorkbookAssessment } from './assess-workbook.ts'

/** What a dry run's worker is started with. */
export interface AssessStart {
  database: string
  key: Uint8Array
  uploadId: string
  options: Pick<AssessWorkbookOptions, 'sheet' | 'today' | 'mapping' | 'defaults'>
}

export type AssessMessage =
  | { type: 'progress'; done: number; total: number | null; step: string }
  | { type: 'done'; assessment: WorkbookAssessment }
  | { type: 'failed'; error: PlainError | null; detail: string }
