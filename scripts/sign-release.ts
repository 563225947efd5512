// Makes manifest.json and manifest.sig beside the installers of a folder, on the PC without a network that holds the
// key: `node scripts/sign-release.ts FOLDER --key FILE --version 0.2.0 --minimum 0.1.0 --note "Sửa ..."`.
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MANIFEST_FILE, SIGNATURE_FILE } from '../domain/releases/manifest.ts'
import { TRUSTED_KEYS } from '../domain/releases/trusted-keys.ts'
import { instantFromMs } from '../domain/time/instant.ts'
import { readSignedManifest } from '../main/hub/releases/signed-manifest.ts'
import { askPassphrase } from './ask-passphrase.ts'
import { makeManifest, signManifest } from './make-manifest.ts'

const USE =
  'node scripts/sign-release.ts FOLDER --key FILE --version X.Y.Z --minimum X.Y.Z [--note TEXT]... [--trial]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    version: { type: 'string' },
    minimum: { type: 'string' },
    note: { type: 'string', multiple: true },
    trial: { type: 'boolean' },
  },
})

async function signRelease(
  folder: string,
  release: { key: string; version: string; minimum: string },
): Promise<number> {
  const manifest = await makeManifest(folder, {
    version: release.version,
    minimumVersion: release.minimum,
    channel: values.trial ? 'trial' : 'stable',
    notes: values.note ?? [],
    madeAt: instantFromMs(Date.now()),
  })
  const pem = readFileSync(release.key)
  const passphrase = await askPassphrase('Passphrase')
  const signature = signManifest(manifest, createPrivateKey({ key: pem, passphrase }))
  const read = readSignedManifest(manifest, signature, TRUSTED_KEYS)
  if ('problem' in read) {
    console.error('No program of this version trusts this key: see domain/releases/trusted-keys.ts.')
    return 1
  }
  writeFileSync(join(folder, MANIFEST_FILE), manifest)
  writeFileSync(join(folder, SIGNATURE_FILE), signature)
  const { files, expiresAt } = read.signed.manifest
  for (const { platform, name, size } of files) console.log(`${platform.padEnd(15)} ${name} (${size} bytes)`)
  console.log(`signed with ${read.signed.keyName}, good until ${expiresAt}`)
  return 0
}

const [folder] = positionals
const { key, version, minimum } = values
if (folder === undefined || key === undefined || version === undefined || minimum === undefined) {
  console.error(USE)
  process.exitCode = 2
} else process.exitCode = await signRelease(folder, { key, version, minimum })
