import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import { fileKeeper } from '#hub/keys/key-keeper.ts'
import { keyThatOpens } from '#hub/keys/key-that-opens.ts'
import { maintain } from '#hub/maintenance/maintenance.ts'
import { runHub } from '#hub/run-hub.ts'
import { startHub } from '#hub/start-hub.ts'
import { createDataFolder, type DataFolder } from '#hub/storage/data-folder.ts'
import { TEST_PASSWORD } from './_test-hub.ts'

const LOGIN = 'quantri'
const CENTRE = 'Cơ sở cũ'

let dir: string
let folder: DataFolder
let url: string
let end: () => void
let ended: Promise<void>
let freeBytes: number

beforeEach(async () => {
  freeBytes = 1e12
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-screen-restore-'))
  folder = createDataFolder(join(dir, 'data'))
  await run()
  await call('setup/create', {
    centreName: CENTRE,
    superiorBody: null,
    headTitle: 'Trưởng cơ sở',
    headName: null,
    provinceCode: null,
    administrator: { id: crypto.randomUUID(), login: LOGIN, name: 'Q', password: TEST_PASSWORD },
    head: null,
  })
  await signIn()
})

afterEach(async () => {
  end()
  await ended
  rmSync(dir, { recursive: true, force: true })
})

/** A hub on `folder`, as the command line runs it. */
async function run(): Promise<void> {
  const stop = new Promise<void>((resolve) => {
    end = resolve
  })
  url = await new Promise<string>((resolve) => {
    ended = runHub({
      config: {
        folder,
        port: 0,
        rendererDir: null,
        log: { info: () => {}, error: () => {} },
        diskSpace: () => ({ freeBytes, totalBytes: 1e12 }),
      },
      keeper: fileKeeper(folder.keyFile),
      tell: (_state, at) => resolve(at),
      stop,
    })
  })
}

let cookie = ''
async function call(path: string, json: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie }
  const answer = await fetch(`${url}/rpc/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ json }),
  })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return { status: answer.status, json: ((await answer.json()) as { json: Record<string, unknown> }).json }
}

async function signIn(): Promise<void> {
  const answer = await call('auth/signIn', { login: LOGIN, password: TEST_PASSWORD, desk: 'Máy 1' })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
  await call('auth/stepUp', { password: TEST_PASSWORD })
}

async function job(id: unknown): Promise<Record<string, unknown>> {
  for (;;) {
    const { json } = await call('jobs/get', { id })
    if (json['state'] !== 'running') return json
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until the hub is back after work on its data as a whole. */
async function lastAct(): Promise<unknown> {
  for (;;) {
    try {
      const { json } = await call('waiting/state', {})
      if (json['kind'] === 'working' && json['lastAct'] !== null) return json['lastAct']
    } catch {
      // Between two listeners nobody answers.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('looks into a copy, says what would be lost, restores it at the same address, and asks everybody to sign in', async () => {
  const taken = await job((await call('backup/take', {})).json['jobId'])
  const file = join(folder.backups, String((taken['result'] as { file: string }).file))
  const other = {
    id: crypto.randomUUID(),
    login: 'nhanvien',
    name: 'N',
    roles: ['intake'],
    password: 'mot cau rat dai khac',
  }
  expect((await call('users/add', other)).status).toBe(200)

  const preview = await job((await call('backup/preview', { file })).json['jobId'])
  expect(preview['result']).toMatchObject({ centreName: CENTRE, kind: 'plain', isOfThisHub: true })
  const { entries } = (preview['result'] as { lost: { entries: number } }).lost
  expect(entries).toBeGreaterThan(0)

  expect((await call('backup/restore', { file, confirm: 'Cơ sở khác' })).json['message']).toContain(
    'Gõ đúng tên cơ sở',
  )
  expect((await call('backup/restore', { file, confirm: CENTRE })).status).toBe(200)
  expect((await call('keys/rotate', {})).json['code']).toBe('busy')
  const act = await lastAct()
  expect(act).toMatchObject({ title: 'Phục hồi từ bản sao lưu', problem: null })
  // Anybody is told this before signing in: nothing of how folders of the hub are called.
  expect(JSON.stringify(act)).not.toContain(dir)

  expect((await call('users/list', {})).status).toBe(401)
  await signIn()
  const users = await call('users/list', {})
  expect(JSON.stringify(users.json)).not.toContain('nhanvien')
  expect(readdirSync(folder.dir).filter((name) => name.startsWith('before-restore-'))).toHaveLength(1)
})

it('does not fill the disk with a copy it only looks into', async () => {
  const file = join(dir, 'lon.db')
  writeFileSync(file, Buffer.alloc(100_000))
  freeBytes = 150_000
  const preview = await job((await call('backup/preview', { file })).json['jobId'])
  expect(preview['problem']).toContain('không đủ chỗ')
})

it('lets an empty hub on another PC take the data over, by the sealed copy and the sheet of paper', async () => {
  const made = await call('keys/makeSheet', {})
  const sheet = (made.json['lines'] as string[]).join('\n')
  await call('keys/confirmSheet', { id: made.json['id'], text: sheet })
  const usb = join(dir, 'usb')
  mkdirSync(usb)
  const { plan } = (await call('backup/plan', {})).json as { plan: Record<string, unknown> }
  await call('backup/setPlan', { ...plan, sealedFolder: usb })
  expect(await job((await call('backup/take', { kind: 'sealed' })).json['jobId'])).toMatchObject({
    state: 'done',
  })
  const file = join(usb, readdirSync(usb).find((name) => name.endsWith('.neove')) ?? 'none')
  const refused = await call('setup/lookIntoCopy', { file, sheet })
  expect(refused.json['code']).toBe('already_set_up')

  end()
  await ended
  folder = createDataFolder(join(dir, 'new-pc'))
  await run()
  const copy = async () => {
    for (;;) {
      const { copyWork } = (await call('setup/status', {})).json as { copyWork: Record<string, unknown> }
      if (copyWork['state'] !== 'running') return copyWork
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  expect((await call('setup/lookIntoCopy', { file, sheet: null })).status).toBe(200)
  expect(await copy()).toMatchObject({ state: 'failed', preview: null })
  const wrong = await call('setup/lookIntoCopy', { file, sheet: sheet.replace(/^./, 'Z') })
  expect(wrong.json['message']).toMatch(/dòng 1/i)
  expect((await call('setup/lookIntoCopy', { file, sheet })).status).toBe(200)
  expect(await copy()).toMatchObject({ state: 'done', preview: { centreName: CENTRE, kind: 'sealed' } })
  expect((await call('setup/restore', { file, sheet })).status).toBe(200)
  expect(await lastAct()).toMatchObject({ title: 'Phục hồi từ bản sao lưu', problem: null })
  expect((await call('setup/status', {})).json).toMatchObject({ state: 'ready', copyWork: null })
  expect((await call('setup/restore', { file, sheet })).json['code']).toBe('already_set_up')
  await signIn()
  expect((await call('users/list', {})).status).toBe(200)
})

it('changes the key while the desks wait, and shuts the old key out', async () => {
  const keeper = fileKeeper(folder.keyFile)
  const old = await keyThatOpens(folder, keeper)
  expect((await call('keys/rotate', {})).status).toBe(200)
  expect(await lastAct()).toMatchObject({ title: 'Thay khóa dữ liệu', problem: null })
  expect(() => openDatabase({ file: folder.database, key: old, mode: 'read' })).toThrow('does not open')
  const db = openDatabase({ file: folder.database, key: await keyThatOpens(folder, keeper), mode: 'read' })
  const actions = db
    .all(qb.selectFrom('audit_entry').select('action').orderBy('seq'))
    .map(({ action }) => action)
  db.close()
  expect(actions).toContain('key.rotated')
  expect((await call('users/list', {})).status).toBe(200)
})

it('says on a hub that nothing would start again how to do it instead', async () => {
  const other = createDataFolder(join(dir, 'other'))
  await using running = await startHub({
    folder: other,
    port: 0,
    rendererDir: null,
    log: { info: () => {}, error: () => {} },
    now: () => instantFromMs(Date.parse('2026-11-22T01:00:00Z')),
  })
  expect(() => maintain(running.hub, 'Thay khóa', async () => null)).toThrow('dòng lệnh')
})
