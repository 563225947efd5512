import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadDb } from '#db/connection/handles.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import {
  findOutingByEvent,
  listOutings,
  listOutingsOfPerson,
  listUncheckedFunerals,
  listWaitingOutings,
} from '#db/queries/goings-out/reader.ts'
import { plansOf } from './_plans.ts'
import { openTestDatabase, TEST_KEY } from './_test-database.ts'

describe('outings are found by their indexes', () => {
  const page = { kinds: [], limit: 50 } as const
  const cases: readonly (readonly [string, (db: ReadDb) => unknown, string])[] = [
    ['of a person', (db) => listOutingsOfPerson(db, 'p'), 'outing_person_idx'],
    ['by a departure', (db) => findOutingByEvent(db, 'e'), 'outing_left_idx'],
    ['those that wait', (db) => listWaitingOutings(db, 50), 'outing_waiting_idx'],
    ['those not checked', (db) => listUncheckedFunerals(db, 't', 50), 'outing_unchecked_idx'],
    ['all, newest first', (db) => listOutings(db, { ...page, after: null }), 'outing_leave_idx'],
    [
      'all, the next page',
      (db) => listOutings(db, { ...page, after: { leaveAt: 't', id: 'a' } }),
      'outing_leave_idx',
    ],
  ]
  it.each(cases)('%s', (_title, read, index) => {
    using test = openTestDatabase()
    const plans = plansOf(test.db, read)
    expect(plans.join('\n')).toContain(index)
    expect(plans.filter((plan) => plan.startsWith('SCAN') && !plan.includes('INDEX'))).toEqual([])
    expect(plans.filter((plan) => plan.includes('TEMP B-TREE'))).toEqual([])
  })
})

describe('laying the table of documents anew', () => {
  it('keeps every document with its bytes, and keeps them frozen', () => {
    const dir = mkdtempSync(join(tmpdir(), 'neo-ve-goings-out-'))
    const db = openDatabase({ file: join(dir, 'old.db'), key: TEST_KEY, mode: 'write' })
    try {
      for (const { version, sql } of MIGRATIONS.filter((migration) => migration.version < 11)) {
        db.exec(sql)
        db.exec(`pragma user_version = ${version}`)
      }
      db.exec(`
        insert into person (id, name, sort_key, name_folded, sex, created_at) values ('p', 'A', 'a', 'a', 'male', 't');
        insert into stay (id, person_id, ordinal, ordinal_source, initial_track, created_at) values ('s', 'p', 1, 'x', 'compulsory', 't');
        insert into document (id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_sha256, made_at, made_by, fields, sha256, bytes)
          values ('d', 'p', 's', 'rehab-plan', 'd163-18', 'plans', 2026, 7, 'KH-CSCN', '2026-11-22', 0, 'h', 't', 'u', '{}', 'h', x'0102');
      `)
      migrate(db)
      expect(db.rows('select number, hex(bytes) as bytes, version from document')).toEqual([
        { number: 7, bytes: '0102', version: 1 },
      ])
      expect(() => db.exec(`update document set number = 8 where id = 'd'`)).toThrow('frozen')
      expect(() => db.exec(`delete from document where id = 'd'`)).toThrow('never deleted')
    } finally {
      db.close()
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
