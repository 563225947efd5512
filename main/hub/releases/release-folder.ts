import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import { MANIFEST_FILE, SIGNATURE_FILE, type Manifest } from '#domain/releases/manifest.ts'
import type { DataFolder } from '../storage/data-folder.ts'

/** Left free for the database and its backups when a release is taken in. */
const RESERVE_BYTES = 512 * 1024 * 1024

function releasesDir(folder: DataFolder): string {
  return join(folder.dir, 'releases')
}

/** Where the files of a release that was taken in lie. */
export function releaseDir(folder: DataFolder, id: string): string {
  return join(releasesDir(folder), id)
}

/** Where the files of a release gather until it is taken in. */
export function incomingDir(folder: DataFolder, id: string): string {
  return join(releasesDir(folder), `incoming-${id}`)
}

/** A release is known by its manifest: the same one shown again goes on where it stopped. */
export function releaseIdOf(manifest: Uint8Array): string {
  const hex = createHash('sha256').update(manifest).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Bytes of a file that are there; 0 without the file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Makes room for a release: its folder, manifest and signature.
 * @throws AppError `disk_full` when its files do not fit beside the data
 */
export function openIncoming(
  folder: DataFolder,
  id: string,
  release: { manifest: Manifest; bytes: Uint8Array; signature: Uint8Array },
): string {
  const dir = incomingDir(folder, id)
  mkdirSync(releasesDir(folder), { recursive: true, mode: 0o700 })
  const missing = release.manifest.files.reduce(
    (sum, file) => sum + file.size - sizeOf(join(dir, file.name)),
    0,
  )
  const { bavail, bsize } = statfsSync(releasesDir(folder))
  if (missing > bavail * bsize - RESERVE_BYTES)
    throw new AppError(
      'disk_full',
      'Ổ đĩa của máy chủ không đủ chỗ cho bản cập nhật. Xóa bớt tệp không cần rồi đưa lên lại.',
    )
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  writeFileSync(join(dir, MANIFEST_FILE), release.bytes, { mode: 0o600 })
  writeFileSync(join(dir, SIGNATURE_FILE), release.signature, { mode: 0o600 })
  return dir
}

/** Manifest and signature of a release that is being taken in. @throws AppError `not_found` */
export function readIncoming(folder: DataFolder, id: string): { bytes: Uint8Array; signature: Uint8Array } {
  try {
    const dir = incomingDir(folder, id)
    return {
      bytes: readFileSync(join(dir, MANIFEST_FILE)),
      signature: readFileSync(join(dir, SIGNATURE_FILE)),
    }
  } catch {
    throw new AppError('not_found', 'Không thấy bản cập nhật đang đưa lên. Chọn lại các tệp từ đầu.')
  }
}

/** The files are whole: they move to their lasting place. */
export function settleIncoming(folder: DataFolder, id: string): void {
  rmSync(releaseDir(folder, id), { recursive: true, force: true })
  renameSync(incomingDir(folder, id), releaseDir(folder, id))
}

/** Back to gathering, when the release could not be entered. */
export function unsettle(folder: DataFolder, id: string): void {
  rmSync(incomingDir(folder, id), { recursive: true, force: true })
  renameSync(releaseDir(folder, id), incomingDir(folder, id))
}

/** Deletes the files of every release but these; what is still gathering goes too. */
export function keepOnly(folder: DataFolder, ids: readonly string[]): void {
  for (const name of readdirSync(releasesDir(folder)))
    if (!ids.includes(name)) rmSync(join(releasesDir(folder), name), { recursive: true, force: true })
}
