import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST_FILE, SIGNATURE_FILE } from '#domain/releases/manifest.ts'
import type { TrustedKey } from '#domain/releases/trusted-keys.ts'
import { makeManifest, signManifest, type ReleaseWords } from '../../scripts/make-manifest.ts'

export interface TestKey extends TrustedKey {
  privateKey: KeyObject
}

export function testKey(name: string): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    name,
    purpose: 'development',
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey,
  }
}

export interface TestRelease {
  folder: string
  manifest: Buffer
  signature: Buffer
  installer: Buffer
  installerName: string
}

/** A folder as the release office hands it out: one installer for each platform, manifest and signature. */
export async function makeRelease(
  folder: string,
  key: TestKey,
  words: Partial<ReleaseWords> & { version: string; madeAt: string; bytes?: number },
): Promise<TestRelease> {
  mkdirSync(folder, { recursive: true })
  const installerName = `NeoVe-${words.version}-x64.AppImage`
  const installer = randomBytes(words.bytes ?? 300_000)
  writeFileSync(join(folder, installerName), installer)
  writeFileSync(join(folder, `NeoVe-${words.version}-x64.exe`), randomBytes(1000))
  const manifest = await makeManifest(folder, {
    minimumVersion: '0.0.1',
    channel: 'stable',
    notes: ['Sửa cách tính quân số'],
    ...words,
  })
  const signature = signManifest(manifest, key.privateKey)
  writeFileSync(join(folder, MANIFEST_FILE), manifest)
  writeFileSync(join(folder, SIGNATURE_FILE), signature)
  return { folder, manifest, signature, installer, installerName }
}

/** The parts a browser would send of one file of a release. */
export function fileParts(
  folder: string,
  name: string,
  partBytes: number,
): { offset: number; bytes: Buffer }[] {
  const bytes = readFileSync(join(folder, name))
  return Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, index) => ({
    offset: index * partBytes,
    bytes: bytes.subarray(index * partBytes, (index + 1) * partBytes),
  }))
}
