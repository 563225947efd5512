import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UpdateState } from '#domain/desk/desk-bridge.ts'
import { manifestShape, type Manifest } from '#domain/releases/manifest.ts'
import { TAMPERED_FEEDS, type InstallerAnswer } from '#tests/desktop/_tampered-feeds.ts'
import { makeRelease, testKey, type TestKey, type TestRelease } from '#tests/hub/_release.ts'
import { signManifest } from '../../../scripts/make-manifest.ts'
import type { CheckedInstaller } from './installer-handover.ts'
import { ProgramUpdater } from './program-updater.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const MADE_AT = '2026-11-20T03:00:00.000Z'
const KEY_A = testKey('a')
const KEY_B = testKey('b')

/** The hub as a desk meets it, good or bad. */
class FakeHub {
  release: TestRelease | null = null
  /** What the download answers; the file itself without one. */
  answer: ((start: number) => Response) | null = null
  isAway = false
  readonly told: unknown[] = []
  readonly starts: number[] = []

  readonly carry = async (request: Request): Promise<Response> => {
    if (this.isAway) throw new Error('the hub is away')
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/files/release/')) return this.#file(request)
    const { json } = (await request.json()) as { json: unknown }
    if (pathname === '/rpc/releases/tell') this.told.push(json)
    return Response.json({ json: pathname === '/rpc/releases/offer' ? this.#offer() : { toldAt: NOW } })
  }

  #offer() {
    if (!this.release) return null
    const { manifest, signature } = this.release
    return { id: ID, manifest: manifest.toString('base64'), signature: signature.toString('base64') }
  }

  #file(request: Request): Response {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? '')?.[1] ?? 0)
    this.starts.push(start)
    return this.answer?.(start) ?? whole(this.release?.installer ?? Buffer.alloc(0), start)
  }
}

const ID = '6f9c6d7e-4c3b-8a21-9f00-0123456789ab'

function whole(
  bytes: Uint8Array,
  start: number,
  body: BodyInit = new Uint8Array(bytes.subarray(start)),
): Response {
  return start === 0
    ? new Response(body)
    : new Response(body, {
        status: 206,
        headers: { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` },
      })
}

function responseOf({ status, headers, body }: InstallerAnswer): Response {
  return new Response(new Uint8Array(body), { status, headers })
}

/** A body that gives some bytes and then breaks, as a pulled cable does. */
function broken(bytes: Uint8Array, start: number, until: number): Response {
  let isGiven = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isGiven) controller.error(new Error('cut'))
      else controller.enqueue(bytes.subarray(start, until))
      isGiven = true
    },
  })
  return whole(bytes, start, body)
}

/** electron-updater as the worst case has it: it takes whatever lies there, and finds every signature good. */
class CarelessInstaller {
  readonly folder: string
  readonly taken: string[] = []
  installs = 0
  /** What happens to the copy before it is run. */
  meanwhile: ((copy: string) => void) | null = null

  constructor(folder: string) {
    this.folder = folder
  }

  take = ({ path }: CheckedInstaller): Promise<string> => {
    const copy = join(this.folder, `taken-${this.taken.length}`)
    copyFileSync(path, copy)
    this.meanwhile?.(copy)
    this.taken.push(copy)
    return Promise.resolve(copy)
  }

  install = (): void => {
    this.installs += 1
  }
}

let dir: string
let hub: FakeHub
let installer: CarelessInstaller
let now: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-update-'))
  hub = new FakeHub()
  installer = new CarelessInstaller(dir)
  now = NOW
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function updaterOf(options: { version?: string; keys?: readonly TestKey[] } = {}): ProgramUpdater {
  return new ProgramUpdater({
    version: options.version ?? '0.1.0',
    platform: 'linux-appimage',
    folder: join(dir, 'updates'),
    keys: options.keys ?? [KEY_A, KEY_B],
    carry: hub.carry,
    handover: installer,
    now: () => now,
  })
}

function offer(version = '0.2.0', key = KEY_A, madeAt = MADE_AT): Promise<TestRelease> {
  return makeRelease(join(dir, `release-${version}-${madeAt.slice(0, 10)}`), key, { version, madeAt })
}

/** The same release with a manifest that says something else, signed again with a trusted key. */
function resigned(release: TestRelease, change: (manifest: Manifest) => Manifest): TestRelease {
  const manifest = manifestShape.parse(JSON.parse(release.manifest.toString()))
  const bytes = Buffer.from(JSON.stringify(change(manifest)))
  return { ...release, manifest: bytes, signature: signManifest(bytes, KEY_A.privateKey) }
}

const installers = () =>
  existsSync(join(dir, 'updates/installers')) ? readdirSync(join(dir, 'updates/installers')) : []

describe('a good release', () => {
  it.each([
    ['the first trusted key', KEY_A],
    ['the second trusted key', KEY_B],
  ])('signed with %s is fetched by itself and installed only when asked', async (_which, key) => {
    hub.release = await offer('0.2.0', key)
    const updater = updaterOf()
    const states: UpdateState[] = []
    updater.onState((state) => states.push(state))
    await updater.check()
    expect(states.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1])).toEqual([
      'available',
      'downloading',
      'ready',
    ])
    expect(installer.installs).toBe(0)
    expect(await updater.install()).toEqual({ ok: true, value: null })
    expect(installer.installs).toBe(1)
    expect(readFileSync(installer.taken[0] ?? '').equals(hub.release.installer)).toBe(true)
  })

  it('is told to the hub once, as what the desk knows', async () => {
    hub.release = await offer()
    const updater = updaterOf()
    await updater.check()
    await updater.check()
    expect(hub.told).toEqual([
      {
        version: '0.1.0',
        platform: 'linux-appimage',
        state: 'ready',
        releaseVersion: '0.2.0',
        problem: null,
      },
    ])
    expect(hub.starts).toEqual([0])
  })

  it('stays ready while the hub is away, and across a start of the program needs no second download', async () => {
    hub.release = await offer()
    const updater = updaterOf()
    await updater.check()
    hub.isAway = true
    await updater.check()
    expect(updater.state).toEqual({ kind: 'ready', version: '0.2.0' })
    hub.isAway = false
    const again = updaterOf()
    await again.check()
    expect(again.state.kind).toBe('ready')
    expect(hub.starts).toEqual([0])
  })

  it('withdrawn before it was installed is not installed', async () => {
    hub.release = await offer()
    const updater = updaterOf()
    await updater.check()
    hub.release = null
    await updater.check()
    expect(updater.state).toEqual({ kind: 'current', version: '0.1.0', checkedAt: NOW })
    expect(await updater.install()).toMatchObject({ ok: false, problem: { code: 'no-update' } })
    expect(installer.installs).toBe(0)
  })

  it('goes on after a cut where it stopped, and is whole then', async () => {
    hub.release = await offer()
    const { installer: bytes } = hub.release
    hub.answer = (start) => (hub.starts.length === 1 ? broken(bytes, start, 120_000) : whole(bytes, start))
    const updater = updaterOf()
    await updater.check()
    expect(updater.state).toEqual({ kind: 'available', version: '0.2.0' })
    await updater.check()
    expect(hub.starts).toEqual([0, 120_000])
    expect(updater.state.kind).toBe('ready')
    await updater.install()
    expect(readFileSync(installer.taken[0] ?? '').equals(bytes)).toBe(true)
  })

  it('begins anew when the hub does not go on from where it was asked to', async () => {
    hub.release = await offer()
    const { installer: bytes } = hub.release
    hub.answer = (start) => (hub.starts.length === 1 ? broken(bytes, start, 120_000) : whole(bytes, 0))
    const updater = updaterOf()
    await updater.check()
    await updater.check()
    expect(updater.state.kind).toBe('ready')
  })

  it('keeps the installer before it, to repair with, and none older', async () => {
    for (const [index, version] of ['0.2.0', '0.3.0', '0.4.0'].entries()) {
      hub.release = await offer(version, KEY_A, `2026-11-1${index}T00:00:00.000Z`)
      await updaterOf().check()
    }
    expect(installers().toSorted()).toEqual(['NeoVe-0.3.0-x64.AppImage', 'NeoVe-0.4.0-x64.AppImage'])
  })

  it('brings a new key: the program after it trusts that one, and the lost one no more', async () => {
    const next = testKey('next')
    hub.release = await offer('0.2.0', KEY_B)
    const before = updaterOf({ keys: [KEY_A, KEY_B] })
    await before.check()
    expect(before.state.kind).toBe('ready')

    const after = { version: '0.2.0', keys: [KEY_B, next] }
    hub.release = await offer('0.3.0', next, '2026-11-21T00:00:00.000Z')
    const updater = updaterOf(after)
    await updater.check()
    expect(updater.state).toEqual({ kind: 'ready', version: '0.3.0' })
    hub.release = await offer('0.4.0', KEY_A, '2026-11-21T12:00:00.000Z')
    await updater.check()
    expect(updater.state.kind).toBe('refused')
  })
})

describe('a tampered feed is refused and the program goes on', () => {
  it.each(TAMPERED_FEEDS)('$title', async ({ shown, sent, signed, replaced, refusal }) => {
    if (signed === 'older than one seen') {
      hub.release = await offer('0.3.0', KEY_A, '2026-11-21T03:00:00.000Z')
      await updaterOf().check()
    }
    if (signed === 'expired') now = '2027-02-18T03:00:00.000Z'
    const release = await offer()
    const another = Buffer.alloc(release.installer.length, 9)
    hub.release = shown?.(release) ?? release
    if (sent) hub.answer = () => responseOf(sent(release))
    if (replaced === 'taken') installer.meanwhile = (copy) => writeFileSync(copy, another)
    const updater = updaterOf(signed === 'lower than the program' ? { version: '0.3.0' } : {})
    await updater.check()
    expect(updater.state.kind === 'ready').toBe(replaced !== undefined)
    if (replaced === 'fetched') writeFileSync(join(dir, 'updates/installers', release.installerName), another)
    const answer = await updater.install()
    expect(answer.ok).toBe(false)
    expect(updater.state.kind).toBe(refusal === null ? 'available' : 'refused')
    expect(updater.state.kind === 'refused' ? updater.state.message : '').toContain(refusal ?? '')
    expect(installer.installs).toBe(0)
    expect(installers().filter((name) => name === release.installerName && !replaced)).toEqual([])

    // Nothing is stuck: the next good release is installed.
    hub.answer = null
    installer.meanwhile = null
    now = NOW
    hub.release = await offer('0.9.0', KEY_A, '2026-11-21T20:00:00.000Z')
    await updater.check()
    expect(updater.state).toEqual({ kind: 'ready', version: '0.9.0' })
    expect((await updater.install()).ok).toBe(true)
  })

  it('is twelve of them', () => {
    expect(TAMPERED_FEEDS).toHaveLength(12)
  })

  it('refuses one that expired between its download and its install', async () => {
    hub.release = await offer()
    const updater = updaterOf()
    await updater.check()
    now = '2027-02-18T03:00:00.000Z'
    expect(await updater.install()).toMatchObject({ ok: false, problem: { code: 'release_expired' } })
    expect(installer.installs).toBe(0)
  })

  it('refuses a signed release for other systems, and one this program is too old for', async () => {
    hub.release = resigned(await offer(), (manifest) => ({
      ...manifest,
      files: manifest.files.filter((file) => file.platform === 'windows'),
    }))
    const updater = updaterOf()
    await updater.check()
    expect(updater.state).toMatchObject({ kind: 'refused', version: '0.2.0' })
    hub.release = resigned(await offer('0.4.0'), (manifest) => ({ ...manifest, minimumVersion: '0.3.0' }))
    await updater.check()
    expect(updater.state.kind === 'refused' ? updater.state.message : '').toContain('cài được từ bản 0.3.0')
  })

  it('tells the hub why it refuses', async () => {
    hub.release = { ...(await offer()), signature: Buffer.alloc(64) }
    await updaterOf().check()
    expect(hub.told).toMatchObject([{ state: 'refused', problem: expect.stringContaining('chữ ký') }])
  })
})

it('never writes more of a file than was signed, however much the hub sends', async () => {
  hub.release = await offer()
  const { installer: bytes } = hub.release
  let sent = 0
  hub.answer = () =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 65_536
          controller.enqueue(new Uint8Array(65_536))
        },
      }),
    )
  const updater = updaterOf()
  await updater.check()
  expect(updater.state.kind).toBe('refused')
  expect(sent).toBeLessThan(bytes.length + 4 * 65_536)
  expect(installers()).toEqual([])
})

it('hashes what it hands over: the file of the manifest and no other', async () => {
  hub.release = await offer()
  const updater = updaterOf()
  await updater.check()
  await updater.install()
  const [file] = manifestShape
    .parse(JSON.parse(hub.release.manifest.toString()))
    .files.filter(({ platform }) => platform === 'linux-appimage')
  const taken = createHash('sha512')
    .update(readFileSync(installer.taken[0] ?? ''))
    .digest('hex')
  expect(taken).toBe(file?.sha512)
})
