// Makes a key to sign releases with: `node scripts/release-keys.ts --name a-2026 --out /media/usb [--development]`.
// The private key goes, sealed with a passphrase, to a folder outside the project; the line to put into
// domain/releases/trusted-keys.ts is printed. How and with whom: docs/releasing.md.
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { askPassphrase } from './ask-passphrase.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const SHORTEST_PASSPHRASE = 16

const { values } = parseArgs({
  options: { name: { type: 'string' }, out: { type: 'string' }, development: { type: 'boolean' } },
})

function isInProject(folder: string): boolean {
  const way = relative(realpathSync(root), realpathSync(folder))
  return !way.startsWith('..') && way !== folder
}

async function makeKey(name: string, out: string): Promise<number> {
  mkdirSync(out, { recursive: true, mode: 0o700 })
  if (isInProject(out)) {
    console.error('The private key never lies inside the project: choose a folder outside it.')
    return 1
  }
  const file = join(out, `neo-ve-${name}.private.pem`)
  if (existsSync(file)) {
    console.error(`${file} exists: a key is never written over.`)
    return 1
  }
  const passphrase = await askPassphrase('Passphrase')
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    console.error(`At least ${SHORTEST_PASSPHRASE} characters: a sentence is easiest to keep.`)
    return 1
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const purpose = values.development ? 'development' : 'release'
  console.error(`Private key: ${file}`)
  console.log(`  { name: '${name}', purpose: '${purpose}', publicKey: '${spki}' },`)
  return 0
}

const { name, out } = values
if (name === undefined || out === undefined || !/^[0-9a-z-]{1,40}$/.test(name)) {
  console.error('node scripts/release-keys.ts --name NAME --out FOLDER [--development]')
  process.exitCode = 2
} else process.exitCode = await makeKey(name, resolve(out))
