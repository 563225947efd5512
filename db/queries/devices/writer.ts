import { qb } from '../../connection/query-builder.ts'
import type { DeviceKind } from '#domain/devices/device.ts'
import type { WriteDb } from '../../connection/handles.ts'
import type { DeviceTable } from '../../schema/device.ts'
import type { HubIdentityTable } from '../../schema/hub-identity.ts'

/** Keeps the keys of this hub, or a renewed certificate for them. */
export function saveHubIdentity(db: WriteDb, identity: Omit<HubIdentityTable, 'id'>): void {
  const { tls_certificate, ca_certificate, renewed_at } = identity
  db.run(
    qb
      .insertInto('hub_identity')
      .values({ id: 1, ...identity })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ tls_certificate, ca_certificate, renewed_at }),
      ),
  )
}

export function insertDevice(
  db: WriteDb,
  device: Pick<
    DeviceTable,
    'id' | 'name' | 'spki_sha256' | 'serial' | 'issued_at' | 'expires_at' | 'paired_at' | 'paired_by'
  > & { kind: DeviceKind },
): void {
  db.run(
    qb.insertInto('device').values({ ...device, last_seen_at: null, revoked_at: null, revoked_by: null }),
  )
}

/** Sets the certificate a device holds now. */
export function setDeviceCertificate(
  db: WriteDb,
  device: Pick<DeviceTable, 'id' | 'serial' | 'issued_at' | 'expires_at'>,
): void {
  const { id, serial, issued_at, expires_at } = device
  db.run(
    qb
      .updateTable('device')
      .set((e) => ({ serial, issued_at, expires_at, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}

export function setDeviceName(db: WriteDb, id: string, name: string): void {
  db.run(
    qb
      .updateTable('device')
      .set((e) => ({ name, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}

/** Shuts a device out. @param by id of the user who does it */
export function setDeviceRevoked(db: WriteDb, id: string, now: string, by: string | null): void {
  db.run(
    qb
      .updateTable('device')
      .set((e) => ({ revoked_at: now, revoked_by: by, version: e('version', '+', 1) }))
      .where('id', '=', id)
      .where('revoked_at', 'is', null),
  )
}

export function setDeviceSeen(db: WriteDb, id: string, at: string): void {
  db.run(qb.updateTable('device').set({ last_seen_at: at }).where('id', '=', id))
}

export function insertPairingCode(
  db: WriteDb,
  code: { id: string; secret_hash: string; made_at: string; made_by: string | null; expires_at: string },
): void {
  db.run(
    qb.insertInto('pairing_code').values({ ...code, cancelled_at: null, used_at: null, device_id: null }),
  )
}

/** Counts a wrong secret against a code. */
export function countWrongTry(db: WriteDb, id: string): void {
  db.run(
    qb
      .updateTable('pairing_code')
      .set((e) => ({ tries: e('tries', '+', 1) }))
      .where('id', '=', id),
  )
}

export function setCodeCancelled(db: WriteDb, id: string, now: string): void {
  db.run(qb.updateTable('pairing_code').set({ cancelled_at: now }).where('id', '=', id))
}

export function setCodeUsed(db: WriteDb, id: string, now: string, deviceId: string): void {
  db.run(qb.updateTable('pairing_code').set({ used_at: now, device_id: deviceId }).where('id', '=', id))
}
