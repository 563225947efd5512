import type { ReadDb } from '#db/connection/handles.ts'
import { findPairingCode, listDevices, type PairingCodeRow } from '#db/queries/devices/reader.ts'
import type { DeviceLine, PairingState } from '#domain/contract/devices.ts'
import { deviceState, PAIRING_TRIES } from '#domain/devices/device.ts'
import { AppError } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Every device as the list shows it. */
export function deviceLines(db: ReadDb, now: Instant): DeviceLine[] {
  return listDevices(db).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    state: deviceState({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now),
    pairedAt: row.paired_at,
    pairedBy: row.paired_by_name ?? '',
    expiresAt: row.expires_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by_name,
    version: row.version,
  }))
}

/** @throws AppError `not_found` */
export function deviceLine(db: ReadDb, now: Instant, id: string): DeviceLine {
  const line = deviceLines(db, now).find((device) => device.id === id)
  if (!line) throw new AppError('not_found')
  return line
}

/** What became of a code. @throws AppError `not_found` */
export function pairingState(db: ReadDb, now: Instant, id: string): PairingState {
  const code = findPairingCode(db, id)
  if (!code) throw new AppError('not_found')
  return {
    id,
    state: stateOf(code, now),
    expiresAt: code.expires_at,
    triesLeft: Math.max(0, PAIRING_TRIES - code.tries),
    deviceName: code.device_name,
  }
}

function stateOf(code: PairingCodeRow, now: Instant): PairingState['state'] {
  if (code.used_at !== null) return 'used'
  if (code.cancelled_at !== null) return 'cancelled'
  if (code.tries >= PAIRING_TRIES) return 'dead'
  return code.expires_at <= now ? 'expired' : 'waiting'
}
