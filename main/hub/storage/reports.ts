import { Worker } from 'node:worker_threads'
import { AppError, fromPlainError } from '#domain/errors.ts'
import type { Log } from '../log.ts'
import type { ReportTasks } from '../reports.ts'
import type { ReportMessage, ReportRequest, ReportStart } from './report-protocol.ts'
import { workerFile } from './worker-file.ts'

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  onProgress: (done: number, total: number | null, step: string) => void
}

export interface ReportOptions {
  signal?: AbortSignal
  onProgress?: (done: number, total: number | null, step: string) => void
}

/** The hub's side of the report worker: one long read after the other. The worker starts with the first. */
export class Reports implements AsyncDisposable {
  readonly #start: Omit<ReportStart, 'cancelFlag'>
  readonly #log: Log
  readonly #cancelFlag = new SharedArrayBuffer(4)
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #nextId = 1

  constructor(start: Omit<ReportStart, 'cancelFlag'>, log: Log) {
    this.#start = start
    this.#log = log
  }

  run<N extends keyof ReportTasks>(
    task: N,
    input: Parameters<ReportTasks[N]>[1],
    options: ReportOptions = {},
  ): Promise<Awaited<ReturnType<ReportTasks[N]>>> {
    const worker = this.#open()
    const id = this.#nextId++
    options.signal?.addEventListener('abort', () => Atomics.store(new Int32Array(this.#cancelFlag), 0, id))
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (value) => resolve(value as Awaited<ReturnType<ReportTasks[N]>>),
        reject,
        onProgress: options.onProgress ?? (() => {}),
      })
      worker.postMessage({ id, task, input } satisfies ReportRequest)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #open(): Worker {
    if (this.#worker) return this.#worker
    const start: ReportStart = { ...this.#start, cancelFlag: this.#cancelFlag }
    const worker = new Worker(workerFile(import.meta.url, 'report-worker'), { workerData: start })
    worker.on('message', (message: ReportMessage) => this.#receive(message))
    const fail = (detail: string) => {
      this.#worker = undefined
      if (this.#waiting.size > 0) this.#log.error('report worker lost', { detail })
      for (const waiting of this.#waiting.values()) waiting.reject(new AppError('internal'))
      this.#waiting.clear()
    }
    worker.on('error', (error: Error) => fail(String(error.stack)))
    worker.on('exit', (code) => fail(`exit ${code}`))
    this.#worker = worker
    return worker
  }

  #receive(message: ReportMessage): void {
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if (message.type === 'progress') {
      waiting.onProgress(message.done, message.total, message.step)
      return
    }
    this.#waiting.delete(message.id)
    if (message.type === 'done') waiting.resolve(message.value)
    else {
      if (!message.error) this.#log.error('report failed', { detail: message.detail })
      waiting.reject(message.error ? fromPlainError(message.error) : new AppError('internal'))
    }
  }
}
