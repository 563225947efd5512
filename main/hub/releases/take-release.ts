import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { findRelease, listReleases, newestRelease } from '#db/queries/releases/reader.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeForHub } from '#domain/releases/judge-manifest.ts'
import {
  MANIFEST_FILE,
  MOST_MANIFEST_BYTES,
  SIGNATURE_BYTES,
  SIGNATURE_FILE,
  type Manifest,
} from '#domain/releases/manifest.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import type { Actor } from '../use-case.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { isInstaller } from './installer-file.ts'
import {
  incomingDir,
  keepOnly,
  openIncoming,
  readIncoming,
  releaseDir,
  releaseIdOf,
  settleIncoming,
  sizeOf,
  unsettle,
} from './release-folder.ts'
import { readSignedManifest } from './signed-manifest.ts'

/** Releases whose files stay: the newest, and the ones before it to repair a desk with. */
const RELEASES_KEPT = 3

/** A release that is being taken in, and how much of each file is there. */
export interface IncomingRelease {
  uploadId: string
  version: string
  files: { name: string; size: number; received: number }[]
}

/**
 * Signature first, then whether the release may be used at all.
 * @throws AppError `rule_violated` with the reasons
 */
function judged(hub: Hub, bytes: Uint8Array, signature: Uint8Array): { manifest: Manifest; keyName: string } {
  const read = readSignedManifest(bytes, signature, hub.releaseKeys)
  if ('problem' in read) throw ruleViolated([read.problem])
  const { manifest } = read.signed
  const newest = newestRelease(hub.read)
  const problems = judgeForHub(manifest, {
    hubVersion: PROGRAM_VERSION,
    seen: newest ? { version: newest.version, madeAt: newest.made_at } : null,
    now: hub.now(),
  })
  if (problems.length > 0) throw ruleViolated(problems)
  if (findRelease(hub.read, releaseIdOf(bytes)))
    throw ruleViolated([{ code: 'release_known', message: `Bản ${manifest.version} đã có trên máy chủ.` }])
  return read.signed
}

/**
 * Opens a place for the files of a release, or finds the one where sending stopped.
 * @throws AppError `rule_violated`, `disk_full`
 */
export function beginRelease(hub: Hub, bytes: Uint8Array, signature: Uint8Array): IncomingRelease {
  const { manifest } = judged(hub, bytes, signature)
  const uploadId = releaseIdOf(bytes)
  // The hub was stopped between moving the files and entering the release.
  if (existsSync(releaseDir(hub.folder, uploadId))) unsettle(hub.folder, uploadId)
  const dir = openIncoming(hub.folder, uploadId, { manifest, bytes, signature })
  return {
    uploadId,
    version: manifest.version,
    files: manifest.files.map(({ name, size }) => ({ name, size, received: sizeOf(join(dir, name)) })),
  }
}

/** Hashes every file against the manifest and enters the release, offered to nobody yet. */
export async function finishRelease(
  hub: Hub,
  actor: Actor,
  uploadId: string,
  job: JobHandle,
): Promise<{ version: string }> {
  const { bytes, signature } = readIncoming(hub.folder, uploadId)
  const { manifest, keyName } = judged(hub, bytes, signature)
  const dir = incomingDir(hub.folder, uploadId)
  for (const [index, file] of manifest.files.entries()) {
    job.progress(index, manifest.files.length, `Kiểm tra ${file.name}`)
    if (!(await isInstaller(join(dir, file.name), file, job.signal)))
      throw ruleViolated([
        {
          code: 'release_file_wrong',
          message: `Tệp ${file.name} thiếu hoặc không đúng như nơi phát hành đã ký. Chép lại tệp này từ bản phát hành rồi đưa lên lại.`,
        },
      ])
  }
  settleIncoming(hub.folder, uploadId)
  try {
    await hub.writer.internal('storeRelease', actor, hub.now(), {
      id: uploadId,
      version: manifest.version,
      madeAt: manifest.madeAt,
      expiresAt: manifest.expiresAt,
      manifest: bytes,
      signature,
      keyName,
    })
  } catch (error) {
    unsettle(hub.folder, uploadId)
    throw error
  }
  keepOnly(
    hub.folder,
    listReleases(hub.read)
      .slice(0, RELEASES_KEPT)
      .map(({ id }) => id),
  )
  return { version: manifest.version }
}

const NO_RELEASE = 'Thư mục này không có bản phát hành. Chọn thư mục chứa manifest.json và manifest.sig.'

/** Takes a release in from a folder of the hub PC, a USB stick for instance. */
export async function takeFolder(
  hub: Hub,
  actor: Actor,
  folder: string,
  job: JobHandle,
): Promise<{ version: string }> {
  const bytes = readSmall(join(folder, MANIFEST_FILE), MOST_MANIFEST_BYTES)
  const signature = readSmall(join(folder, SIGNATURE_FILE), SIGNATURE_BYTES)
  const incoming = beginRelease(hub, bytes, signature)
  const dir = incomingDir(hub.folder, incoming.uploadId)
  for (const [index, file] of incoming.files.entries()) {
    job.signal.throwIfAborted()
    job.progress(index, incoming.files.length, `Chép ${file.name}`)
    const from = join(folder, file.name)
    if (plainSize(from) !== file.size)
      throw new AppError(
        'invalid_input',
        `Thư mục thiếu tệp ${file.name}, hoặc tệp không đủ. Chép lại bản phát hành.`,
      )
    await copyFile(from, join(dir, file.name))
  }
  return finishRelease(hub, actor, incoming.uploadId, job)
}

/**
 * A folder of this PC. Addresses of other PCs are refused: opening one would send them the account's proof of
 * identity.
 * @throws AppError `invalid_input`
 */
export function localFolder(folder: string): string {
  if (!isAbsolute(folder) || /^[\\/]{2}/.test(folder))
    throw new AppError(
      'invalid_input',
      'Ghi đường dẫn đầy đủ của thư mục trên máy chủ, ví dụ E:\\neo-ve-0.2.0.',
    )
  return folder
}

/** Size of a plain file; undefined for a link, a folder or nothing. */
function plainSize(path: string): number | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : undefined
}

function readSmall(path: string, limit: number): Uint8Array {
  const size = plainSize(path)
  if (size === undefined) throw new AppError('invalid_input', NO_RELEASE)
  return readFileSync(path).subarray(0, limit + 1)
}
