import { randomUUID } from 'node:crypto'
import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { appendAudit } from '#db/queries/audit/chain.ts'
import { settleObligations } from '#db/queries/obligations/settle.ts'
import { AppError } from '#domain/errors.ts'
import type { ChangeTopic } from '#domain/contract/feed.ts'
import type { Actor, AuditRecord, WriteContext } from '../use-case.ts'
import type { CommittedChange } from './write-protocol.ts'

const findAnswer = prepared<{ key: string }>()((p) =>
  qb
    .selectFrom('idempotency')
    .select(['actor', 'use_case', 'request_hash', 'answer'])
    .where('key', '=', p.key),
)

const keepAnswer = prepared<{
  key: string
  actor: string
  use_case: string
  request_hash: string
  answer: string
  at: string
}>()((p) =>
  qb.insertInto('idempotency').values({
    key: p.key,
    actor: p.actor,
    use_case: p.use_case,
    request_hash: p.request_hash,
    answer: p.answer,
    at: p.at,
  }),
)

const insertChange = prepared<{ at: string; topic: string; entity_id: string | null; by: string }>()((p) =>
  qb.insertInto('change').values({ at: p.at, topic: p.topic, entity_id: p.entity_id, by: p.by }),
)

export interface WriteCall<I, O> {
  useCase: string
  run: (db: WriteDb, context: WriteContext, input: I) => O
  actor: Actor
  now: string
  input: I
  key: string | null
  requestHash: string
}

/**
 * Carries one write use case out inside the caller's transaction: answers a repeated key from memory, refuses a
 * key used for another request, appends audit and changes, and keeps the answer, all or nothing.
 */
export function runWrite<I, O>(
  db: WriteDb,
  digestKey: Uint8Array,
  call: WriteCall<I, O>,
): { value: unknown; changes: CommittedChange[] } {
  if (call.key !== null) {
    const kept = findAnswer.get(db, { key: call.key })
    if (kept) {
      if (
        kept.use_case !== call.useCase ||
        kept.request_hash !== call.requestHash ||
        kept.actor !== call.actor.key
      )
        throw new AppError('key_reused')
      return { value: JSON.parse(kept.answer), changes: [] }
    }
  }
  const changes: CommittedChange[] = []
  const context: WriteContext = {
    actor: call.actor,
    now: call.now,
    newId: randomUUID,
    audit: (record: AuditRecord) => {
      appendAudit(db, digestKey, {
        at: call.now,
        actor: call.actor.key,
        action: record.action,
        subjectKind: record.subject?.kind ?? null,
        subjectId: record.subject?.id ?? null,
        personId: record.personId ?? null,
        facts: record.facts ?? {},
        fields: (record.fields ?? []).map((f) => ({ ...f, personId: f.personId ?? record.personId ?? null })),
      })
    },
    changed: (topic: ChangeTopic, entityId?: string) => {
      const row = { at: call.now, topic, entity_id: entityId ?? null, by: call.actor.name }
      const { lastInsertRowid } = insertChange.run(db, row)
      changes.push({ seq: lastInsertRowid, at: row.at, topic, id: row.entity_id, by: row.by })
    },
  }
  const value = call.run(db, context, call.input)
  // What is owed follows from what was written, in the same transaction and whatever use case wrote it.
  settleObligations(db, call.now)
  if (call.key !== null) {
    keepAnswer.run(db, {
      key: call.key,
      actor: call.actor.key,
      use_case: call.useCase,
      request_hash: call.requestHash,
      answer: JSON.stringify(value ?? null),
      at: call.now,
    })
  }
  return { value: value ?? null, changes }
}
