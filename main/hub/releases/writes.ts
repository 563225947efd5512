import type { WriteDb } from '#db/connection/handles.ts'
import { findDeskProgram, findRelease } from '#db/queries/releases/reader.ts'
import { insertRelease, putDeskProgram, setReleaseState } from '#db/queries/releases/writer.ts'
import type { ReleaseTable } from '#db/schema/release.ts'
import type { releasesContract } from '#domain/contract/releases.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { openProblems, RELEASE_STATE_LABELS, trialProblems } from '#domain/releases/staging.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { stagedOf, trialVersion } from './release-lines.ts'

/** Enters a release whose files and signature were checked. Offered to nobody until it is staged. */
export function storeRelease(
  db: WriteDb,
  context: WriteContext,
  input: {
    id: string
    version: string
    madeAt: string
    expiresAt: string
    manifest: Uint8Array
    signature: Uint8Array
    keyName: string
  },
): null {
  insertRelease(db, {
    id: input.id,
    version: input.version,
    made_at: input.madeAt,
    expires_at: input.expiresAt,
    manifest: input.manifest,
    signature: input.signature,
    key_name: input.keyName,
    added_at: context.now,
    added_by: context.actor.name,
    state: 'held',
    row_version: 1,
  })
  context.audit({
    action: 'release.added',
    subject: { kind: 'release', id: input.id },
    facts: { release: input.version, signedBy: input.keyName },
  })
  context.changed('releases', input.id)
  return null
}

/** @throws AppError `not_found`, `conflict` */
function releaseAt(db: WriteDb, id: string, rowVersion: number): ReleaseTable {
  const row = findRelease(db, id)
  if (!row) throw new AppError('not_found')
  if (row.row_version !== rowVersion)
    throw new AppError('conflict', `Bản ${row.version} vừa được đổi. Xem lại rồi làm tiếp.`, {
      current: { 'Trạng thái': RELEASE_STATE_LABELS[row.state] },
      ...(row.staged_by === null ? {} : { changedBy: row.staged_by }),
      ...(row.staged_at === null ? {} : { changedAt: row.staged_at }),
    })
  return row
}

function move(
  db: WriteDb,
  context: WriteContext,
  row: ReleaseTable,
  to: Pick<ReleaseTable, 'state' | 'trial_desk' | 'trial_at' | 'reason'>,
  action: string,
): { rowVersion: number } {
  const rowVersion = row.row_version + 1
  setReleaseState(db, row.id, {
    ...to,
    staged_at: context.now,
    staged_by: context.actor.name,
    row_version: rowVersion,
  })
  context.audit({
    action,
    subject: { kind: 'release', id: row.id },
    facts: {
      release: row.version,
      ...(to.state === 'trial' ? { desk: to.trial_desk } : {}),
      ...(to.reason === null ? {} : { why: to.reason }),
    },
  })
  context.changed('releases', row.id)
  return { rowVersion }
}

export const releasesWrites: WriteUseCases<typeof releasesContract> = {
  startTrial: (db, context, { id, rowVersion, desk }) => {
    const row = releaseAt(db, id, rowVersion)
    const problems = trialProblems(stagedOf(row), context.now)
    if (problems.length > 0) throw ruleViolated(problems)
    const to = { state: 'trial', trial_desk: desk, trial_at: context.now, reason: null } as const
    return move(db, context, row, to, 'release.trial-started')
  },
  open: (db, context, { id, rowVersion, reason }) => {
    const row = releaseAt(db, id, rowVersion)
    const facts = { now: context.now, trialVersion: trialVersion(db, row), reason }
    const problems = openProblems(stagedOf(row), facts)
    if (problems.length > 0) throw ruleViolated(problems)
    const { trial_desk, trial_at } = row
    return move(db, context, row, { state: 'open', trial_desk, trial_at, reason }, 'release.opened')
  },
  withdraw: (db, context, { id, rowVersion, reason }) => {
    const row = releaseAt(db, id, rowVersion)
    if (row.state === 'withdrawn') return { rowVersion }
    const { trial_desk, trial_at } = row
    return move(db, context, row, { state: 'withdrawn', trial_desk, trial_at, reason }, 'release.withdrawn')
  },
  tell: (db, context, told) => {
    const desk = context.actor.desk
    const before = findDeskProgram(db, desk)
    putDeskProgram(db, {
      desk,
      version: told.version,
      platform: told.platform,
      state: told.state,
      release_version: told.releaseVersion,
      problem: told.problem,
      told_at: context.now,
    })
    if (before && before.version !== told.version)
      context.audit({
        action: 'release.desk-changed',
        facts: { desk, before: before.version, release: told.version },
      })
    context.changed('releases')
    return { toldAt: context.now }
  },
}
