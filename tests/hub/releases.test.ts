import fs, { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installerPath, releasePartPath } from '#domain/contract/releases.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import { manifestShape } from '#domain/releases/manifest.ts'
import { TRUSTED_KEYS } from '#domain/releases/trusted-keys.ts'
import { signManifest } from '../../scripts/make-manifest.ts'
import { fileParts, makeRelease, testKey, type TestRelease } from './_release.ts'
import { startTestHub, TEST_PASSWORD, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const MADE_AT = '2026-11-20T03:00:00.000Z'
const KEY_A = testKey('a')
const KEY_B = testKey('b')
const STRANGER = testKey('stranger')

let clock: ReturnType<typeof testClock>
let house: TestHub
let admin: TestDesk

beforeEach(async () => {
  clock = testClock(NOW)
  house = await startTestHub({ now: clock.now, releaseKeys: [KEY_A, KEY_B] })
  admin = await confirmed(await house.signIn('administrator'))
})
afterEach(() => house.close())

/** Acts on releases ask for the password again. */
async function confirmed(desk: TestDesk): Promise<TestDesk> {
  await desk.hub.auth.stepUp({ password: TEST_PASSWORD })
  return desk
}

function release(version = '0.2.0', key = KEY_A, madeAt = MADE_AT): Promise<TestRelease> {
  return makeRelease(join(house.dir, `release-${version}`), key, { version, madeAt })
}

async function ended(desk: TestDesk, jobId: string): Promise<JobView> {
  for (;;) {
    const job = await desk.hub.jobs.get({ id: jobId })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function take(folder: string): Promise<JobView> {
  const { jobId } = await admin.hub.releases.takeFolder({ folder })
  return ended(admin, jobId)
}

async function onlyRelease() {
  const { releases } = await admin.hub.releases.list({})
  const [line] = releases
  if (!line) throw new Error('no release on the hub')
  return line
}

function show(made: { manifest: Uint8Array; signature: Uint8Array }) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return admin.raw('releases/begin', {
    manifest: base64(made.manifest),
    signature: base64(made.signature),
  })
}

async function sendPart(uploadId: string, name: string, offset: number, bytes: Uint8Array<ArrayBuffer>) {
  const response = await fetch(house.url + releasePartPath(uploadId, name, offset), {
    method: 'POST',
    headers: { cookie: admin.cookie, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  return { status: response.status, body: (await response.json()) as { received?: number } }
}

async function fetchInstaller(desk: TestDesk, id: string, name: string, range?: string) {
  const response = await fetch(house.url + installerPath(id, name), {
    headers: { cookie: desk.cookie, ...(range === undefined ? {} : { range }) },
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

async function bytesAt(address: string, cookie: string) {
  const response = await fetch(address, { headers: { cookie } })
  return { status: response.status, text: await response.text() }
}

describe('taking a release in', () => {
  it('takes one from a folder of the hub PC, checks it, and offers it to nobody yet', async () => {
    const made = await release()
    expect(await take(made.folder)).toMatchObject({ state: 'done', result: { version: '0.2.0' } })
    expect(await onlyRelease()).toMatchObject({ version: '0.2.0', state: 'held', keyName: 'a' })
    expect((await onlyRelease()).files.every((file) => file.isPresent)).toBe(true)
    const desk = await house.signIn('zone', { desk: 'Cổng' })
    expect(await desk.hub.releases.offer({ version: '0.1.0' })).toBeNull()
  })

  it('takes one signed with the second trusted key', async () => {
    const made = await release('0.2.0', KEY_B)
    expect((await take(made.folder)).state).toBe('done')
    expect((await onlyRelease()).keyName).toBe('b')
  })

  it('takes one in parts, goes on where sending stopped, and refuses a part that does not follow', async () => {
    const made = await release()
    const input = {
      manifest: made.manifest.toString('base64'),
      signature: made.signature.toString('base64'),
    }
    const { uploadId, files } = await admin.hub.releases.begin(input)
    const parts = fileParts(made.folder, made.installerName, 100_000)
    const first = parts[0]?.bytes ?? Buffer.alloc(0)
    expect(await sendPart(uploadId, made.installerName, 0, new Uint8Array(first))).toMatchObject({
      body: { received: 100_000 },
    })
    expect((await sendPart(uploadId, made.installerName, 0, new Uint8Array(first))).status).toBe(409)

    await house.restart()
    admin = await confirmed(await house.signInAs('quantri'))
    const again = await admin.hub.releases.begin(input)
    expect(again.uploadId).toBe(uploadId)
    expect(again.files.find(({ name }) => name === made.installerName)?.received).toBe(100_000)
    for (const { name, received } of again.files)
      for (const part of fileParts(made.folder, name, 100_000))
        if (part.offset >= received) await sendPart(uploadId, name, part.offset, new Uint8Array(part.bytes))
    expect((await sendPart(uploadId, made.installerName, 300_000, new Uint8Array(1))).status).toBe(400)
    const { jobId } = await admin.hub.releases.finish({ uploadId })
    expect((await ended(admin, jobId)).state).toBe('done')
    expect(files).toHaveLength(2)
  })

  it('refuses files that were not sent whole, and keeps them to go on with', async () => {
    const made = await release()
    const { uploadId } = await admin.hub.releases.begin({
      manifest: made.manifest.toString('base64'),
      signature: made.signature.toString('base64'),
    })
    const { jobId } = await admin.hub.releases.finish({ uploadId })
    const job = await ended(admin, jobId)
    expect(job.state).toBe('failed')
    expect(job.problem).toContain('không đúng như nơi phát hành đã ký')
    expect((await admin.hub.releases.list({})).releases).toEqual([])
  })

  it.each([
    ['no signature', (made: TestRelease) => ({ ...made, signature: Buffer.alloc(64) })],
    [
      'a key nobody trusts',
      (made: TestRelease) => ({ ...made, signature: signManifest(made.manifest, STRANGER.privateKey) }),
    ],
    [
      'one byte changed',
      (made: TestRelease) => ({
        ...made,
        manifest: Buffer.from(made.manifest.toString().replace('0.2.0', '0.2.1')),
      }),
    ],
  ])('refuses a manifest with %s, and keeps nothing of it', async (_what, tamper) => {
    const answer = await show(tamper(await release()))
    expect([answer.status, answer.code]).toEqual([422, 'rule_violated'])
    expect(answer.text).toContain('release_unsigned')
    expect(readdirSync(house.hub.folder.dir)).not.toContain('releases')
  })

  it.each([
    ['release_not_newer', '0.0.9', MADE_AT],
    ['release_expired', '0.2.0', '2026-08-01T00:00:00.000Z'],
    ['release_from_future', '0.2.0', '2026-12-01T00:00:00.000Z'],
  ])('refuses a signed one as %s', async (code, version, madeAt) => {
    expect((await show(await release(version, KEY_A, madeAt))).text).toContain(code)
  })

  it('refuses one older than one it took before, withdrawn or not, and the same one twice', async () => {
    const older = await release('0.2.0')
    const newer = await release('0.3.0', KEY_A, '2026-11-21T03:00:00.000Z')
    await take(newer.folder)
    const { id, rowVersion } = await onlyRelease()
    await admin.hub.releases.withdraw({ id, rowVersion, reason: 'Lỗi in' })
    expect((await show(older)).text).toContain('release_replayed')
    expect((await show(newer)).text).toContain('release_known')
  })

  it('refuses one that does not fit on the disk before anything of it is sent', async () => {
    const made = await release()
    const manifest = manifestShape.parse(JSON.parse(made.manifest.toString()))
    const files = manifest.files.map((file) => ({ ...file, size: 1_073_741_824 }))
    const bytes = Buffer.from(JSON.stringify({ ...manifest, files }))
    const disk = fs.statfsSync(house.dir)
    const statfs = vi.spyOn(fs, 'statfsSync')
    statfs.mockReturnValue(Object.assign(disk, { bavail: 2_000, bsize: 1_048_576 }))
    syncBuiltinESMExports()
    try {
      const answer = await show({ manifest: bytes, signature: signManifest(bytes, KEY_A.privateKey) })
      expect([answer.status, answer.code]).toEqual([507, 'disk_full'])
    } finally {
      statfs.mockRestore()
      syncBuiltinESMExports()
    }
    expect(readdirSync(join(house.hub.folder.dir, 'releases'))).toEqual([])
  })

  it('refuses a folder with another file under the right name', async () => {
    const made = await release()
    writeFileSync(join(made.folder, made.installerName), Buffer.alloc(made.installer.length))
    expect(await take(made.folder)).toMatchObject({ state: 'failed' })
    expect((await admin.hub.releases.list({})).releases).toEqual([])
  })

  it.each(['release', '\\\\may-khac\\chia-se', '//may-khac/chia-se'])(
    'opens no folder but its own: "%s"',
    async (folder) => {
      expect((await admin.raw('releases/takeFolder', { folder })).code).toBe('invalid_input')
    },
  )

  it('says so when the folder holds no release', async () => {
    expect((await take(house.dir)).problem).toContain('manifest.json')
  })

  it('keeps the files of three releases, so that a desk can be repaired', async () => {
    for (const [index, version] of ['0.2.0', '0.3.0', '0.4.0', '0.5.0'].entries())
      await take(
        (await release(version, KEY_A, `2026-11-2${index === 3 ? '1' : '0'}T0${index}:00:00.000Z`)).folder,
      )
    const { releases } = await admin.hub.releases.list({})
    expect(releases.map(({ version, files }) => [version, files.every((file) => file.isPresent)])).toEqual([
      ['0.5.0', true],
      ['0.4.0', true],
      ['0.3.0', true],
      ['0.2.0', false],
    ])
  })
})

describe('staging', () => {
  it('offers a release to the desk on trial, after a day that it runs it to all, and once withdrawn to nobody', async () => {
    const made = await release()
    await take(made.folder)
    const trial = await house.signIn('intake', { desk: 'Máy thử' })
    const gate = await house.signIn('zone', { desk: 'Cổng' })
    const held = await onlyRelease()
    await admin.hub.releases.startTrial({ id: held.id, rowVersion: held.rowVersion, desk: 'Máy thử' })

    const offer = await trial.hub.releases.offer({ version: '0.1.0' })
    expect(Buffer.from(offer?.manifest ?? '', 'base64')).toEqual(made.manifest)
    expect(await gate.hub.releases.offer({ version: '0.1.0' })).toBeNull()
    expect((await fetchInstaller(trial, held.id, made.installerName)).bytes.equals(made.installer)).toBe(true)
    expect((await fetchInstaller(gate, held.id, made.installerName)).status).toBe(404)

    const early = await onlyRelease()
    expect((await admin.raw('releases/open', { id: early.id, rowVersion: early.rowVersion })).text).toContain(
      'release_trial_short',
    )
    clock.advance(24 * 60)
    admin = await confirmed(await house.signInAs('quantri'))
    const untold = await onlyRelease()
    expect(untold.openProblems).toEqual([
      'Máy Máy thử chưa chạy bản 0.2.0. Cài ở máy đó trước, hoặc ghi lý do mở ngay.',
    ])
    const after = await house.signIn('intake', { desk: 'Máy thử' })
    await after.hub.releases.tell({
      version: '0.2.0',
      platform: 'linux-appimage',
      state: 'current',
      releaseVersion: null,
    })
    await admin.hub.releases.open({ id: untold.id, rowVersion: untold.rowVersion })
    const later = await house.signIn('zone', { desk: 'Cổng' })
    expect(await later.hub.releases.offer({ version: '0.1.0' })).toMatchObject({ id: held.id })
    expect(await later.hub.releases.offer({ version: '0.2.0' })).toBeNull()

    const open = await onlyRelease()
    await admin.hub.releases.withdraw({ id: open.id, rowVersion: open.rowVersion, reason: 'Lỗi in' })
    expect(await later.hub.releases.offer({ version: '0.1.0' })).toBeNull()
    expect((await fetchInstaller(later, held.id, made.installerName)).status).toBe(404)
  })

  it('opens an untried release to all with a reason only, and enters the reason in the audit', async () => {
    await take((await release()).folder)
    const { id, rowVersion } = await onlyRelease()
    expect((await admin.raw('releases/open', { id, rowVersion })).text).toContain('release_untried')
    await admin.hub.releases.open({ id, rowVersion, reason: 'Vá lỗi mất quân số' })
    const { lines } = await admin.hub.audit.technical({})
    expect(lines.find((line) => line.action === 'release.opened')?.facts).toMatchObject({
      release: '0.2.0',
      why: 'Vá lỗi mất quân số',
    })
  })

  it('tells the second of two administrators that the release was moved meanwhile', async () => {
    await take((await release()).folder)
    const { id, rowVersion } = await onlyRelease()
    await admin.hub.releases.startTrial({ id, rowVersion, desk: 'Máy thử' })
    expect((await admin.raw('releases/withdraw', { id, rowVersion, reason: 'Lỗi' })).code).toBe('conflict')
  })

  it('keeps what each desk said last about its program', async () => {
    const gate = await house.signIn('zone', { desk: 'Cổng' })
    const told = { platform: 'windows', releaseVersion: '0.2.0', problem: null } as const
    await gate.hub.releases.tell({ ...told, version: '0.1.0', state: 'downloading' })
    await gate.hub.releases.tell({ ...told, version: '0.1.0', state: 'refused', problem: 'Không có chữ ký' })
    const { desks } = await admin.hub.releases.list({})
    expect(desks).toEqual([
      { ...told, desk: 'Cổng', version: '0.1.0', state: 'refused', problem: 'Không có chữ ký', toldAt: NOW },
    ])
  })
})

describe('an installer', () => {
  it('is given from the byte asked for, and whole to whoever asks for something else', async () => {
    const made = await release()
    await take(made.folder)
    const { id, rowVersion } = await onlyRelease()
    await admin.hub.releases.open({ id, rowVersion, reason: 'Thử' })
    const ranges = [
      { range: 'bytes=0-', status: 200, start: 0 },
      { range: 'bytes=250000-', status: 206, start: 250_000 },
      { range: 'bytes=299999-', status: 206, start: 299_999 },
      { range: 'bytes=5-10', status: 200, start: 0 },
      { range: 'items=5-', status: 200, start: 0 },
    ]
    for (const { range, status, start } of ranges) {
      const answer = await fetchInstaller(admin, id, made.installerName, range)
      expect([range, answer.status]).toEqual([range, status])
      expect(answer.bytes.equals(made.installer.subarray(start))).toBe(true)
    }
    expect((await fetchInstaller(admin, id, made.installerName, 'bytes=300000-')).status).toBe(416)
  })

  it('is given to nobody who is not signed in, under no other name, and not when the file is gone', async () => {
    const made = await release()
    await take(made.folder)
    const { id, rowVersion } = await onlyRelease()
    await admin.hub.releases.open({ id, rowVersion, reason: 'Thử' })
    expect((await fetchInstaller(house.anonymous, id, made.installerName)).status).toBe(401)
    for (const name of ['manifest.json', 'khac.exe', '..%2f..%2fhub.json']) {
      const address = `${house.url}/files/release/${id}/${name}`
      const { status, text } = await bytesAt(address, admin.cookie)
      expect([status, text.includes('installationId')]).toEqual([404, false])
    }
    rmSync(join(house.hub.folder.dir, 'releases', id, made.installerName))
    expect((await fetchInstaller(admin, id, made.installerName)).status).toBe(404)
  })
})

describe('the keys compiled into the program', () => {
  it('are two different Ed25519 keys', () => {
    expect(new Set(TRUSTED_KEYS.map(({ publicKey }) => publicKey)).size).toBe(2)
    for (const { publicKey } of TRUSTED_KEYS)
      expect(Buffer.from(publicKey, 'base64').subarray(0, 12).toString('hex')).toBe(
        '302a300506032b6570032100',
      )
  })
})
