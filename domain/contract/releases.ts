import { z } from 'zod'
import { DESK_UPDATE_KINDS } from '../releases/desk-update.ts'
import {
  installerName,
  MOST_MANIFEST_BYTES,
  RELEASE_PLATFORMS,
  SIGNATURE_BYTES,
} from '../releases/manifest.ts'
import { RELEASE_STATES } from '../releases/staging.ts'
import { isVersion } from '../releases/version.ts'
import { idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

/** Length of base64 text of so many bytes. */
const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4

const manifestField = z.base64().max(base64Length(MOST_MANIFEST_BYTES))
const signatureField = z.base64().length(base64Length(SIGNATURE_BYTES))
const versionText = z.string().max(60).refine(isVersion)

const releaseShape = z.object({
  id: z.string(),
  version: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
  notes: z.array(z.string()),
  files: z.array(
    z.object({
      platform: z.enum(RELEASE_PLATFORMS),
      name: z.string(),
      size: z.number(),
      sha512: z.string(),
      isPresent: z.boolean(),
    }),
  ),
  keyName: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  state: z.enum(RELEASE_STATES),
  trialDesk: z.string().nullable(),
  trialAt: z.string().nullable(),
  stagedAt: z.string().nullable(),
  stagedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** Sentences that stand in the way of opening it to all without a reason. */
  openProblems: z.array(z.string()),
  rowVersion: z.number(),
})
export type ReleaseLine = z.infer<typeof releaseShape>

const deskShape = z.object({
  desk: z.string(),
  version: z.string(),
  platform: z.enum(RELEASE_PLATFORMS),
  state: z.enum(DESK_UPDATE_KINDS),
  releaseVersion: z.string().nullable(),
  problem: z.string().nullable(),
  toldAt: z.string(),
})
export type DeskProgramLine = z.infer<typeof deskShape>

const change = { id: idField, rowVersion: versionField }

export const releasesContract = {
  list: route({
    access: 'releases.manage',
    kind: 'call',
    summary: 'Releases on the hub, and what every desk runs',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        hubVersion: z.string(),
        trustedKeys: z.array(z.object({ name: z.string(), isForDevelopment: z.boolean() })),
        releases: z.array(releaseShape),
        desks: z.array(deskShape),
      }),
    ),
  begin: route({
    access: 'releases.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Show the signed manifest of a release; answers which bytes of its files are still to be sent',
  })
    .input(z.strictObject({ manifest: manifestField, signature: signatureField }))
    .output(
      z.object({
        uploadId: z.string(),
        version: z.string(),
        files: z.array(z.object({ name: z.string(), size: z.number(), received: z.number() })),
      }),
    ),
  finish: route({
    access: 'releases.manage',
    kind: 'call',
    summary: 'Check the files that were sent and take the release in; a long work',
  })
    .input(z.strictObject({ uploadId: idField }))
    .output(z.object({ jobId: z.string() })),
  takeFolder: route({
    access: 'releases.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Take a release in from a folder or USB of the hub PC; a long work',
  })
    .input(z.strictObject({ folder: lineField(400, 'Thư mục') }))
    .output(z.object({ jobId: z.string() })),
  startTrial: route({
    access: 'releases.manage',
    kind: 'write',
    stepUp: true,
    summary: 'Offer a release to one desk',
  })
    .input(z.strictObject({ ...change, desk: lineField(120, 'Máy thử') }))
    .output(z.object({ rowVersion: z.number() })),
  open: route({
    access: 'releases.manage',
    kind: 'write',
    stepUp: true,
    summary: 'Offer a release to every desk; before its trial is over only with a reason',
  })
    .input(z.strictObject({ ...change, reason: optionalLine(300, 'Lý do') }))
    .output(z.object({ rowVersion: z.number() })),
  withdraw: route({
    access: 'releases.manage',
    kind: 'write',
    summary: 'Offer a release to nobody any more',
  })
    .input(z.strictObject({ ...change, reason: lineField(300, 'Lý do') }))
    .output(z.object({ rowVersion: z.number() })),
  offer: route({
    access: 'feed.read',
    kind: 'read',
    summary: 'The release this desk may install, as it was signed; the desk checks it itself',
  })
    .input(z.strictObject({ version: versionText }))
    .output(z.object({ id: z.string(), manifest: z.string(), signature: z.string() }).nullable()),
  tell: route({
    access: 'feed.read',
    kind: 'write',
    summary: 'A desk says which program it runs and how far its update is',
  })
    .input(
      z.strictObject({
        version: versionText,
        platform: z.enum(RELEASE_PLATFORMS),
        state: z.enum(DESK_UPDATE_KINDS),
        releaseVersion: versionText.nullable(),
        problem: optionalLine(400),
      }),
    )
    .output(z.object({ toldAt: z.string() })),
}

/** Path of one installer on the hub. */
export function installerPath(releaseId: string, name: string): string {
  return `/files/release/${releaseId}/${installerName.parse(name)}`
}

/** Path that takes the bytes of one installer from `offset` on, at most {@link RELEASE_PART_BYTES} at once. */
export function releasePartPath(uploadId: string, name: string, offset: number): string {
  return `/files/release-part/${uploadId}/${installerName.parse(name)}?offset=${offset}`
}

export const RELEASE_PART_BYTES = 4 * 1024 * 1024
