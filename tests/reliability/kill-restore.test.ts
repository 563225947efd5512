import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { planSeed } from '#hub/seed/seed-plan.ts'
import { fillZones } from '#hub/seed/fill-sample.ts'
import { digestKeyOf } from '#hub/keys/digest-key.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { createDataFolder, readKey, type DataFolder } from '#hub/storage/data-folder.ts'
import { verifyDatabase } from '#hub/verify-database.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))
const KILLS = 8

let dir: string
let folder: DataFolder
let key: Uint8Array

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-kill-restore-'))
  folder = createDataFolder(join(dir, 'data'))
  key = readKey(folder.keyFile)
  prepareDatabase(folder, key)
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  fillZones(db, planSeed(120, 'restore', '2026-11-22T01:00:00.000Z'))
  db.exec(`VACUUM INTO '${join(dir, 'ban-sao.db')}'`)
  db.run(qb.updateTable('place').set({ name: 'Khu mới' }))
  db.close()
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Starts a restore and kills it so many milliseconds after its progress reached a step. */
function restoreKilled(step: string, afterMs: number): Promise<void> {
  const args = [COMMAND_LINE, 'restore', join(dir, 'ban-sao.db'), '--data', folder.dir, '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (piece: Buffer) => {
    if (piece.toString().includes(step)) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  return new Promise((resolve) => child.once('close', () => resolve()))
}

it(
  'leaves one whole database in place, the old or the restored, whenever a restore is killed',
  { timeout: 240_000 },
  async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await restoreKilled(kill % 2 === 0 ? 'Giữ lại' : 'thay dữ liệu', kill * 4)
      const db = openDatabase({ file: folder.database, key, mode: 'write' })
      const names = db.all(qb.selectFrom('place').select('name').distinct()).map(({ name }) => name)
      expect(verifyDatabase(db, digestKeyOf(key)).ok).toBe(true)
      expect(names.every((name) => name === 'Khu mới') || names.every((name) => name !== 'Khu mới')).toBe(
        true,
      )
      db.run(qb.updateTable('place').set({ name: 'Khu mới' }))
      db.close()
    }
  },
)
