import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ReleaseFile } from '#domain/releases/manifest.ts'

/** True when the file is, byte for byte, the one the manifest names. */
export async function isInstaller(path: string, file: ReleaseFile, signal?: AbortSignal): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.size !== file.size) return false
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash, signal ? { signal } : {})
  return hash.digest('hex') === file.sha512
}
