import { countUsers } from '#db/queries/accounts/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { readPreview } from '#domain/contract/backup.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import { dayOf } from '#domain/time/instant.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins.ts'

/**
 * What anybody may know before signing in: whether there is a centre, its name, and how far filling the fictitious
 * one is. The hub counts as empty until that is finished.
 */
export function setupStatus(
  db: ReadDb,
  now: string,
  installationId: string,
  { demo, copy }: { demo: JobView | undefined; copy: JobView | undefined },
) {
  const isFilling = demo?.state === 'running'
  const isReady = !isFilling && countUsers(db) > 0
  const isDemo = isReady && readSetting(db, 'installation.demo')
  return {
    state: isReady ? ('ready' as const) : ('empty' as const),
    centreName: isReady ? (findCentre(db, dayOf(now))?.name ?? null) : null,
    isDemo,
    installationId,
    demoLogins: isDemo
      ? DEMO_LOGINS.map(({ login, name, roles }) => ({ login, name, roles, password: DEMO_PASSWORD }))
      : [],
    demoWork: demo ? workOf(demo) : null,
    // What a copy holds is nobody's business once there are accounts.
    copyWork: copy && !isReady ? { ...workOf(copy), preview: readPreview(copy.result) } : null,
  }
}

function workOf({ state, done, total, step, problem }: JobView) {
  return { state, done, total, step, problem }
}
