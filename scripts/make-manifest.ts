import { createHash, sign, type KeyObject } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { instantFromMs, instantMs, type Instant } from '../domain/time/instant.ts'
import {
  manifestShape,
  PLATFORM_ENDINGS,
  RELEASE_DAYS,
  RELEASE_PLATFORMS,
  type Manifest,
  type ReleaseFile,
} from '../domain/releases/manifest.ts'

const DAY_MS = 86_400_000

/** What whoever signs says about a release; the rest is read from the installers. */
export interface ReleaseWords {
  version: string
  minimumVersion: string
  channel: Manifest['channel']
  notes: readonly string[]
  madeAt: Instant
}

/**
 * The manifest of the installers in a folder, good for 90 days.
 * @throws when there is no installer, or one of them is not of the version
 */
export async function makeManifest(folder: string, words: ReleaseWords): Promise<Buffer> {
  const files: ReleaseFile[] = []
  for (const platform of RELEASE_PLATFORMS)
    for (const name of readdirSync(folder).toSorted()) {
      if (!name.toLowerCase().endsWith(PLATFORM_ENDINGS[platform])) continue
      if (!name.includes(words.version)) throw new Error(`${name} is not of version ${words.version}`)
      const path = join(folder, name)
      files.push({ platform, name, size: statSync(path).size, sha512: await sha512Of(path) })
    }
  const manifest = manifestShape.parse({
    format: 1,
    product: 'neo-ve',
    version: words.version,
    channel: words.channel,
    minimumVersion: words.minimumVersion,
    madeAt: words.madeAt,
    expiresAt: instantFromMs(instantMs(words.madeAt) + RELEASE_DAYS * DAY_MS),
    notes: [...words.notes],
    files,
  } satisfies Manifest)
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** Ed25519 over exactly these bytes. */
export function signManifest(manifest: Uint8Array, privateKey: KeyObject): Buffer {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the key is not an Ed25519 key')
  return sign(null, manifest, privateKey)
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
