import { findHubIdentity, type HubIdentityRow } from '#db/queries/devices/reader.ts'
import type { HubIdentityTable } from '#db/schema/hub-identity.ts'
import { instantMs, type Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import {
  deviceAuthority,
  endOfCertificate,
  hubCertificate,
  namesIn,
  pinOf,
  type KeyAndCertificate,
} from './certificates.ts'

/** Who this hub is to its desks, and the authority that lets them in. */
export interface HubIdentity {
  tls: KeyAndCertificate
  authority: KeyAndCertificate
  /** SHA-256 of the public key of the listener, 64 hex digits. */
  pin: string
  certificateExpiresAt: Instant
}

/** Certificates are renewed when less than this is left of them. */
const RENEW_BEFORE_MS = 3 * 365 * 86_400_000

/**
 * The identity of this hub: made once and kept with the data, its certificates renewed in time or when `names` are
 * not in them yet. The keys never change, so desks notice nothing.
 */
export async function takeHubIdentity(hub: Hub, names: readonly string[]): Promise<HubIdentity> {
  const now = hub.now()
  const kept = findHubIdentity(hub.read)
  if (kept && isGood(kept, names, now)) return identityOf(kept)
  const tls = await hubCertificate(
    names,
    now,
    kept && { key: kept.tls_key, certificate: kept.tls_certificate },
  )
  const authority = await deviceAuthority(now, kept && { key: kept.ca_key, certificate: kept.ca_certificate })
  const saved = await hub.writer.internal('keepHubIdentity', SYSTEM_ACTOR, now, {
    tls_key: tls.key,
    tls_certificate: tls.certificate,
    ca_key: authority.key,
    ca_certificate: authority.certificate,
    pin: pinOf(tls.certificate),
    made_at: kept?.made_at ?? now,
    renewed_at: now,
  })
  return identityOf(saved)
}

function isGood(kept: HubIdentityRow, names: readonly string[], now: Instant): boolean {
  const known = namesIn(kept.tls_certificate)
  const isLong = (certificate: string) =>
    endOfCertificate(certificate).getTime() - instantMs(now) > RENEW_BEFORE_MS
  return (
    names.every((name) => known.includes(name)) && isLong(kept.tls_certificate) && isLong(kept.ca_certificate)
  )
}

function identityOf(row: Omit<HubIdentityTable, 'id'>): HubIdentity {
  return {
    tls: { key: row.tls_key, certificate: row.tls_certificate },
    authority: { key: row.ca_key, certificate: row.ca_certificate },
    pin: row.pin,
    certificateExpiresAt: endOfCertificate(row.tls_certificate).toISOString(),
  }
}
