import { commitGroup } from '#db/connection/group-commit.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { schemaVersion } from '#db/migrations/migrate.ts'
import { findDeviceByKey, listLiveCodes, listShutOutKeys } from '#db/queries/devices/reader.ts'
import { setCodeCancelled, setDeviceRevoked } from '#db/queries/devices/writer.ts'
import { PAIRING_TRIES } from '#domain/devices/device.ts'
import type { Instant } from '#domain/time/instant.ts'
import { endSessionsOf } from '../auth/session-writes.ts'
import { digestKeyIn } from '../keys/digest-key.ts'
import { runWrite } from '../storage/run-write.ts'
import type { Actor, AuditRecord, WriteContext } from '../use-case.ts'

/** Where a file's audit chain and its line of changes stood: what links the restored data to those replaced. */
export interface DataEnd {
  auditLength: number
  auditHead: string | null
  changeSeq: number
  /** Keys of devices shut out for good, SHA-256 in hex. */
  shutOutKeys: string[]
}

/** The schema that knows devices. */
const DEVICES_SINCE = 6

/** Reads where a file's audit chain and line of changes stand. */
export function readDataEnd(db: Connection): DataEnd {
  const last = db.get(qb.selectFrom('audit_entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1))
  const change = db.get(qb.selectFrom('change').select((e) => e.fn.max('seq').as('seq')))
  return {
    auditLength: last?.seq ?? 0,
    auditHead: last?.hash ?? null,
    changeSeq: Number(change?.seq ?? 0),
    // What is replaced may be from before the present program.
    shutOutKeys: schemaVersion(db) < DEVICES_SINCE ? [] : listShutOutKeys(db),
  }
}

/**
 * Writes into the checked copy what a restore means: who did it and what it replaced, no open sessions, no pairing
 * code, and nobody let in again who was shut out since.
 */
export function recordRestoreIn(
  copy: string,
  key: Uint8Array,
  by: { actor: Actor; now: Instant },
  facts: { sha256: string; end: DataEnd | null },
): void {
  writeIn(copy, key, by, { name: 'backup.restore', run: recordRestore, input: facts })
}

/** Writes one entry of the audit into a copy that is about to become the data. */
export function recordInFile(
  copy: string,
  key: Uint8Array,
  by: { actor: Actor; now: Instant },
  useCase: string,
  record: AuditRecord,
): void {
  const run = (_db: WriteDb, context: WriteContext, entry: AuditRecord) => {
    context.audit(entry)
    return null
  }
  writeIn(copy, key, by, { name: useCase, run, input: record })
}

function writeIn<I>(
  copy: string,
  key: Uint8Array,
  by: { actor: Actor; now: Instant },
  write: { name: string; run: (db: WriteDb, context: WriteContext, input: I) => null; input: I },
): void {
  const connection = openDatabase({ file: copy, key, mode: 'write' })
  let failure: unknown
  try {
    commitGroup(connection, [
      {
        work: (db) =>
          runWrite(db, digestKeyIn(connection, key), {
            useCase: write.name,
            run: write.run,
            actor: by.actor,
            now: by.now,
            input: write.input,
            key: null,
            requestHash: '',
          }),
        settle: (outcome) => {
          if (!outcome.ok) failure = outcome.error
        },
      },
    ])
    if (failure !== undefined) throw failure
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

function recordRestore(
  db: WriteDb,
  context: WriteContext,
  { sha256, end }: { sha256: string; end: DataEnd | null },
): null {
  for (const { id } of db.all(qb.selectFrom('user').select('id'))) {
    endSessionsOf(db, id, context.now, 'restored')
  }
  shutOutAgain(db, context, end?.shutOutKeys ?? [])
  // Desks ask for what came after the last change they saw: the numbers go on from the replaced data's.
  const own = Number(db.get(qb.selectFrom('change').select((e) => e.fn.max('seq').as('seq')))?.seq ?? 0)
  const seq = Math.max(own, end?.changeSeq ?? 0) + 1
  const change = { seq, at: context.now, topic: 'backup', entity_id: null, by: context.actor.name }
  db.run(qb.insertInto('change').values(change))
  context.audit({
    action: 'backup.restored',
    facts: {
      sha256,
      epoch: context.newId(),
      replacedAuditLength: end?.auditLength ?? null,
      replacedAuditHead: end?.auditHead ?? null,
    },
  })
  return null
}

/** A copy knows neither which devices were shut out since, nor which codes were used. */
function shutOutAgain(db: WriteDb, context: WriteContext, keys: readonly string[]): void {
  for (const { id } of listLiveCodes(db, context.now, PAIRING_TRIES)) {
    setCodeCancelled(db, id, context.now)
    context.audit({ action: 'device.code-cancelled', subject: { kind: 'pairing-code', id } })
  }
  for (const key of keys) {
    const device = findDeviceByKey(db, key)
    if (!device || device.revoked_at !== null) continue
    const { id, name } = device
    setDeviceRevoked(db, id, context.now, null)
    context.audit({ action: 'device.revoked', subject: { kind: 'device', id }, facts: { desk: name } })
  }
}
