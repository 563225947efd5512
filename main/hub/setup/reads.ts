import { countUsers } from '#db/queries/accounts/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { dayOf } from '#domain/time/instant.ts'
import { DEMO_LOGINS } from './demo-logins.ts'

/** What anybody may know before signing in: whether there is a centre, and its name. */
export function setupStatus(db: ReadDb, now: string, installationId: string) {
  const isReady = countUsers(db) > 0
  const isDemo = isReady && readSetting(db, 'installation.demo')
  return {
    state: isReady ? ('ready' as const) : ('empty' as const),
    centreName: findCentre(db, dayOf(now))?.name ?? null,
    isDemo,
    installationId,
    demoLogins: isDemo
      ? DEMO_LOGINS.map(({ login, name, roles }) => ({ login, name, role: roles.join(', ') }))
      : [],
  }
}
