import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { latestVersion, migrate, schemaVersion } from '#db/migrations/migrate.ts'
import { insertStay } from './_small-centre.ts'
import { TEST_KEY } from './_test-database.ts'

/** Before documents of the house: from here on their table is carried over, rows and all. */
const FROM = 22
const COLUMNS =
  'id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, ' +
  'template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes'
const ROWS = `select ${COLUMNS} from document order by id`

let dir: string
let db: Connection
let before: unknown[]
let copiedFrom: number[]

function rowsOf(sql: string): unknown[] {
  return db.rows(sql)
}

/** A file as the program of that version left it: two minutes, one of them cancelled, and a receipt. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-upgrade-'))
  db = openDatabase({ file: join(dir, 'neo-ve.db'), key: TEST_KEY, mode: 'write' })
  db.exec('BEGIN')
  for (const { version, sql } of MIGRATIONS) if (version <= FROM) db.exec(sql)
  db.exec(`PRAGMA user_version = ${FROM}`)
  const { personId, stayId } = insertStay(db, { name: 'Hứa Văn An' })
  const document = (id: string, register: string, number: number, cancelled: string) =>
    db.exec(
      `insert into document (${COLUMNS}) values ('${id}', '${personId}', '${stayId}', 'hand-over', '2026', ` +
        `'${register}', 2026, ${number}, '${number}/BB', '2026-03-01', 0, null, 'mẫu', 't', 'a', ${cancelled}, 1, ` +
        `'{"ho_ten":"Hứa Văn An"}', 'băm', randomblob(20000))`,
    )
  document('d1', 'minutes', 1, "'t', 'a', 'Ghi nhầm ngày'")
  document('d2', 'minutes', 2, 'null, null, null')
  document('d3', 'receipts', 1, 'null, null, null')
  db.exec('delete from obligation_stale')
  db.exec('COMMIT')
  before = rowsOf(ROWS)
  copiedFrom = []
  migrate(db, (from) => copiedFrom.push(from))
})
afterAll(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

describe(`a file of version ${FROM} that holds documents, brought to the newest`, () => {
  it('is copied first, and keeps every document with its number and its bytes', () => {
    expect(copiedFrom).toEqual([FROM])
    expect(schemaVersion(db)).toBe(latestVersion())
    expect(before).toHaveLength(3)
    expect(rowsOf(ROWS)).toEqual(before)
    expect(rowsOf('select length(bytes) as size from document')).toEqual(
      Array.from({ length: 3 }, () => ({ size: 20_000 })),
    )
  })

  it('is sound, and no row of another table points at nothing', () => {
    expect(db.pluck('pragma integrity_check')).toBe('ok')
    expect(rowsOf('pragma foreign_key_check')).toEqual([])
  })

  it('holds numbers to one document each, and documents to what they were', () => {
    const taken = `insert into document (${COLUMNS}) select 'd4', ${COLUMNS.slice(4)} from document where id = 'd2'`
    expect(() => db.exec(taken)).toThrow(/UNIQUE/)
    for (const column of ['bytes', 'number', 'fields', 'sha256', 'dated_on', 'campaign_id', 'incident_id']) {
      const change = `update document set ${column} = ${column} where id = 'd2'`
      expect(() => db.exec(change)).toThrow(/document is frozen/)
    }
    expect(() => db.exec("delete from document where id = 'd1'")).toThrow(/never deleted/)
  })

  it('reckons duties anew when a document is made or cancelled', () => {
    const stale = () => rowsOf("select stay_id from obligation_stale where cause = 'documents'")
    expect(stale()).toEqual([])
    db.exec("update document set cancelled_at = 't', cancelled_by = 'a', cancel_reason = 'x' where id = 'd2'")
    expect(stale()).toHaveLength(1)
  })
})
