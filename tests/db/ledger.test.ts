import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { ledgerAndBelongings } from '#db/migrations/0013-ledger-and-belongings.ts'
import { lastClose } from '#db/queries/ledger/closes.ts'
import { listLedger, readPersonMoney } from '#db/queries/deposit/ledger.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { compareLedger } from '#db/queries/ledger/compare-ledger.ts'
import { openTestDatabase, TEST_KEY, transact } from './_test-database.ts'

const PEOPLE = `
  insert into person (id, name, name_folded, sort_key, sex, created_at) values ('p', 'A', 'a', 'A', 'male', '');
  insert into stay (id, person_id, ordinal, ordinal_source, initial_track, created_at) values ('s', 'p', 1, '', 'held', '');`

function move(id: string, debit: string, credit: string, amount: number, kind = 'deposit'): string {
  return `insert into ledger_move (id, kind, debit, credit, stay_id, amount, at, day, recorded_at, recorded_by)
    values ('${id}', '${kind}', '${debit}', '${credit}', 's', ${amount}, '2026-11-20T01:00:00.000Z', '2026-11-20', '', '');`
}

it('money that was written is never changed or taken away', () => {
  using test = openTestDatabase()
  transact(test.db, () => test.db.exec(`${PEOPLE} ${move('e', 'cash', 'deposits', 5)}`))
  expect(() => test.db.exec("update ledger_move set amount = 2 where id = 'e'")).toThrow('append-only')
  expect(() => test.db.exec("delete from ledger_move where id = 'e'")).toThrow('append-only')
})

it('the database itself refuses a balance below nothing, whatever asked for it', () => {
  using test = openTestDatabase()
  transact(test.db, () => test.db.exec(`${PEOPLE} ${move('e', 'cash', 'deposits', 5)}`))
  expect(() => test.db.exec(move('f', 'deposits', 'cash', 6, 'withdrawal'))).toThrow('CHECK')
  transact(test.db, () => test.db.exec(move('g', 'deposits', 'cash', 5, 'withdrawal')))
  expect(readPersonMoney(test.db, 's')).toEqual({ deposits: 0, labour: 0, held: 0 })
  expect(compareLedger(test.db)).toEqual([])
  expect(lastClose(test.db)).toBeUndefined()
})

it('entries of the old book are carried over with their numbers, and the old book is closed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-db-'))
  using test = {
    db: openDatabase({ file: join(dir, 'neo-ve.db'), key: TEST_KEY, mode: 'write' }),
    [Symbol.dispose]() {
      this.db.close()
      rmSync(dir, { recursive: true })
    },
  }
  const done = MIGRATIONS.filter(({ version }) => version < ledgerAndBelongings.version)
  transact(test.db, () => done.forEach(({ sql }) => test.db.exec(sql)))
  transact(test.db, () =>
    test.db.exec(`${PEOPLE}
      insert into ledger_entry (id, stay_id, kind, debit, credit, amount, at, register, year, number, recorded_at, recorded_by)
      values ('a', 's', 'deposit', 'cash', 'deposits', 500, '2026-06-30T17:30:00.000Z', 'PTLK', 2026, 7, '', ''),
             ('b', 's', 'withdrawal', 'deposits', 'cash', 200, '2026-07-02T02:00:00.000Z', 'PCLK', 2026, 3, '', '');
      insert into ledger_entry (id, stay_id, kind, debit, credit, amount, at, register, year, number, reverses, recorded_at, recorded_by)
      values ('c', 's', 'reversal', 'cash', 'deposits', 200, '2026-07-02T03:00:00.000Z', 'PTLK', 2026, 8, 'b', '', '');`),
  )
  transact(test.db, () => test.db.exec(ledgerAndBelongings.sql))
  const rows = listLedger(test.db, 's')
  expect(rows.map(({ id, day, register, number }) => [id, day, register, number])).toEqual([
    ['a', '2026-07-01', 'PTLK', 7],
    ['b', '2026-07-02', 'PCLK', 3],
    ['c', '2026-07-02', 'PTLK', 8],
  ])
  expect(readPersonMoney(test.db, 's').deposits).toBe(500)
  expect(compareLedger(test.db)).toEqual([])
  expect(() => test.db.exec('insert into ledger_entry select * from ledger_entry')).toThrow('closed')
})
