import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { sheetLines } from '#domain/keys/recovery-sheet.ts'
import { readSealedHeader } from '#hub/backup/sealed-file.ts'
import { fillZones } from '#hub/seed/fill-sample.ts'
import { planSeed } from '#hub/seed/seed-plan.ts'
import { digestKeyIn } from '#hub/keys/digest-key.ts'
import { fileKeeper } from '#hub/keys/key-keeper.ts'
import { keyThatOpens } from '#hub/keys/key-that-opens.ts'
import { makeSheetPair, sheetNumber } from '#hub/keys/sealed-key.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { createDataFolder, readKey, type DataFolder } from '#hub/storage/data-folder.ts'
import { verifyDatabase } from '#hub/verify-database.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))
const STEPS = ['Mã hóa lại', 'Mở và kiểm tra', 'Giữ khóa mới', 'Thay dữ liệu', 'Thay dữ liệu', 'Xong']

let dir: string
let folder: DataFolder
const pair = makeSheetPair()

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-kill-keys-'))
  folder = createDataFolder(join(dir, 'data'))
  const key = readKey(folder.keyFile)
  prepareDatabase(folder, key)
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  fillZones(db, planSeed(120, 'keys', '2026-11-22T01:00:00.000Z'))
  const publicKey = Buffer.from(pair.publicKey).toString('hex')
  db.exec(
    `insert into recovery_sheet (id, public_key, made_at, made_by, state) values ('${sheetNumber(pair.publicKey)}', x'${publicKey}', '2026-11-22T01:00:00.000Z', 'Q', 'active')`,
  )
  db.close()
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Runs a command and kills it so many milliseconds after its progress reached a step; null lets it end. */
function command(
  args: readonly string[],
  kill: { step: string; afterMs: number } | null,
): Promise<number | null> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...args, '--json'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  child.stdin.end(sheetLines(pair.privateKey).join('\n'))
  child.stderr.on('data', (piece: Buffer) => {
    if (kill && piece.toString().includes(kill.step)) setTimeout(() => child.kill('SIGKILL'), kill.afterMs)
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}

async function expectWhole(): Promise<void> {
  const key = await keyThatOpens(folder, fileKeeper(folder.keyFile))
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  try {
    expect(verifyDatabase(db, digestKeyIn(db, key)).ok).toBe(true)
    expect(db.pluck('select count(*) from place')).toBeGreaterThan(0)
  } finally {
    db.close()
  }
}

it(
  'leaves data that open with a key at hand, whenever a change of key is killed',
  { timeout: 240_000 },
  async () => {
    for (const [kill, step] of STEPS.entries()) {
      await command(['rotate-key', '--data', folder.dir], { step, afterMs: kill * 3 })
      await expectWhole()
    }
  },
)

it(
  'changes the key, shuts the old one out, and still opens an old sealed copy with the sheet',
  { timeout: 240_000 },
  async () => {
    const sealed = join(dir, 'truoc.neove')
    expect(await command(['backup', '--data', folder.dir, '--sealed', '--to', sealed], null)).toBe(0)
    const old = await keyThatOpens(folder, fileKeeper(folder.keyFile))
    expect(await command(['rotate-key', '--data', folder.dir], null)).toBe(0)
    expect(() => openDatabase({ file: folder.database, key: old, mode: 'read' })).toThrow('does not open')
    await expectWhole()
    expect(await command(['restore', sealed, '--data', folder.dir], null)).toBe(1)
    expect(await command(['restore', sealed, '--data', folder.dir, '--sheet'], null)).toBe(0)
    await expectWhole()
    rmSync(folder.keyFile)
    expect(await command(['recover', '--data', folder.dir], null)).toBe(0)
    await expectWhole()
  },
)

it('leaves a whole sealed copy or none, whenever its making is killed', { timeout: 240_000 }, async () => {
  const out = mkdtempSync(join(dir, 'usb-'))
  for (let kill = 0; kill < 4; kill += 1) {
    const target = join(out, `dem-${kill}.neove`)
    const args = ['backup', '--data', folder.dir, '--sealed', '--to', target]
    await command(args, { step: 'Mở bản sao và kiểm tra', afterMs: 10 + kill * 12 })
    for (const name of readdirSync(out).filter((file) => file.endsWith('.neove'))) {
      expect(readSealedHeader(join(out, name)).header.bytes).toBeGreaterThan(0)
    }
    await expectWhole()
  }
})
