import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { AppError, fromPlainError } from '#domain/errors.ts'
import type { InternalInput, InternalOutput, InternalWriteName } from '../writes.ts'
import type { Log } from '../log.ts'
import type { Actor } from '../use-case.ts'
import { workerFile } from './worker-file.ts'
import type {
  CommittedChange,
  WorkerStart,
  WriteReply,
  WriteRequest,
  WriterMessage,
} from './write-protocol.ts'

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  useCase: string
}

/** The hub's side of the writer thread: sends writes, answers each only after its commit. */
export class Writer implements AsyncDisposable {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #log: Log
  readonly #onCommitted: (changes: CommittedChange[]) => void
  #nextId = 1
  #isClosed = false
  #hasDiskFailed = false

  private constructor(worker: Worker, log: Log, onCommitted: (changes: CommittedChange[]) => void) {
    this.#worker = worker
    this.#log = log
    this.#onCommitted = onCommitted
    worker.on('message', (message: WriterMessage) => {
      if (message === 'disk-failed') this.#stopAccepting()
      else if (message !== 'ready') this.#settle(message)
    })
    worker.on('error', (error: Error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('writer ended')))
  }

  static async start(
    start: WorkerStart,
    log: Log,
    onCommitted: (changes: CommittedChange[]) => void,
  ): Promise<Writer> {
    const worker = new Worker(workerFile(import.meta.url, 'writer-worker'), { workerData: start })
    const writer = new Writer(worker, log, onCommitted)
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
    })
    return writer
  }

  /** False once nothing can be written any more: the disk failed, or the thread ended. */
  get isAccepting(): boolean {
    return !this.#isClosed && !this.#hasDiskFailed
  }

  /**
   * A write by its name. `key` makes a repeated request harmless; the request is told apart by `over`, which is
   * the input unless that holds something made anew each time (the salted hash of a password).
   */
  execute(
    useCase: string,
    actor: Actor,
    now: string,
    input: unknown,
    key: string | null,
    over: unknown = input,
  ): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new AppError('stopping'))
    if (this.#hasDiskFailed) return Promise.reject(new AppError('disk_failed'))
    const id = this.#nextId++
    const requestHash =
      key === null ? '' : createHash('sha256').update(useCase).update(JSON.stringify(over)).digest('hex')
    const request: WriteRequest = { id, useCase, actor, now, input, key, requestHash }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, useCase })
      this.#worker.postMessage(request)
    })
  }

  /** A write of the hub's own, by name. */
  internal<N extends InternalWriteName>(
    name: N,
    actor: Actor,
    now: string,
    input: InternalInput<N>,
    repeat: { key: string | null; over: unknown } = { key: null, over: null },
  ): Promise<InternalOutput<N>> {
    return this.execute(`internal.${name}`, actor, now, input, repeat.key, repeat.over) as Promise<
      InternalOutput<N>
    >
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.postMessage('close')
    await ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #settle(reply: WriteReply): void {
    const waiting = this.#waiting.get(reply.id)
    if (!waiting) return
    this.#waiting.delete(reply.id)
    if (reply.ok) {
      waiting.resolve(reply.value)
      if (reply.changes.length > 0) this.#onCommitted(reply.changes)
      return
    }
    if (reply.detail) this.#log.error('write failed', { useCase: waiting.useCase, detail: reply.detail })
    waiting.reject(reply.error ? fromPlainError(reply.error) : new AppError('internal'))
  }

  #stopAccepting(): void {
    this.#hasDiskFailed = true
    this.#log.error('the disk failed: no more writes until the hub is started again')
  }

  #fail(error: Error): void {
    if (this.#waiting.size > 0) this.#log.error('writer lost', { detail: error.message })
    for (const waiting of this.#waiting.values()) waiting.reject(new AppError('stopping'))
    this.#waiting.clear()
    this.#isClosed = true
  }
}
