import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitGroup } from '#db/connection/group-commit.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { latestVersion } from '#db/migrations/migrate.ts'
import { listDevices, listLiveCodes } from '#db/queries/devices/reader.ts'
import { insertDevice, insertPairingCode, setCodeUsed, setDeviceRevoked } from '#db/queries/devices/writer.ts'
import { restoreBackup } from '#hub/backup/restore.ts'
import { createCentre } from '#hub/setup/writes.ts'
import { digestKeyOf } from '#hub/keys/digest-key.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { createDataFolder, readKey, type DataFolder } from '#hub/storage/data-folder.ts'
import { runWrite } from '#hub/storage/run-write.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { verifyDatabase } from '#hub/verify-database.ts'

const NOW = '2026-11-22T02:30:00.000Z'
const LATER = '2026-11-23T02:30:00.000Z'

let dir: string
let folder: DataFolder
let key: Uint8Array
let backup: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-restore-'))
  folder = createDataFolder(join(dir, 'data'))
  key = readKey(folder.keyFile)
  prepareDatabase(folder, key)
  write('Cơ sở cũ')
  backup = join(dir, 'ban-sao.db')
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  db.exec(`VACUUM INTO '${backup}'`)
  db.run(qb.updateTable('centre_profile').set({ name: 'Cơ sở mới' }))
  db.close()
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(name: string): void {
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  const centre = {
    id: 'c',
    name,
    code: null,
    headTitle: 'Trưởng cơ sở',
    headName: null,
    superiorBody: null,
    court: null,
    provinceCode: null,
    address: null,
    isDemo: false,
  }
  const user = {
    id: 'u',
    login: 'quantri',
    name: 'Q',
    roles: ['administrator' as const],
    passwordHash: 'x',
    mustChangePassword: false,
  }
  commitGroup(db, [
    {
      work: (inside) =>
        runWrite(inside, digestKeyOf(key), {
          useCase: 'setup',
          run: createCentre,
          actor: SYSTEM_ACTOR,
          now: NOW,
          input: { ...centre, users: [user] },
          key: null,
          requestHash: '',
        }),
      settle: (outcome) => {
        if (!outcome.ok) throw outcome.error
      },
    },
  ])
  db.run(
    qb.insertInto('session').values({
      id: 's',
      token_hash: 't',
      user_id: 'u',
      desk: 'Máy 1',
      created_at: NOW,
      seen_at: NOW,
      expires_at: LATER,
      stepped_up_at: null,
      ended_at: null,
      end_reason: null,
    }),
  )
  db.close()
}

const restore = (file = backup, keyFile: string | null = null) =>
  restoreBackup({
    backup: file,
    dir: folder.dir,
    keyFile,
    actor: SYSTEM_ACTOR,
    now: LATER,
    progress: () => {},
  })

function read<T>(file: string, work: (db: ReturnType<typeof openDatabase>) => T): T {
  const db = openDatabase({ file, key, mode: 'read' })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const nameIn = (file: string) => read(file, (db) => db.pluck('select name from centre_profile'))

describe('a copy from before a device was shut out', () => {
  const device = (id: string, key: string) => ({
    kind: 'desk' as const,
    id,
    name: id,
    spki_sha256: key.repeat(64),
    serial: id,
    issued_at: NOW,
    expires_at: '2028-11-22T02:30:00.000Z',
    paired_at: NOW,
    paired_by: null,
  })
  const code = {
    secret_hash: 'e'.repeat(64),
    made_at: LATER,
    made_by: null,
    expires_at: '2026-11-23T02:40:00.000Z',
  }

  it('does not let it in again, nor take another by a code that was used since', async () => {
    const copy = join(dir, 'truoc-thu-hoi.db')
    const present = openDatabase({ file: folder.database, key, mode: 'write' })
    insertDevice(present, device('Máy bị lấy', 'a'))
    insertDevice(present, device('Máy ghép lại', 'b'))
    insertDevice(present, device('Máy còn dùng', 'c'))
    insertPairingCode(present, { id: 'ma', ...code })
    present.exec(`VACUUM INTO '${copy}'`)
    setDeviceRevoked(present, 'Máy bị lấy', LATER, 'u')
    setDeviceRevoked(present, 'Máy ghép lại', LATER, 'u')
    insertDevice(present, device('Máy ghép lại 2', 'b'))
    setCodeUsed(present, 'ma', LATER, 'Máy ghép lại 2')
    present.close()

    expect(await restore(copy)).toHaveProperty('data')
    const restored = read(folder.database, (db) => ({
      devices: listDevices(db).map(({ name, revoked_at }) => [name, revoked_at !== null]),
      codes: listLiveCodes(db, LATER, 5),
      told: db.all(qb.selectFrom('audit_entry').select('action')).map(({ action }) => action),
      isWhole: verifyDatabase(db, digestKeyOf(key)).ok,
    }))
    expect(Object.fromEntries(restored.devices)).toEqual({
      'Máy bị lấy': true,
      'Máy ghép lại': false,
      'Máy còn dùng': false,
    })
    expect(restored.codes).toEqual([])
    expect(restored.told).toEqual(
      expect.arrayContaining(['device.revoked', 'device.code-cancelled', 'backup.restored']),
    )
    expect(restored.isWhole).toBe(true)
  })
})

describe('restoring a good backup', () => {
  it('puts it in place and keeps what was there, whole and readable', async () => {
    const done = await restore()
    expect(done).toMatchObject({ previous: { opens: true } })
    expect(nameIn(folder.database)).toBe('Cơ sở cũ')
    const aside = readdirSync(folder.dir).filter((name) => /^before-restore-.*\.db$/.test(name))
    expect(aside).toHaveLength(1)
    expect(nameIn(join(folder.dir, aside[0] ?? ''))).toBe('Cơ sở mới')
  })

  it('writes who restored what into the audit, and the chain holds', async () => {
    const before = readFileSync(backup)
    await restore()
    const entry = read(folder.database, (db) =>
      db.get(qb.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(1)),
    )
    expect(entry).toMatchObject({ action: 'backup.restored', at: LATER })
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ facts: { replacedAuditLength: 2 } })
    expect(read(folder.database, (db) => verifyDatabase(db, digestKeyOf(key)).ok)).toBe(true)
    expect(readFileSync(backup).equals(before)).toBe(true)
  })

  it('ends the sessions that were open when the backup was taken', async () => {
    await restore()
    const open = read(folder.database, (db) =>
      db.pluck('select count(*) from session where ended_at is null'),
    )
    expect(open).toBe(0)
  })

  it('works into a new folder with the old key', async () => {
    const fresh = join(dir, 'may-moi')
    const done = await restoreBackup({
      backup,
      dir: fresh,
      keyFile: folder.keyFile,
      actor: SYSTEM_ACTOR,
      now: LATER,
      progress: () => {},
    })
    expect(done).toMatchObject({ previous: null, keyFile: folder.keyFile })
    expect(nameIn(join(fresh, 'neo-ve.db'))).toBe('Cơ sở cũ')
  })
})

describe('a backup that may not be restored', () => {
  const cases: { title: string; spoil: (file: string) => void; code: string }[] = [
    {
      title: 'cut short',
      spoil: (file) => writeFileSync(file, readFileSync(file).subarray(0, 50_000)),
      code: 'backup-unreadable',
    },
    { title: 'with a changed byte', spoil: (file) => flip(file, 4096 * 30 + 17), code: 'backup-broken' },
    { title: 'with a changed first page', spoil: (file) => flip(file, 50), code: 'backup-unreadable' },
    {
      title: 'that is a text',
      spoil: (file) => writeFileSync(file, 'không phải bản sao lưu'),
      code: 'backup-unreadable',
    },
    { title: 'that is empty', spoil: (file) => writeFileSync(file, ''), code: 'backup-empty' },
    { title: 'from a newer program', spoil: (file) => raise(file), code: 'newer-data' },
    { title: 'whose audit was changed', spoil: (file) => forge(file), code: 'backup-broken' },
  ]

  function flip(file: string, at: number): void {
    const bytes = readFileSync(file)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }

  function raise(file: string): void {
    const db = openDatabase({ file, key, mode: 'write' })
    db.exec(`PRAGMA user_version = ${latestVersion() + 1}`)
    db.close()
  }

  function forge(file: string): void {
    const db = openDatabase({ file, key, mode: 'write' })
    db.exec(`drop trigger audit_entry_no_update; update audit_entry set actor = 'khác' where seq = 1`)
    db.close()
  }

  it.each(cases)('$title is refused and nothing changes', async ({ spoil, code }) => {
    spoil(backup)
    const before = readFileSync(folder.database)
    expect(await restore()).toMatchObject({ refused: [{ code }] })
    expect(readFileSync(folder.database).equals(before)).toBe(true)
    expect(readdirSync(folder.dir).toSorted()).toEqual(['backups', 'hub.json', 'hub.lock', 'neo-ve.db'])
  })

  it('is refused with another centre’s key', async () => {
    const other = createDataFolder(join(dir, 'khac'))
    expect(await restore(backup, other.keyFile)).toMatchObject({ refused: [{ code: 'backup-unreadable' }] })
    expect(nameIn(folder.database)).toBe('Cơ sở mới')
  })

  it('is refused when it is the present file itself', async () => {
    expect(await restore(folder.database)).toMatchObject({ refused: [{ code: 'same-file' }] })
  })
})

describe('a present file that does not open any more', () => {
  it('is kept as it is, with its log, and the backup takes its place', async () => {
    const damaged = Buffer.alloc(8192, 3)
    writeFileSync(folder.database, damaged)
    writeFileSync(`${folder.database}-wal`, 'log')
    const done = await restore()
    expect(done).toMatchObject({ previous: { opens: false } })
    const aside = readdirSync(folder.dir).find((name) => /^before-restore-.*\.db$/.test(name)) ?? ''
    expect(readFileSync(join(folder.dir, aside)).equals(damaged)).toBe(true)
    expect(readFileSync(join(folder.dir, `${aside}-wal`), 'utf8')).toBe('log')
    expect(nameIn(folder.database)).toBe('Cơ sở cũ')
  })
})
