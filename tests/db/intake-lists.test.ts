import { expect, it } from 'vitest'
import { LEDGER_ACCOUNTS, LEDGER_KINDS, RECEIPT_REGISTER_LABELS } from '#domain/deposit/ledger.ts'
import { DOSSIER_STATES } from '#domain/dossier/checklist.ts'
import { MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import { PLAN_FORMS, SHEET_FORMS } from '#domain/information-sheet/information-sheet.ts'
import { MARK_KINDS, RELATIONS } from '#domain/information-sheet/personal-lists.ts'
import { TRACKS } from '#domain/stay/track.ts'
import { openTestDatabase, transact } from './_test-database.ts'

const LISTS: readonly (readonly [table: string, column: string, list: readonly string[]])[] = [
  ['dossier_item', 'state', DOSSIER_STATES],
  ['dossier_item', 'reason', MISSING_REASONS],
  ['expected_arrival', 'track', TRACKS],
  ['relative', 'relation', RELATIONS],
  ['mark', 'kind', MARK_KINDS],
  ['information_sheet', 'form', SHEET_FORMS],
  ['rehab_plan', 'form', PLAN_FORMS],
  ['ledger_entry', 'kind', LEDGER_KINDS],
  ['ledger_entry', 'debit', LEDGER_ACCOUNTS],
  ['ledger_entry', 'credit', LEDGER_ACCOUNTS],
  ['ledger_entry', 'register', Object.keys(RECEIPT_REGISTER_LABELS)],
  ['receipt_counter', 'register', Object.keys(RECEIPT_REGISTER_LABELS)],
]

it.each(LISTS)('%s.%s takes exactly what the domain knows', (table, column, list) => {
  using test = openTestDatabase()
  const sql = String(test.db.pluck('select sql from sqlite_master where name = ?', table))
  const check = new RegExp(`check \\(${column} in \\(([^)]*)\\)`).exec(sql)?.[1] ?? ''
  expect(check.replaceAll("'", '').split(', ').toSorted()).toEqual([...list].toSorted())
})

it('money that was written is never changed or taken away', () => {
  using test = openTestDatabase()
  transact(test.db, () =>
    test.db.exec(`
      insert into person (id, name, name_folded, sort_key, sex, created_at) values ('p', 'A', 'a', 'A', 'male', '');
      insert into stay (id, person_id, ordinal, ordinal_source, initial_track, created_at) values ('s', 'p', 1, '', 'held', '');
      insert into ledger_entry (id, stay_id, kind, debit, credit, amount, at, register, year, number, recorded_at, recorded_by)
      values ('e', 's', 'deposit', 'cash', 'deposits', 1, '', 'PTLK', 2026, 1, '', '');`),
  )
  expect(() => test.db.exec("update ledger_entry set amount = 2 where id = 'e'")).toThrow('append-only')
  expect(() => test.db.exec("delete from ledger_entry where id = 'e'")).toThrow('append-only')
})
