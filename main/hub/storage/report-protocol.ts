import type { PlainError } from '#domain/errors.ts'

export interface ReportStart {
  database: string
  key: Uint8Array
  digestKey: Uint8Array
  /** Shared cell holding the id of the request to cancel: the worker is too busy to read messages. */
  cancelFlag: SharedArrayBuffer
}

export interface ReportRequest {
  id: number
  task: string
  input: unknown
}

export type ReportMessage =
  | { id: number; type: 'progress'; done: number; total: number | null; step: string }
  | { id: number; type: 'done'; value: unknown }
  | { id: number; type: 'failed'; error: PlainError | null; detail: string }
