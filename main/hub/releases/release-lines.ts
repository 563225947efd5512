import { join } from 'node:path'
import { findDeskProgram, listReleases } from '#db/queries/releases/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { ReleaseTable } from '#db/schema/release.ts'
import type { ReleaseLine } from '#domain/contract/releases.ts'
import { manifestShape, type Manifest } from '#domain/releases/manifest.ts'
import { openProblems } from '#domain/releases/staging.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DataFolder } from '../storage/data-folder.ts'
import { releaseDir, sizeOf } from './release-folder.ts'

/** The manifest of a release that was taken in, checked then. */
export function manifestOf(row: Pick<ReleaseTable, 'manifest'>): Manifest {
  return manifestShape.parse(JSON.parse(Buffer.from(row.manifest).toString('utf8')))
}

/** How a release stands, as the rules of staging see it. */
export function stagedOf(row: ReleaseTable) {
  return {
    version: row.version,
    state: row.state,
    expiresAt: row.expires_at,
    trialDesk: row.trial_desk,
    trialAt: row.trial_at,
  }
}

/** The version the desk on trial says it runs; null when there is none or it has not said. */
export function trialVersion(db: ReadDb, row: ReleaseTable): string | null {
  return row.trial_desk === null ? null : (findDeskProgram(db, row.trial_desk)?.version ?? null)
}

/** Releases as the administrator sees them, newest first. */
export function releaseLines(db: ReadDb, folder: DataFolder, now: Instant): ReleaseLine[] {
  return listReleases(db).map((row) => {
    const manifest = manifestOf(row)
    const facts = { now, trialVersion: trialVersion(db, row), reason: null }
    return {
      id: row.id,
      version: row.version,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      notes: manifest.notes,
      files: manifest.files.map((file) => ({
        ...file,
        isPresent: sizeOf(join(releaseDir(folder, row.id), file.name)) === file.size,
      })),
      keyName: row.key_name,
      addedAt: row.added_at,
      addedBy: row.added_by,
      state: row.state,
      trialDesk: row.trial_desk,
      trialAt: row.trial_at,
      stagedAt: row.staged_at,
      stagedBy: row.staged_by,
      reason: row.reason,
      openProblems: openProblems(stagedOf(row), facts).map(({ message }) => message),
      rowVersion: row.row_version,
    }
  })
}
