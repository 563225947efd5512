import { randomUUID } from 'node:crypto'
import { AppError, ERROR_SENTENCES } from '#domain/errors.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'

/** What a running job may do: tell how far it is, and notice that it should stop. */
export interface JobHandle {
  id: string
  signal: AbortSignal
  progress: (done: number, total: number | null, step?: string) => void
}

interface Running {
  view: JobView
  owner: string
  abort: AbortController
  lastTold: number
  ended: Promise<void>
}

/** How often desks hear of a job's progress, in milliseconds. */
const TELL_EVERY_MS = 150
const KEEP_FINISHED = 200

/** Anything that may take longer than a request: accepted at once, followed on the feed, fetched when done. */
export class JobRunner {
  readonly #jobs = new Map<string, Running>()

  /** Starts `work` and returns its id. The result must be plain JSON. */
  start(hub: Hub, actor: Actor, kind: string, work: (job: JobHandle) => Promise<unknown>): string {
    const id = randomUUID()
    const running: Running = {
      view: {
        id,
        kind,
        state: 'running',
        done: 0,
        total: null,
        step: null,
        result: null,
        problem: null,
        startedAt: hub.now(),
        endedAt: null,
      },
      owner: actor.key,
      abort: new AbortController(),
      lastTold: 0,
      ended: Promise.resolve(),
    }
    this.#jobs.set(id, running)
    this.#forgetOld()
    const handle: JobHandle = {
      id,
      signal: running.abort.signal,
      progress: (done, total, step) => {
        running.view.done = done
        running.view.total = total
        if (step !== undefined) running.view.step = step
        const at = performance.now()
        if (at - running.lastTold >= TELL_EVERY_MS) {
          running.lastTold = at
          this.#tell(hub, running.view)
        }
      },
    }
    running.ended = work(handle)
      .then(
        (result) => {
          running.view.state = 'done'
          running.view.result = result ?? null
        },
        (error: unknown) => {
          if (running.abort.signal.aborted) {
            running.view.state = 'cancelled'
            running.view.problem = ERROR_SENTENCES.cancelled
            return
          }
          running.view.state = 'failed'
          running.view.problem = error instanceof AppError ? error.message : ERROR_SENTENCES.internal
          if (!(error instanceof AppError)) {
            hub.log.error('job failed', {
              kind,
              detail: error instanceof Error ? String(error.stack) : 'unknown',
            })
          }
        },
      )
      .finally(() => {
        running.view.endedAt = hub.now()
        this.#tell(hub, running.view)
      })
    return id
  }

  /** The newest job of a kind, whoever began it: for the hub's own use. */
  latest(kind: string): JobView | undefined {
    return [...this.#jobs.values()].findLast((running) => running.view.kind === kind)?.view
  }

  /** How a job ended, once it has: for the hub's own use. @throws AppError `not_found` */
  async ended(id: string): Promise<JobView> {
    const running = this.#jobs.get(id)
    if (!running) throw new AppError('not_found')
    await running.ended
    return running.view
  }

  /** A job of this actor. @throws AppError `not_found`, also for another's job */
  get(actor: Actor, id: string): JobView {
    return this.#own(actor, id).view
  }

  cancel(actor: Actor, id: string): JobView {
    const running = this.#own(actor, id)
    if (running.view.state === 'running') running.abort.abort()
    return running.view
  }

  /** Stops everything that runs and waits until it noticed: the hub is going down. */
  async stopAll(): Promise<void> {
    for (const running of this.#jobs.values()) running.abort.abort()
    const deadline = performance.now() + 3000
    while ([...this.#jobs.values()].some((r) => r.view.state === 'running') && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  #own(actor: Actor, id: string): Running {
    const running = this.#jobs.get(id)
    if (!running || running.owner !== actor.key) throw new AppError('not_found')
    return running
  }

  #tell(hub: Hub, view: JobView): void {
    hub.feed.publishJob({
      type: 'job',
      id: view.id,
      state: view.state,
      done: view.done,
      total: view.total,
      step: view.step,
    })
  }

  #forgetOld(): void {
    const finished = [...this.#jobs.values()].filter((r) => r.view.state !== 'running')
    for (const old of finished.slice(0, Math.max(0, finished.length - KEEP_FINISHED)))
      this.#jobs.delete(old.view.id)
  }
}
