import { listDeskPrograms } from '#db/queries/releases/reader.ts'
import type { releasesContract } from '#domain/contract/releases.ts'
import type { CallUseCases } from '../use-case.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { releaseLines } from './release-lines.ts'
import { beginRelease, finishRelease, localFolder, takeFolder } from './take-release.ts'

export const releasesCalls: CallUseCases<typeof releasesContract> = {
  list: ({ hub, now }) => ({
    hubVersion: PROGRAM_VERSION,
    trustedKeys: hub.releaseKeys.map(({ name, purpose }) => ({
      name,
      isForDevelopment: purpose === 'development',
    })),
    releases: releaseLines(hub.read, hub.folder, now),
    desks: listDeskPrograms(hub.read).map((row) => ({
      desk: row.desk,
      version: row.version,
      platform: row.platform,
      state: row.state,
      releaseVersion: row.release_version,
      problem: row.problem,
      toldAt: row.told_at,
    })),
  }),
  begin: ({ hub }, { manifest, signature }) =>
    beginRelease(hub, Buffer.from(manifest, 'base64'), Buffer.from(signature, 'base64')),
  finish: ({ hub, actor }, { uploadId }) => ({
    jobId: hub.jobs.start(hub, actor, 'release', (job) => finishRelease(hub, actor, uploadId, job)),
  }),
  takeFolder: ({ hub, actor }, { folder }) => {
    const from = localFolder(folder)
    return { jobId: hub.jobs.start(hub, actor, 'release', (job) => takeFolder(hub, actor, from, job)) }
  },
}
