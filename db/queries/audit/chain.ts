import { createHash, createHmac } from 'node:crypto'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import type { FieldChangeTable } from '../../schema/field-change.ts'

/** What the first entry names as its predecessor. */
const CHAIN_START = '0'.repeat(64)

export interface NewAuditEntry {
  at: string
  actor: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  personId: string | null
  facts: Record<string, unknown>
  fields: readonly NewFieldChange[]
}

interface NewFieldChange {
  entity: string
  entityId: string
  personId: string | null
  field: string
  before: string | null
  after: string | null
}

const lastEntry = prepared<Record<string, never>>()(() =>
  qb.selectFrom('audit_entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)

const insertEntry = prepared<{
  seq: number
  at: string
  actor: string
  action: string
  subject_kind: string | null
  subject_id: string | null
  person_id: string | null
  body: string
  prev_hash: string
  hash: string
}>()((p) =>
  qb.insertInto('audit_entry').values({
    seq: p.seq,
    at: p.at,
    actor: p.actor,
    action: p.action,
    subject_kind: p.subject_kind,
    subject_id: p.subject_id,
    person_id: p.person_id,
    body: p.body,
    prev_hash: p.prev_hash,
    hash: p.hash,
  }),
)

const moveHead = prepared<{ seq: number; hash: string }>()((p) =>
  qb.updateTable('audit_head').set({ seq: p.seq, hash: p.hash }).where('id', '=', 1),
)

/** The hash of an entry over everything stored in it and its predecessor's hash. */
function entryHash(entry: {
  seq: number
  at: string
  actor: string
  action: string
  subject_kind: string | null
  subject_id: string | null
  person_id: string | null
  body: string
  prev_hash: string
}): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        entry.seq,
        entry.at,
        entry.actor,
        entry.action,
        entry.subject_kind,
        entry.subject_id,
        entry.person_id,
        entry.body,
        entry.prev_hash,
      ]),
    )
    .digest('hex')
}

/** Keyed digest over the values of an entry's field changes: they stay checkable without standing in the chain. */
function fieldsDigest(key: Uint8Array, fields: readonly NewFieldChange[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(fields.map((f) => [f.entity, f.entityId, f.personId, f.field, f.before, f.after])))
    .digest('hex')
}

/** The values as the file gives them back: half a letter cannot be kept, and would not match its digest. */
function asStored(field: NewFieldChange): NewFieldChange {
  const { before, after } = field
  return { ...field, before: before?.toWellFormed() ?? null, after: after?.toWellFormed() ?? null }
}

/** Appends one entry to the chain, in the caller's transaction. Returns its sequence number. */
export function appendAudit(db: WriteDb, digestKey: Uint8Array, entry: NewAuditEntry): number {
  const fields = entry.fields.map(asStored)
  const last = lastEntry.get(db, {})
  const seq = (last?.seq ?? 0) + 1
  const body = JSON.stringify(
    fields.length === 0
      ? { facts: entry.facts }
      : {
          facts: entry.facts,
          fields: fields.map((f) => `${f.entity}.${f.field}`),
          digest: fieldsDigest(digestKey, fields),
        },
  )
  const row = {
    seq,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    person_id: entry.personId,
    body,
    prev_hash: last?.hash ?? CHAIN_START,
  }
  const hash = entryHash(row)
  insertEntry.run(db, { ...row, hash })
  moveHead.run(db, { seq, hash })
  for (const [position, field] of fields.entries()) {
    db.run(
      qb.insertInto('field_change').values({
        audit_seq: seq,
        position,
        entity: field.entity,
        entity_id: field.entityId,
        person_id: field.personId,
        field: field.field,
        before: field.before,
        after: field.after,
      }),
    )
  }
  return seq
}

export interface ChainFault {
  seq: number
  kind: 'changed' | 'missing' | 'inserted' | 'reordered' | 'fields-changed'
}

/**
 * Walks the whole chain. Finds an entry that was changed, removed, inserted or moved, and field values that no
 * longer match their digest. A cut or lengthened end shows against the head kept beside the chain; whoever rewrites
 * both shows only against the length and head that were noted outside.
 */
export function verifyChain(
  db: ReadDb,
  digestKey: Uint8Array,
  progress: (done: number) => void = () => {},
): { length: number; head: string; faults: ChainFault[] } {
  const fields = db.iterate(
    qb.selectFrom('field_change').selectAll().orderBy('audit_seq').orderBy('position'),
  )
  try {
    return walkChain(db, digestKey, fields, progress)
  } finally {
    // A walk that stops early would leave the connection busy with the rest.
    fields.return?.()
  }
}

function walkChain(
  db: ReadDb,
  digestKey: Uint8Array,
  fields: IterableIterator<FieldChangeTable>,
  progress: (done: number) => void,
): { length: number; head: string; faults: ChainFault[] } {
  const faults: ChainFault[] = []
  let expected = 1
  let prev = CHAIN_START
  let nextField = fields.next()
  for (const row of db.iterate(qb.selectFrom('audit_entry').selectAll().orderBy('seq'))) {
    if (row.seq !== expected) faults.push({ seq: row.seq, kind: 'missing' })
    else if (row.prev_hash !== prev) faults.push({ seq: row.seq, kind: 'reordered' })
    if (entryHash(row) !== row.hash) faults.push({ seq: row.seq, kind: 'changed' })
    const own: NewFieldChange[] = []
    while (!nextField.done && nextField.value.audit_seq <= row.seq) {
      const f = nextField.value
      if (f.audit_seq < row.seq) faults.push({ seq: f.audit_seq, kind: 'fields-changed' })
      else
        own.push({
          entity: f.entity,
          entityId: f.entity_id,
          personId: f.person_id,
          field: f.field,
          before: f.before,
          after: f.after,
        })
      nextField = fields.next()
    }
    const digest = digestIn(row.body)
    const actual = own.length === 0 ? null : fieldsDigest(digestKey, own)
    if (digest !== actual) faults.push({ seq: row.seq, kind: 'fields-changed' })
    prev = row.hash
    expected = row.seq + 1
    if (row.seq % 5000 === 0) progress(row.seq)
  }
  if (!nextField.done) faults.push({ seq: nextField.value.audit_seq, kind: 'fields-changed' })
  const head = db.get(qb.selectFrom('audit_head').select(['seq', 'hash']))
  if (!head || expected - 1 < head.seq) faults.push({ seq: expected, kind: 'missing' })
  else if (expected - 1 > head.seq) faults.push({ seq: head.seq + 1, kind: 'inserted' })
  else if (head.seq > 0 && head.hash !== prev) faults.push({ seq: head.seq, kind: 'changed' })
  return { length: expected - 1, head: prev, faults }
}

function digestIn(body: string): string | null {
  const parsed = parsedOrNull(body)
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'digest' in parsed &&
    typeof parsed.digest === 'string'
  )
    return parsed.digest
  return null
}

/** A body that is no JSON was not written by the hub: its hash says so, here it only must not stop the walk. */
function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
