import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mark before an Electron's fuses, version and number of fuses (@electron/fuses). */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron 45 ships them: `1` on, `0` off. */
const FUSES = '101100101'
const LANGUAGES = ['vi', 'en-US', 'fr']

/**
 * A folder that electron-builder takes for an unpacked Electron: what a package holds can be looked at where no
 * Electron can be had. It does not run.
 */
export function makeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const language of LANGUAGES) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  writeFileSync(join(folder, 'version'), version)
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 1\n'),
    Buffer.from(FUSE_MARK),
    Buffer.from([1, FUSES.length]),
    Buffer.from(FUSES),
  ])
  for (const name of ['electron', 'electron.exe']) {
    writeFileSync(join(folder, name), program)
    chmodSync(join(folder, name), 0o755)
  }
}
