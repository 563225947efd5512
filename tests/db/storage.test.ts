import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitGroup } from '#db/connection/group-commit.ts'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import { openDatabase, StorageError } from '#db/connection/open-database.ts'
import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import {
  latestVersion,
  migrate,
  migrationHash,
  NewerDatabaseError,
  schemaVersion,
} from '#db/migrations/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { AppError } from '#domain/errors.ts'
import { openTestDatabase, TEST_KEY } from './_test-database.ts'

const CANARY = 'Hoàng Thị Chim Yến'

function setting(key: string, value: string) {
  return qb.insertInto('setting').values({ key, value, updated_at: 't', updated_by: 'u' })
}

describe('the storage recipe', () => {
  it('holds on the first open and on every reopen, where the driver falls back to NORMAL by itself', () => {
    using test = openTestDatabase()
    for (let i = 0; i < 3; i += 1) {
      using again = closing(openDatabase({ file: test.file, key: TEST_KEY, mode: 'write' }))
      expect(again.db.pluck('pragma synchronous')).toBe(2)
      expect(again.db.pluck('pragma journal_mode')).toBe('wal')
      expect(again.db.pluck('pragma temp_store')).toBe(2)
      expect(again.db.pluck('pragma foreign_keys')).toBe(1)
    }
  })

  it('leaves nothing readable in the file, the WAL or a copy', () => {
    using test = openTestDatabase()
    test.db.run(setting('canary', JSON.stringify(CANARY)))
    const copy = join(dirname(test.file), 'copy.db')
    test.db.exec(`VACUUM INTO '${copy}'`)
    for (const file of [test.file, `${test.file}-wal`, copy]) {
      const bytes = readFileSync(file)
      expect(bytes.length).toBeGreaterThan(0)
      for (const form of ['NFC', 'NFD'] as const) {
        expect(bytes.includes(Buffer.from(CANARY.normalize(form)))).toBe(false)
      }
      expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    }
  })

  it('refuses a wrong key and a file that is no database', () => {
    using test = openTestDatabase()
    const open = (key: Uint8Array, file = test.file) => openDatabase({ file, key, mode: 'read' })
    expect(() => open(new Uint8Array(32).fill(8))).toThrow(StorageError)
    const text = join(dirname(test.file), 'text.db')
    writeFileSync(text, 'không phải cơ sở dữ liệu '.repeat(500))
    expect(() => open(TEST_KEY, text)).toThrow(StorageError)
    expect(() => open(TEST_KEY, join(dirname(test.file), 'absent.db'))).toThrow(StorageError)
  })

  it('notices a single flipped bit anywhere in a closed file', () => {
    using test = openTestDatabase()
    for (let i = 0; i < 200; i += 1) test.db.run(setting(`k${i}`, '"v"'))
    test.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const whole = readFileSync(test.file)
    const missed: number[] = []
    for (let i = 0; i < 40; i += 1) {
      const offset = Math.floor((whole.length * (i + 0.5)) / 40)
      const damaged = Buffer.from(whole)
      damaged[offset] = (damaged[offset] ?? 0) ^ (1 << (i % 8))
      const file = join(dirname(test.file), 'damaged.db')
      writeFileSync(file, damaged)
      if (isFoundSound(file)) missed.push(offset)
    }
    expect(missed).toEqual([])
  })

  it('does not let a reading connection write', () => {
    using test = openTestDatabase()
    using reader = closing(openDatabase({ file: test.file, key: TEST_KEY, mode: 'read' }))
    expect(() => reader.db.run(setting('x', '1'))).toThrow(/readonly/)
  })

  it('refuses changes and deletions of audit entries and custody events by itself', () => {
    using test = openTestDatabase()
    test.db.exec(
      `insert into audit_entry values (1, 't', 'a', 'x', null, null, null, '{}', '${'0'.repeat(64)}', 'h')`,
    )
    expect(() => test.db.exec('update audit_entry set actor = 1')).toThrow(/append-only/)
    expect(() => test.db.exec('delete from audit_entry')).toThrow(/append-only/)
  })
})

function isFoundSound(file: string): boolean {
  try {
    using opened = closing(openDatabase({ file, key: TEST_KEY, mode: 'read' }))
    return opened.db.pluck('pragma quick_check') === 'ok'
  } catch {
    return false
  }
}

function closing(db: ReturnType<typeof openDatabase>) {
  return { db, [Symbol.dispose]: () => db.close() }
}

describe('group commit', () => {
  it('undoes a refused write alone and settles nothing before the commit', () => {
    using test = openTestDatabase()
    const outcomes: string[] = []
    commitGroup(test.db, [
      {
        work: (db) => db.run(setting('a', '1')),
        settle: ({ ok }) => outcomes.push(`a ${ok} ${test.db.inTransaction}`),
      },
      {
        work: (db) => {
          db.run(setting('b', '1'))
          throw new AppError('rule_violated')
        },
        settle: ({ ok }) => outcomes.push(`b ${ok}`),
      },
      { work: (db) => db.run(setting('c', '1')), settle: ({ ok }) => outcomes.push(`c ${ok}`) },
    ])
    expect(outcomes).toEqual(['a true false', 'b false', 'c true'])
    expect(test.db.all(qb.selectFrom('setting').select('key').orderBy('key'))).toEqual([
      { key: 'a' },
      { key: 'c' },
    ])
  })

  it('undoes a refused write that is alone whole, commits one that is not, and leaves no transaction', () => {
    using test = openTestDatabase()
    const outcomes: boolean[] = []
    const alone = (key: string, isRefused: boolean) =>
      commitGroup(test.db, [
        {
          work: (db) => {
            db.run(setting(key, '1'))
            if (isRefused) throw new AppError('rule_violated')
          },
          settle: ({ ok }) => outcomes.push(ok && !test.db.inTransaction),
        },
      ])
    expect([alone('refused', true), alone('kept', false)]).toEqual(['settled', 'settled'])
    expect(test.db.inTransaction).toBe(false)
    expect(outcomes).toEqual([false, true])
    expect(test.db.all(qb.selectFrom('setting').select('key'))).toEqual([{ key: 'kept' }])
  })

  it('fails the whole group as retryable when the disk is full, keeps nothing of it, and goes on afterwards', () => {
    using test = openTestDatabase()
    test.db.run(setting('before', '1'))
    const pages = Number(test.db.pluck('pragma page_count'))
    test.db.exec(`pragma max_page_count = ${pages + 2}`)
    const codes: string[] = []
    const big = JSON.stringify('x'.repeat(200_000))
    const item = (key: string, value: string) => ({
      work: (db: typeof test.db) => db.run(setting(key, value)),
      settle: (outcome: { ok: boolean; error?: unknown }) =>
        codes.push(outcome.error instanceof AppError ? outcome.error.code : 'ok'),
    })
    commitGroup(test.db, [item('small', '1'), item('big', big), item('after', '1')] as never)
    expect(codes).toEqual(['disk_full', 'disk_full', 'disk_full'])
    expect(test.db.all(qb.selectFrom('setting').select('key'))).toEqual([{ key: 'before' }])
    test.db.exec('pragma max_page_count = 1000000')
    commitGroup(test.db, [item('again', big)] as never)
    expect(codes.at(-1)).toBe('ok')
  })
})

describe('a disk that fails', () => {
  it.each([
    ['SQLITE_IOERR_FSYNC', 'disk-failing', 'disk_failed'],
    ['SQLITE_IOERR_WRITE', 'disk-failing', 'disk_failed'],
    ['SQLITE_IOERR_SHMSIZE', 'settled', 'disk_full'],
    ['SQLITE_FULL', 'settled', 'disk_full'],
  ])('with %s ends the group as %s, each write refused with %s', (code, end, refusal) => {
    using test = openTestDatabase()
    const codes: unknown[] = []
    const settle = (outcome: { ok: boolean; error?: unknown }) =>
      codes.push(outcome.error instanceof AppError ? outcome.error.code : outcome.ok)
    const fails = () => {
      throw Object.assign(new Error('disk'), { code })
    }
    const good = { work: (db: typeof test.db) => db.run(setting('a', '1')), settle }
    expect(commitGroup(test.db, [good, { work: fails, settle }] as never)).toBe(end)
    expect(codes).toEqual([refusal, refusal])
    expect(test.db.all(qb.selectFrom('setting').select('key'))).toEqual([])
  })
})

describe('the lock against a second hub', () => {
  it('is refused while held and free at once after release', () => {
    using test = openTestDatabase()
    const file = join(dirname(test.file), 'hub.lock')
    const first = takeHubLock(file)
    expect(first).toBeDefined()
    expect(takeHubLock(file)).toBeUndefined()
    first?.release()
    const second = takeHubLock(file)
    expect(second).toBeDefined()
    second?.release()
  })
})

describe('prepared queries', () => {
  it('bind new values to the kept text', () => {
    using test = openTestDatabase()
    test.db.run(setting('a', '1'))
    test.db.run(setting('b', '2'))
    const byKey = prepared<{ key: string }>()((p) =>
      qb.selectFrom('setting').select('value').where('key', '=', p.key),
    )
    expect(byKey.get(test.db, { key: 'a' })).toEqual({ value: '1' })
    expect(byKey.get(test.db, { key: 'b' })).toEqual({ value: '2' })
    expect(byKey.all(test.db, { key: "a' or 1=1 --" })).toEqual([])
  })
})

/** Shipped migrations never change: a hash here is for ever. Add a line for each new one. */
const SHIPPED: Record<string, string> = {
  '0001-house': '29d1a8d2e2dbe74319c01d88203e395b221ecba10706f5544ea547f86ad6ba4d',
  '0002-intake': '1f8d0872450d30d28cd8e622f74b55bf219980e46dd7ffd4475b4375fec8adf0',
  '0003-documents': '459a032a2e5b974d94fe5a1e24d8d926d0aebfb2c78610387de5296e479022cf',
  '0004-audit-head': '1f976512a5776dd52d3ebd5feb56095cf52176f731583226cde93bf159cff64b',
  '0005-alerts': '04147f3a4d0cd0eea85c84a190932beda7f0c25fbb53f48d47a72ac8d6c18df6',
  '0006-devices': 'aaa94712ed1f738f0033385a48e7c0a1fc25b5b15d2b58f2c70c41603e4aef28',
  '0007-backups': '20d54a4b67fd066c0c637132c66bae1c5b2a933e0fba00833e51bc9b9ee694a3',
  '0008-releases': '8b92529145957d5e9d4ae838482d05c0148aefd241d2da1acb76280ac374b103',
  '0009-belongings': '7bd1cf44f9b35a6d81b772f7f144ea7e896b88ac235ad022e048222f52d57cf9',
  '0010-shifts-and-counts': 'fde2a94316d63bf497570dae7e2afd722732e6864e36ce306a84df135ac87bd8',
  '0011-goings-out': 'be63ba94d5c2bb96dc87d5af15416d0de31097140d2475db4829624770cd9282',
  '0012-contacts': '5cfa482da11efc075d510cd24b5b9ff6e11140bd7b0a56b0b6311109641bff54',
  '0013-ledger-and-belongings': '4163bacb92954d7cd77aabf55d3be55400e95ef7370687b6fd4da31955d91df7',
  '0014-placement-safety': '3d62fa0bedf598131e0f4eca6fe971708bb2eaa53a4ec14689d89a3895f02708',
  '0015-requests': 'bda12c3373b98e7d0323a01524f2f87e9323e19cba0b09f8e8bc00ec627dbd30',
  '0016-care-path': 'a881cf1af25da81f0aaaab9b30fb5ea271e53e58ad48ce5f50d3753dd9c9316a',
  '0017-obligations': '18a22522df0dd1bcbfa9b060eb7320a5b4e51ae77c7bd95c539db39d299d661d',
  '0018-browser-devices': 'd7764bf2ad264b6493bcf9c0f7eb546c7b51bfe4dc71b157f9f448b6b16fd713',
  '0019-care-evidence': 'cfa732dec43667be58ca555007f5f2960aba20334dce243bcfab9aebe7b6ab11',
  '0020-incidents': '90857b1a832336806ea07290a432aa6467fc58d9b3b0807123a6dfc18e370f25',
  '0021-escapes': '54ad0128e8de99d524303be90d8c2c5f2dcfac3c510340eba97612367bfcae08',
  '0022-conduct-cases': 'bdb0b7b3487442b669e2b5e928e160b2d0bfe0784a85194c8d351d8a805a5574',
  '0023-papers-and-returning': 'e504a471c1424799cdee6b91c5e72e2e12bf13344a72bb8067102b816ecf1102',
  '0024-list-indexes': '6711b15399a0ffc77751ae1a2e1a8836a1de55bf1afb0854ea0124898b5095b8',
  '0026-papers-of-incidents': 'ccb010a5dbfddd7421d0d43d93649f75ff83b3605b180bcebb90908367d0f542',
  '0027-papers-of-cases': 'fdb58765ecf0ddfe580a87ea6d7d6ba79ee11f35d56c18d5890b691491b96148',
  '0029-moved-tasks': '959825106644faa2b1d5a4a7159eb80440b98fb05d8e50d6e59158cb324c642f',
  '0033-obligation-backlog': '77cfa2894e8f9d75e4743860b233578b0b5caad7aecccff098f2b41a4919f1e5',
  '0034-duty-index': 'f2ac1b8a21a58354076ec7f840439edf4717608488604a9433ecad1054902109',
}

describe('migrations', () => {
  it('have rising versions and keep the text they were shipped with', () => {
    const versions = MIGRATIONS.map(({ version }) => version)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(new Set(versions).size).toBe(versions.length)
    const hashes = Object.fromEntries(MIGRATIONS.map(({ name, sql }) => [name, migrationHash(sql)]))
    expect(hashes).toMatchObject(SHIPPED)
  })

  it('are done once, and a file from a newer program is refused', () => {
    using test = openTestDatabase()
    expect(schemaVersion(test.db)).toBe(latestVersion())
    let copies = 0
    migrate(test.db, () => (copies += 1))
    expect(copies).toBe(0)
    test.db.exec(`pragma user_version = ${latestVersion() + 1}`)
    expect(() => migrate(test.db)).toThrow(NewerDatabaseError)
  })
})
