import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileFor } from '#domain/releases/judge-manifest.ts'
import { manifestShape } from '#domain/releases/manifest.ts'
import { makeRelease, testKey } from '#tests/hub/_release.ts'
import { electronHandover, installedWith, type RunningProgram } from './electron-handover.ts'

let dir: string
let quits: number
let onQuit: number

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-handover-'))
  quits = 0
  onQuit = 0
  writeFileSync(join(dir, 'app-update.yml'), 'provider: custom\nupdaterCacheDirName: neo-ve-updater\n')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Electron's `app` as electron-updater sees it. */
function programOf(version: string): RunningProgram {
  return {
    version,
    name: 'neo-ve',
    isPackaged: true,
    appUpdateConfigPath: join(dir, 'app-update.yml'),
    userDataPath: join(dir, 'user'),
    baseCachePath: join(dir, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => {},
    quit: () => void (quits += 1),
    onQuit: () => void (onQuit += 1),
  }
}

async function checked(platform: 'windows' | 'linux-deb') {
  const folder = join(dir, 'release')
  const made = await makeRelease(folder, testKey('a'), {
    version: '0.2.0',
    madeAt: '2026-11-20T03:00:00.000Z',
  })
  const manifest = manifestShape.parse(JSON.parse(made.manifest.toString()))
  const windows = fileFor(manifest, 'windows')
  if (!windows) throw new Error('no installer for Windows')
  const file = { ...windows, platform, name: platform === 'windows' ? windows.name : 'neo-ve_0.2.0.deb' }
  writeFileSync(join(dir, file.name), readFileSync(join(folder, windows.name)))
  return { path: join(dir, file.name), manifest, file }
}

it.each(['windows', 'linux-deb'] as const)(
  'electron-updater takes the checked file for %s as it is, and installs nothing by itself',
  async (platform) => {
    const installer = await checked(platform)
    const taken = await electronHandover(platform, programOf('0.1.0')).take(installer)
    expect(taken.startsWith(join(dir, 'cache'))).toBe(true)
    expect(readFileSync(taken).equals(readFileSync(installer.path))).toBe(true)
    expect([quits, onQuit]).toEqual([0, 0])
  },
)

it('electron-updater takes no version that is not newer', async () => {
  const installer = await checked('windows')
  await expect(electronHandover('windows', programOf('0.2.0')).take(installer)).rejects.toThrow('no update')
})

it.each([
  ['win32', {}, 'windows'],
  ['linux', { APPIMAGE: '/opt/NeoVe.AppImage' }, 'linux-appimage'],
  ['linux', {}, 'linux-deb'],
  ['darwin', {}, undefined],
] as const)('knows what a program on %s with %o was installed with', (system, environment, platform) => {
  expect(installedWith(system, environment)).toBe(platform)
})
