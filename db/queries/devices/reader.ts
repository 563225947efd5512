import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const deviceById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('device').selectAll().where('id', '=', p.id),
)
const deviceByKey = prepared<{ spki: string }>()((p) =>
  qb
    .selectFrom('device')
    .select(['id', 'name', 'kind', 'serial', 'expires_at', 'revoked_at'])
    .where('spki_sha256', '=', p.spki)
    .orderBy('issued_at', 'desc')
    .limit(1),
)
const codeById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('pairing_code')
    .leftJoin('device', 'device.id', 'pairing_code.device_id')
    .selectAll('pairing_code')
    .select('device.name as device_name')
    .where('pairing_code.id', '=', p.id),
)

export type DeviceRow = NonNullable<ReturnType<typeof findDevice>>
export type PairingCodeRow = NonNullable<ReturnType<typeof findPairingCode>>

/** The keys of this hub, or undefined before they were made. */
export function findHubIdentity(db: ReadDb) {
  return db.get(qb.selectFrom('hub_identity').selectAll())
}
export type HubIdentityRow = NonNullable<ReturnType<typeof findHubIdentity>>

export function findDevice(db: ReadDb, id: string) {
  return deviceById.get(db, { id })
}

/** The device that holds a key; the one paired last when a key was paired twice. @param spki SHA-256, hex */
export function findDeviceByKey(db: ReadDb, spki: string) {
  return deviceByKey.get(db, { spki })
}

/** Every device with the names of who paired and who revoked it: those in use first, then the latest paired. */
export function listDevices(db: ReadDb) {
  return db.all(
    qb
      .selectFrom('device')
      .leftJoin('user as maker', 'maker.id', 'device.paired_by')
      .leftJoin('user as ender', 'ender.id', 'device.revoked_by')
      .selectAll('device')
      .select(['maker.display_name as paired_by_name', 'ender.display_name as revoked_by_name'])
      .orderBy((e) => e('device.revoked_at', 'is not', null))
      .orderBy('device.paired_at', 'desc')
      .orderBy('device.id'),
  )
}

/** Keys that were shut out and not paired again since, SHA-256 in hex. */
export function listShutOutKeys(db: ReadDb): string[] {
  const active = qb.selectFrom('device').select('spki_sha256').where('revoked_at', 'is', null)
  const shutOut = qb
    .selectFrom('device')
    .select('spki_sha256')
    .distinct()
    .where('revoked_at', 'is not', null)
    .where('spki_sha256', 'not in', active)
  return db.all(shutOut).map((row) => row.spki_sha256)
}

/** A pairing code with the name of the desk it took in. */
export function findPairingCode(db: ReadDb, id: string) {
  return codeById.get(db, { id })
}

/** Codes that may still take a desk in: unused, not withdrawn, with tries left, not over at `now`. */
export function listLiveCodes(db: ReadDb, now: string, mostTries: number) {
  return db.all(
    qb
      .selectFrom('pairing_code')
      .selectAll()
      .where('expires_at', '>', now)
      .where('used_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('tries', '<', mostTries)
      .orderBy('expires_at'),
  )
}

/** How often this data was restored from a backup, and the hash of the last such entry: no two restores share one. */
export function findRestores(db: ReadDb): { count: number; last: string | null } {
  const restores = qb.selectFrom('audit_entry').where('action', '=', 'backup.restored')
  const counted = db.get(restores.select((e) => e.fn.countAll<number>().as('count')))
  const last = db.get(restores.select('hash').orderBy('seq', 'desc').limit(1))
  return { count: Number(counted?.count ?? 0), last: last?.hash ?? null }
}
