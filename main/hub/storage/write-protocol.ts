import type { ChangeTopic } from '#domain/contract/feed.ts'
import type { PlainError } from '#domain/errors.ts'
import type { Actor } from '../use-case.ts'

/** One change as desks are told of it, after commit. */
export interface CommittedChange {
  seq: number
  at: string
  topic: ChangeTopic
  id: string | null
  by: string
}

export interface WriteRequest {
  id: number
  useCase: string
  actor: Actor
  now: string
  input: unknown
  /** Idempotency key and hash of the request; null for the hub's own book-keeping. */
  key: string | null
  requestHash: string
}

/** What the writer thread says: that it is ready, that the disk fails and it writes no more, how a request went. */
export type WriterMessage = 'ready' | 'disk-failed' | WriteReply

export type WriteReply =
  | { id: number; ok: true; value: unknown; changes: CommittedChange[] }
  | { id: number; ok: false; error: PlainError | null; detail: string }

export interface WorkerStart {
  database: string
  key: Uint8Array
  digestKey: Uint8Array
  maxPageCount?: number
  /** Pages of new content after which they are moved into the file; fewer for the tests only. */
  checkpointPages?: number
}
