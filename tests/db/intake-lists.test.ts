import { expect, it } from 'vitest'
import { LEDGER_ACCOUNTS, LEDGER_KINDS, MONEY_WAYS, RECEIPT_REGISTERS } from '#domain/deposit/ledger.ts'
import { COUNT_FINDINGS } from '#domain/deposit/shelf-count.ts'
import { DOSSIER_STATES } from '#domain/dossier/checklist.ts'
import { MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import { PLAN_FORMS, SHEET_FORMS } from '#domain/information-sheet/information-sheet.ts'
import { MARK_KINDS, RELATIONS } from '#domain/information-sheet/personal-lists.ts'
import { TRACKS } from '#domain/stay/track.ts'
import { openTestDatabase } from './_test-database.ts'

const LISTS: readonly (readonly [table: string, column: string, list: readonly string[]])[] = [
  ['dossier_item', 'state', DOSSIER_STATES],
  ['dossier_item', 'reason', MISSING_REASONS],
  ['expected_arrival', 'track', TRACKS],
  ['relative', 'relation', RELATIONS],
  ['mark', 'kind', MARK_KINDS],
  ['information_sheet', 'form', SHEET_FORMS],
  ['rehab_plan', 'form', PLAN_FORMS],
  ['ledger_move', 'kind', LEDGER_KINDS],
  ['ledger_move', 'debit', LEDGER_ACCOUNTS],
  ['ledger_move', 'credit', LEDGER_ACCOUNTS],
  ['ledger_move', 'way', MONEY_WAYS],
  ['ledger_move', 'register', RECEIPT_REGISTERS],
  ['ledger_total', 'account', LEDGER_ACCOUNTS],
  ['receipt_counter', 'register', RECEIPT_REGISTERS],
  ['shelf_count_line', 'finding', COUNT_FINDINGS],
]

it.each(LISTS)('%s.%s takes exactly what the domain knows', (table, column, list) => {
  using test = openTestDatabase()
  const sql = String(test.db.pluck('select sql from sqlite_master where name = ?', table))
  const check = new RegExp(`check \\(${column} in \\(([^)]*)\\)`).exec(sql)?.[1] ?? ''
  expect(check.replaceAll("'", '').split(', ').toSorted()).toEqual([...list].toSorted())
})
