// Loaded before the built main bundle: `electron` and `electron-updater` are the stand-ins, as they are for every
// module of the process.
import { registerHooks } from 'node:module'
import { TRUSTED_KEYS } from '#domain/releases/trusted-keys.ts'

const STAND_INS = new Map(
  ['electron', 'electron-updater'].map((name) => [name, new URL(`./${name}.ts`, import.meta.url).href]),
)
/** Public key of releases that the test can sign; it takes the place of the first one in the bundle. */
const releaseKey = process.env['STAND_IN_RELEASE_KEY']
const [trusted] = TRUSTED_KEYS

registerHooks({
  resolve: (specifier, context, next) => {
    const url = STAND_INS.get(specifier)
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true }
  },
  load: (url, context, next) => {
    const { source, ...loaded } = next(url, context)
    if (releaseKey === undefined || !trusted || !url.includes('/main/') || !source)
      return { source, ...loaded }
    const text = typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8')
    return { ...loaded, source: text.replaceAll(trusted.publicKey, releaseKey) }
  },
})
