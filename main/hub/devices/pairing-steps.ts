import type { WriteDb } from '#db/connection/handles.ts'
import { findDeviceByKey, findPairingCode, listLiveCodes } from '#db/queries/devices/reader.ts'
import {
  countWrongTry,
  insertDevice,
  insertPairingCode,
  setCodeCancelled,
  setCodeUsed,
  setDeviceCertificate,
  setDeviceRevoked,
  setDeviceSeen,
} from '#db/queries/devices/writer.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import { PAIRING_CODE_MS, PAIRING_TRIES } from '#domain/devices/device.ts'
import { instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { endSessionsAt } from '../auth/session-writes.ts'
import type { WriteContext } from '../use-case.ts'

/** Keeps a new code by the hash of its secret. Returns when it ends. */
function makePairingCode(
  db: WriteDb,
  context: WriteContext,
  code: { id: string; secretHash: string },
): { expiresAt: Instant } {
  const expiresAt = instantFromMs(instantMs(context.now) + PAIRING_CODE_MS)
  insertPairingCode(db, {
    id: code.id,
    secret_hash: code.secretHash,
    made_at: context.now,
    made_by: context.actor.userId,
    expires_at: expiresAt,
  })
  context.audit({ action: 'device.code-made', subject: { kind: 'pairing-code', id: code.id } })
  context.changed('devices', code.id)
  return { expiresAt }
}

/** Withdraws a code that was not used. */
function cancelPairingCode(db: WriteDb, context: WriteContext, { id }: { id: string }): null {
  const code = findPairingCode(db, id)
  if (!code || code.used_at !== null || code.cancelled_at !== null) return null
  setCodeCancelled(db, id, context.now)
  context.audit({ action: 'device.code-cancelled', subject: { kind: 'pairing-code', id } })
  context.changed('devices', id)
  return null
}

/** Counts a wrong secret against every code that lives: whose it was meant to be cannot be known. */
function refusePairing(db: WriteDb, context: WriteContext, _input: null): null {
  for (const { id } of listLiveCodes(db, context.now, PAIRING_TRIES)) {
    countWrongTry(db, id)
    context.audit({ action: 'device.pairing-refused', subject: { kind: 'pairing-code', id } })
    context.changed('devices', id)
  }
  return null
}

/** Takes a desk in for a live code, which is thereby used up. An earlier pairing of the same key ends. */
function pairDevice(
  db: WriteDb,
  context: WriteContext,
  input: {
    secretHash: string
    device: { id: string; name: string; spki: string; serial: string; issuedAt: Instant; expiresAt: Instant }
  },
): { isPaired: boolean } {
  const { device } = input
  const code = listLiveCodes(db, context.now, PAIRING_TRIES).find(
    ({ secret_hash }) => secret_hash === input.secretHash,
  )
  if (!code) return { isPaired: false }
  const earlier = findDeviceByKey(db, device.spki)
  if (earlier && earlier.revoked_at === null) {
    setDeviceRevoked(db, earlier.id, context.now, code.made_by)
    endSessionsAt(db, earlier.id, context.now)
    context.audit({
      action: 'device.revoked',
      subject: { kind: 'device', id: earlier.id },
      facts: { desk: earlier.name },
    })
  }
  insertDevice(db, {
    kind: 'desk',
    id: device.id,
    name: device.name,
    spki_sha256: device.spki,
    serial: device.serial,
    issued_at: device.issuedAt,
    expires_at: device.expiresAt,
    paired_at: context.now,
    paired_by: code.made_by,
  })
  setCodeUsed(db, code.id, context.now, device.id)
  context.audit({
    action: 'device.paired',
    subject: { kind: 'device', id: device.id },
    facts: { desk: device.name, pairingCode: code.id },
  })
  context.changed('devices', device.id)
  return { isPaired: true }
}

/** Takes a browser in whose key was just made. */
function addBrowser(
  db: WriteDb,
  context: WriteContext,
  device: { id: string; name: string; spki: string; serial: string; issuedAt: Instant; expiresAt: Instant },
): null {
  insertDevice(db, {
    kind: 'browser',
    id: device.id,
    name: device.name,
    spki_sha256: device.spki,
    serial: device.serial,
    issued_at: device.issuedAt,
    expires_at: device.expiresAt,
    paired_at: context.now,
    paired_by: context.actor.userId,
  })
  context.audit({
    action: 'device.browser-key-made',
    subject: { kind: 'device', id: device.id },
    facts: { desk: device.name },
  })
  context.changed('devices', device.id)
  return null
}

/** Keeps whether browsers are let in. */
function chooseBrowsers(db: WriteDb, context: WriteContext, { allowed }: { allowed: boolean }): null {
  writeSetting(db, context, 'lan.browsers', allowed)
  context.audit({ action: allowed ? 'lan.browsers-allowed' : 'lan.browsers-refused' })
  context.changed('devices')
  return null
}

/** Notes the new certificate of a device. */
function renewDevice(
  db: WriteDb,
  context: WriteContext,
  device: { id: string; serial: string; issuedAt: Instant; expiresAt: Instant },
): null {
  const { id, serial, issuedAt, expiresAt } = device
  setDeviceCertificate(db, { id, serial, issued_at: issuedAt, expires_at: expiresAt })
  context.audit({ action: 'device.renewed', subject: { kind: 'device', id } })
  context.changed('devices', id)
  return null
}

/** Book-keeping, outside the audit: when each device was last heard of. */
function touchDevices(
  db: WriteDb,
  _context: WriteContext,
  { seen }: { seen: { id: string; at: Instant }[] },
): null {
  for (const { id, at } of seen) setDeviceSeen(db, id, at)
  return null
}

/** Keeps whether and where the hub listens on the LAN. */
function chooseLan(
  db: WriteDb,
  context: WriteContext,
  choice: { enabled: boolean; port: number; pairingPort: number },
): null {
  writeSetting(db, context, 'lan.enabled', choice.enabled)
  writeSetting(db, context, 'lan.port', choice.port)
  writeSetting(db, context, 'lan.pairing-port', choice.pairingPort)
  context.audit({ action: choice.enabled ? 'lan.opened' : 'lan.closed', facts: { port: choice.port } })
  context.changed('devices')
  return null
}

/** Steps of the calls about devices, run in the writer. */
export const deviceSteps = {
  makePairingCode,
  cancelPairingCode,
  refusePairing,
  pairDevice,
  renewDevice,
  touchDevices,
  chooseLan,
  addBrowser,
  chooseBrowsers,
}
