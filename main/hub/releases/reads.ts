import { listReleases } from '#db/queries/releases/reader.ts'
import type { releasesContract } from '#domain/contract/releases.ts'
import { isOfferedTo } from '#domain/releases/staging.ts'
import { compareVersions } from '#domain/releases/version.ts'
import type { ReadUseCases } from '../use-case.ts'
import { stagedOf } from './release-lines.ts'

export const releasesReads: ReadUseCases<typeof releasesContract> = {
  /** The newest release offered to the asking desk that is newer than what it runs. */
  offer: (db, { actor, now }, { version }) => {
    const offered = listReleases(db)
      .filter(
        (row) => compareVersions(row.version, version) > 0 && isOfferedTo(stagedOf(row), actor.desk, now),
      )
      .toSorted((a, b) => compareVersions(b.version, a.version))
      .at(0)
    return offered
      ? {
          id: offered.id,
          manifest: Buffer.from(offered.manifest).toString('base64'),
          signature: Buffer.from(offered.signature).toString('base64'),
        }
      : null
  },
}
