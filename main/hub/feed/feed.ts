import type { FeedEvent } from '#domain/contract/feed.ts'
import type { CommittedChange } from '../storage/write-protocol.ts'

type Listener = (event: FeedEvent) => void

/** Tells every open desk what was committed. Keeps a short tail so that a desk back from a cut misses nothing. */
export class Feed {
  /** By whose session each listens. */
  readonly #listeners = new Map<Listener, string | null>()
  readonly #tail: CommittedChange[] = []
  #lastSeq = 0

  /** Where the sequence stands when the hub starts. */
  startAt(lastSeq: number): void {
    this.#lastSeq = lastSeq
  }

  get lastSeq(): number {
    return this.#lastSeq
  }

  /** Sessions that hear changes at this moment. */
  get sessions(): ReadonlySet<string | null> {
    return new Set(this.#listeners.values())
  }

  publish(changes: readonly CommittedChange[]): void {
    for (const change of changes) {
      this.#lastSeq = Math.max(this.#lastSeq, change.seq)
      this.#tail.push(change)
      this.#send(toEvent(change))
    }
    if (this.#tail.length > 5000) this.#tail.splice(0, this.#tail.length - 4000)
  }

  publishJob(event: Extract<FeedEvent, { type: 'job' }>): void {
    this.#send(event)
  }

  /** What came after `since`, or undefined when the tail does not reach back that far. */
  since(since: number): FeedEvent[] | undefined {
    if (since >= this.#lastSeq) return []
    const first = this.#tail[0]
    if (!first || first.seq > since + 1) return undefined
    return this.#tail.filter((change) => change.seq > since).map(toEvent)
  }

  listen(listener: Listener, sessionId: string | null): () => void {
    this.#listeners.set(listener, sessionId)
    return () => this.#listeners.delete(listener)
  }

  #send(event: FeedEvent): void {
    for (const listener of this.#listeners.keys()) listener(event)
  }
}

function toEvent(change: CommittedChange): FeedEvent {
  return { type: 'change', seq: change.seq, topic: change.topic, id: change.id, by: change.by, at: change.at }
}
