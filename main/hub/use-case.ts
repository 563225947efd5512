import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import type { ChangeTopic } from '#domain/contract/feed.ts'
import type { DeviceKind } from '#domain/devices/device.ts'
import type { Hub } from './hub.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Who acts: a signed-in user, or the system on behalf of the operating system's user. */
export interface Actor {
  /** `user:<id>` or `system:cli:<os user>` as it stands in the audit. */
  key: string
  userId: string | null
  name: string
  roles: readonly Role[]
  sessionId: string | null
  desk: string
}

/** One thing done or seen, for the audit chain. Values of fields go to `fields`, never into `facts`. */
export interface AuditRecord {
  action: string
  subject?: { kind: string; id: string }
  personId?: string
  facts?: Record<string, string | number | boolean | null>
  fields?: readonly FieldChange[]
}

export interface FieldChange {
  entity: string
  entityId: string
  personId?: string
  field: string
  before: string | null
  after: string | null
}

/** What a write use case may use beside the transaction. Synchronous: no await, hashing, file or network. */
export interface WriteContext {
  actor: Actor
  now: Instant
  newId: () => string
  audit: (record: AuditRecord) => void
  changed: (topic: ChangeTopic, entityId?: string) => void
}

export interface ReadContext {
  actor: Actor
  now: Instant
  /** Records in the audit that the actor looked at a person's file. Does not wait for the disk. */
  viewed: (personId: string, action: string) => void
}

/** A paired desk, known by the key of its certificate. */
export interface CallerDevice {
  id: string
  name: string
  kind: DeviceKind
  expiresAt: Instant
}

/** What a call sees of the request and of the hub. */
export interface CallContext {
  hub: Hub
  actor: Actor
  now: Instant
  requestId: string
  /** Where the call comes from, for slowing down guesses. */
  peer: string
  /** The paired desk it comes from; null at the hub's own PC. */
  device: CallerDevice | null
  /** The client's idempotency key, when it sent one. */
  idempotencyKey: string | null
  signal: AbortSignal | undefined
  setSession: (token: string | null) => void
}

/** What a handler receives: the input as parsed by the contract. */
type HandlerInput<P> =
  P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaOutput<I> : never

/** What a handler gives back, before the contract checks it. */
type HandlerOutput<P> =
  P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaInput<O> : never

/** Write use cases of one feature, by the contract's names. */
export type WriteUseCases<C> = {
  [K in keyof C]?: (db: WriteDb, context: WriteContext, input: HandlerInput<C[K]>) => HandlerOutput<C[K]>
}

/** Reading use cases of one feature, by the contract's names. */
export type ReadUseCases<C> = {
  [K in keyof C]?: (db: ReadDb, context: ReadContext, input: HandlerInput<C[K]>) => HandlerOutput<C[K]>
}

/** Use cases that need more than the database: passwords, jobs, streams. They run in the HTTP thread. */
export type CallUseCases<C> = {
  [K in keyof C]?: (
    context: CallContext,
    input: HandlerInput<C[K]>,
  ) => HandlerOutput<C[K]> | Promise<HandlerOutput<C[K]>>
}
