// Apart from what makes certificates: the writer thread starts without the library of certificates.
import type { WriteDb } from '#db/connection/handles.ts'
import { findHubIdentity } from '#db/queries/devices/reader.ts'
import { saveHubIdentity } from '#db/queries/devices/writer.ts'
import type { HubIdentityTable } from '#db/schema/hub-identity.ts'
import type { WriteContext } from '../use-case.ts'

/** Keeps new keys or a renewed certificate. Returns what stands afterwards: keys once made are never replaced. */
export function keepHubIdentity(
  db: WriteDb,
  context: WriteContext,
  identity: Omit<HubIdentityTable, 'id'>,
): Omit<HubIdentityTable, 'id'> {
  const before = findHubIdentity(db)
  if (before && before.pin !== identity.pin) return before
  saveHubIdentity(db, identity)
  context.audit({
    action: before ? 'hub.certificate-renewed' : 'hub.identity-made',
    facts: { pin: identity.pin },
  })
  return identity
}
