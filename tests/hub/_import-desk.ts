import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import type { ImportAssessment, ImportCommitResult, ImportUndoResult } from '#domain/contract/imports.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import type { TestDesk, TestHub } from './_test-hub.ts'

/** A sample list of the project. */
export function sampleBytes(rows: 400 | 2000): Buffer {
  return readFileSync(new URL(`../samples/danh-sach-cu-${rows}.xlsx`, import.meta.url))
}

/** What the sample's makers know of it. */
export function sampleTruth(rows: 400 | 2000): {
  rows: number
  good: number
  duplicates: number
  refused: number
} {
  const truth = JSON.parse(
    readFileSync(new URL(`../samples/danh-sach-cu-${rows}.truth.json`, import.meta.url), 'utf8'),
  ) as { rows: number; good: number; duplicates: number; problems: Record<string, number> }
  const refusing = Object.entries(truth.problems).filter(([name]) => !name.startsWith('('))
  return { ...truth, refused: refusing.reduce((sum, [, count]) => sum + count, 0) }
}

type Cell = string | number | boolean | null

const LIST_HEADER: readonly string[] = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Diện',
  'Ngày vào',
  'Thời hạn (tháng)',
]

/** A list as a clerk would keep it. */
export function listOf(rows: Cell[][], header: readonly string[] = LIST_HEADER): Promise<Buffer> {
  return writeXlsxFile([[...header], ...rows]).toBuffer()
}

export interface UploadAnswer {
  status: number
  uploadId: string
  code: string | undefined
  message: string
}

/** Sends a file as the screen does. */
export async function upload(
  house: TestHub,
  desk: TestDesk,
  bytes: Uint8Array,
  options: { name?: string; headers?: Record<string, string> } = {},
): Promise<UploadAnswer> {
  const name = encodeURIComponent(options.name ?? 'danh sách.xlsx')
  const response = await fetch(`${house.url}/files/upload?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie: desk.cookie, ...options.headers },
    body: bytes as Uint8Array<ArrayBuffer>,
  })
  const body = (await response.json()) as { uploadId?: string; json?: { code?: string; message?: string } }
  return {
    status: response.status,
    uploadId: body.uploadId ?? '',
    code: body.json?.code,
    message: body.json?.message ?? '',
  }
}

/** Waits until a job ended. */
export async function jobEnd(desk: TestDesk, jobId: string): Promise<JobView> {
  for (;;) {
    const job = await desk.hub.jobs.get({ id: jobId })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Uploads a list and makes its dry run. */
export async function dryRun(house: TestHub, desk: TestDesk, bytes: Uint8Array): Promise<ImportAssessment> {
  const { uploadId } = await upload(house, desk, bytes)
  const { jobId } = await desk.hub.imports.assess({ uploadId })
  const job = await jobEnd(desk, jobId)
  if (job.state !== 'done') throw new Error(`dry run ${job.state}: ${job.problem}`)
  const found = await desk.hub.imports.assessment({ uploadId })
  if (!found) throw new Error('the dry run was not kept')
  return found
}

/** Imports what a dry run let through. */
export async function commit(
  desk: TestDesk,
  uploadId: string,
  batchId: string = randomUUID(),
): Promise<ImportCommitResult> {
  const { jobId } = await desk.hub.imports.commit({ uploadId, batchId })
  const job = await jobEnd(desk, jobId)
  if (job.state !== 'done') throw new Error(`import ${job.state}: ${job.problem}`)
  return job.result as ImportCommitResult
}

/** Takes an import back. */
export async function undo(desk: TestDesk, batchId: string): Promise<ImportUndoResult> {
  const { jobId } = await desk.hub.imports.undo({ batchId, reason: 'Nhầm tệp' })
  const job = await jobEnd(desk, jobId)
  if (job.state !== 'done') throw new Error(`undo ${job.state}: ${job.problem}`)
  return job.result as ImportUndoResult
}
