import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { readSheet, sheetLines } from '#domain/keys/recovery-sheet.ts'
import { BackupTimer } from '#hub/backup/backup-timer.ts'
import { openedCopy } from '#hub/backup/opened-copy.ts'
import { restoreBackup } from '#hub/backup/restore.ts'
import { makeSheetPair, publicKeyOf, sealKey, sheetNumber, unsealKey } from '#hub/keys/sealed-key.ts'
import { readKey, sealedKeyOf } from '#hub/storage/data-folder.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { startTestHub, TEST_CENTRE, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const CANARY = 'Hoàng Thị Canary Chim Vàng'
const clock = testClock('2026-11-21T19:00:00.000Z')

let house: TestHub
let desk: TestDesk
let usb: string
let lines: string[]
let sealed: string

beforeAll(async () => {
  house = await startTestHub({ now: clock.now })
  desk = await house.signIn('administrator')
  await house.addUser('intake', { name: CANARY })
  usb = join(house.dir, 'usb')
  mkdirSync(usb)
  await stepUp()
  const sheet = await desk.hub.keys.makeSheet({})
  lines = sheet.lines
  await desk.hub.keys.confirmSheet({ id: sheet.id, text: lines.join('\n') })
  await desk.hub.backup.setPlan({ ...(await desk.hub.backup.plan({})).plan, sealedFolder: usb })
  const { folder, key } = house.hub
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  const pem = 'PEM'
  const at = clock.now()
  db.run(
    qb.insertInto('hub_identity').values({
      id: 1,
      tls_key: pem,
      tls_certificate: pem,
      ca_key: pem,
      ca_certificate: pem,
      pin: 'ab'.repeat(32),
      made_at: at,
      renewed_at: at,
    }),
  )
  db.close()
  await finished((await desk.hub.backup.take({ kind: 'sealed' })).jobId)
  sealed = join(usb, readdirSync(usb).find((name) => name.endsWith('.neove')) ?? 'none')
})
afterAll(() => house.close())

async function stepUp(): Promise<void> {
  await desk.hub.auth.stepUp({ password: 'mot cau that dai de nho' })
}

async function finished(jobId: string) {
  const ended = await house.hub.jobs.ended(jobId)
  if (ended.state !== 'done') throw new Error(`${ended.kind} ${ended.state}: ${ended.problem ?? ''}`)
  return ended.result
}

describe('a data key sealed to a sheet', () => {
  it('opens with the sheet and with no other, and not when a byte of it was changed', () => {
    const { privateKey: own, publicKey } = makeSheetPair()
    const key = Uint8Array.from({ length: 32 }, (_, index) => index)
    const box = sealKey(key, publicKey)
    expect(publicKeyOf(own)).toEqual(publicKey)
    expect(unsealKey(box, own)).toEqual(key)
    expect(unsealKey(box, makeSheetPair().privateKey)).toBeNull()
    for (const part of ['box', 'nonce', 'ephemeral'] as const) {
      const bytes = Buffer.from(box[part], 'base64')
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 4
        expect(unsealKey({ ...box, [part]: changed.toString('base64') }, own)).toBeNull()
      }
    }
  })

  it('lies beside the data, closed, and tells its sheet', () => {
    expect(sealedKeyOf(house.hub.folder)?.sheet).toMatch(/^[0-9A-F]{8}$/)
    const marker = readFileSync(join(house.hub.folder.dir, 'hub.json'), 'latin1')
    expect(marker).not.toContain(Buffer.from(house.hub.key).toString('hex'))
    expect(marker).not.toContain(Buffer.from(house.hub.key).toString('base64'))
  })
})

describe('a sheet is put to use', () => {
  it('only with lines that were read from paper', async () => {
    await stepUp()
    const made = await desk.hub.keys.makeSheet({})
    const other = sheetLines(makeSheetPair().privateKey)
    const confirming = desk.hub.keys.confirmSheet({ id: made.id, text: other.join('\n') })
    await expect(confirming).rejects.toMatchObject({ code: 'invalid_input' })
    const status = await desk.hub.keys.status({})
    expect(status.sheets.filter(({ state }) => state === 'active').map(({ id }) => id)).not.toContain(made.id)
  })
})

describe('a sealed copy', () => {
  it('shows nothing in clear, neither data nor key', () => {
    const bytes = readFileSync(sealed)
    for (const form of [CANARY, CANARY.normalize('NFD'), TEST_CENTRE]) {
      expect(bytes.includes(Buffer.from(form, 'utf8'))).toBe(false)
      expect(bytes.includes(Buffer.from(form, 'utf16le'))).toBe(false)
    }
    expect(bytes.includes(Buffer.from(house.hub.key))).toBe(false)
    expect(JSON.stringify(house.errors)).not.toContain(lines[0])
  })

  it('is refused with words when a byte is wrong, at every hundredth of it', async () => {
    const bytes = readFileSync(sealed)
    const target = join(house.dir, 'hong.neove')
    const copy = join(house.dir, 'hong.db')
    const passed: number[] = []
    for (let percent = 0; percent <= 100; percent += 1) {
      const at = Math.min(bytes.length - 1, Math.floor((bytes.length * percent) / 100))
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      writeFileSync(target, changed)
      const outcome = await openedCopy(target, copy, [house.hub.key], null)
      const words = 'refused' in outcome ? (outcome.refused[0]?.message ?? '') : ''
      // A changed first byte makes it another kind of file: that one is refused by the check of its pages.
      if (words.length < 20 && percent > 0) passed.push(percent)
      rmSync(copy, { force: true })
    }
    expect(passed).toEqual([])
  })

  it.each([0.1, 0.5, 0.99])('is refused when only %f of it was copied', async (share) => {
    const target = join(house.dir, 'cut.neove')
    copyFileSync(sealed, target)
    truncateSync(target, Math.floor(statSync(sealed).size * share))
    const outcome = await openedCopy(target, join(house.dir, 'cut.db'), [house.hub.key], null)
    expect(outcome).toMatchObject({ refused: [{ code: 'sealed-cut' }] })
  })

  it('is opened by no other sheet, and says which one it needs', async () => {
    const other = makeSheetPair()
    const outcome = await openedCopy(sealed, join(house.dir, 'other.db'), [], other.privateKey)
    expect(outcome).toMatchObject({ refused: [{ code: 'sheet-other' }] })
    expect(JSON.stringify(outcome)).toContain(sheetNumber(other.publicKey))
  })

  it('becomes the data of a new PC with the sheet alone, and the identity comes along', async () => {
    const dir = join(house.dir, 'may-moi')
    const keyText = readSheet(lines.join('\n'))
    if ('problems' in keyText) throw new Error('the sheet is unreadable')
    const done = await restoreBackup({
      backup: sealed,
      dir,
      keyFile: null,
      sheet: keyText.privateKey,
      actor: SYSTEM_ACTOR,
      now: clock.now(),
      progress: () => {},
    })
    if (done === 'hub-running' || 'refused' in done) throw new Error(JSON.stringify(done))
    const key = readKey(done.keyFile)
    expect(Buffer.from(key).equals(Buffer.from(house.hub.key))).toBe(false)
    const db = openDatabase({ file: join(dir, 'neo-ve.db'), key, mode: 'read' })
    const pin = (from: typeof db) => from.pluck('select pin from hub_identity')
    expect(pin(house.hub.read)).toMatch(/^[0-9a-f]{64}$/)
    expect(pin(db)).toBe(pin(house.hub.read))
    db.close()
    const marker = JSON.parse(readFileSync(join(dir, 'hub.json'), 'utf8')) as { installationId: string }
    expect(marker.installationId).toBe(house.hub.folder.installationId)
  })
})

describe('the quarterly test', () => {
  it('and a look into a copy read it in the worker: no desk waits for them', async () => {
    const run = vi.spyOn(house.hub.reports, 'run')
    await stepUp()
    await finished((await desk.hub.keys.drill({ text: lines.join('\n') })).jobId)
    await finished((await desk.hub.backup.preview({ file: sealed, sheet: null })).jobId)
    expect(run.mock.calls.map(([task]) => task)).toEqual(['checkRestorable', 'checkRestorable'])
    run.mockRestore()
  })

  it('opens the newest sealed copy with the paper alone and writes it down', async () => {
    const result = await finished((await desk.hub.keys.drill({ text: lines.join('\n') })).jobId)
    expect(result).toEqual({ passed: true, detail: null })
    expect((await desk.hub.keys.status({})).drills[0]).toMatchObject({ outcome: 'passed' })
  })

  it('fails with words when the disk is not there', async () => {
    renameSync(usb, `${usb}-away`)
    try {
      const result = await finished((await desk.hub.keys.drill({ text: lines.join('\n') })).jobId)
      expect(result).toMatchObject({ passed: false })
      expect((await desk.hub.backup.plan({})).place.state).toBe('absent')
      const checks = (await desk.hub.health.get({})).checks.filter(({ code }) => code === 'backup-place')
      expect(checks).toMatchObject([{ ok: false }])
      expect(checks[0]?.message).toContain('Cắm ổ USB')
      expect(readdirSync(house.dir)).not.toContain('usb')
    } finally {
      renameSync(`${usb}-away`, usb)
    }
  })
})

describe('the schedule', () => {
  it('is changed only by somebody who has just given the password', async () => {
    const other = await house.signIn('administrator')
    const { plan } = await other.hub.backup.plan({})
    expect((await other.raw('backup/setPlan', { ...plan, sealedFolder: '' })).code).toBe('step_up_required')
    expect((await other.hub.backup.plan({})).plan).toEqual(plan)
  })

  it('takes what is due, once, keeps as many as the plan says, and waits for the next turn', async () => {
    const timer = new BackupTimer(house.hub)
    const plan = (await desk.hub.backup.plan({})).plan
    await stepUp()
    await desk.hub.backup.setPlan({ ...plan, localMinutes: 60, localKeep: 2, sealedKeep: 1 })
    const taken = () =>
      house.hub.read
        .all(qb.selectFrom('backup_run').select('kind').orderBy('taken_at'))
        .map(({ kind }) => kind)
    const before = taken().length
    await timer.look()
    expect(taken().slice(before)).toEqual(['local', 'monthly'])
    await timer.look()
    expect(taken()).toHaveLength(before + 2)
    for (let hour = 0; hour < 24; hour += 8) {
      clock.advance(480)
      await timer.look()
    }
    expect(taken().slice(before + 2)).toEqual(['local', 'local', 'local', 'sealed'])
    expect(readdirSync(house.hub.folder.backups).filter((name) => name.endsWith('.db'))).toHaveLength(2)
    expect(readdirSync(usb).filter((name) => name.endsWith('.neove'))).toHaveLength(2)
    await timer.stop()
  })

  it('writes no sealed copy into an empty mount point', async () => {
    renameSync(usb, `${usb}-away`)
    mkdirSync(usb)
    clock.advance(24 * 60)
    const timer = new BackupTimer(house.hub)
    await timer.look()
    await timer.stop()
    expect(readdirSync(usb)).toEqual([])
    rmSync(usb, { recursive: true })
    renameSync(`${usb}-away`, usb)
  })
})

it('leaves nothing half made beside the data', () => {
  const left = readdirSync(house.hub.folder.dir).filter((name) =>
    /sealing|reading|looking|restoring|rotating/.test(name),
  )
  expect(left).toEqual([])
})
