import { expect, it } from 'vitest'
import { listCallDays, listCalls, listLetters, listParcels } from '#db/queries/contacts/reader.ts'
import { listInRoom, listVisitDays, listVisits, listVisitsOf } from '#db/queries/visits/reader.ts'
import { findVisitorByPaper, listVisitors, listVisitorsOf } from '#db/queries/visits/visitors.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { plansOf } from './_plans.ts'
import { openTestDatabase } from './_test-database.ts'

const DAY = '2026-11-22'
const OF_ONE = { personId: 'p', span: null, after: null, limit: 50 }
const OF_MONTH = { personId: null, span: { from: '2026-11-01', to: '2026-11-30' }, after: null, limit: 50 }

it.each<[string, (db: ReadDb) => unknown, string]>([
  ['visits of a week', (db) => listVisits(db, DAY, '2026-11-28'), 'visit_day_idx'],
  ['visits of a person', (db) => listVisitsOf(db, 'p'), 'visit_person_idx'],
  ['days of visits', (db) => listVisitDays(db, 'p', { from: DAY, to: DAY }, ''), 'visit_person_idx'],
  ['visits in a room', (db) => listInRoom(db, DAY, 'r', ''), 'visit_day_idx'],
  ['visitors of a person', (db) => listVisitorsOf(db, 'p'), 'visitor_tie_person_idx'],
  ['a visitor by paper', (db) => findVisitorByPaper(db, '1'), 'visitor_paper_idx'],
  [
    'the register of visitors',
    (db) => listVisitors(db, { words: '', banned: false }, { after: null, limit: 50 }),
    'visitor_name_idx',
  ],
  ['calls of a person', (db) => listCalls(db, OF_ONE), 'phone_call_person_idx'],
  ['calls of a month', (db) => listCalls(db, OF_MONTH), 'phone_call_day_idx'],
  ['days of calls', (db) => listCallDays(db, 'p', { from: DAY, to: DAY }, ''), 'phone_call_person_idx'],
  ['letters of a month', (db) => listLetters(db, OF_MONTH), 'letter_day_idx'],
  ['parcels of a month', (db) => listParcels(db, OF_MONTH), 'parcel_day_idx'],
])('%s are read by an index', (_, read, index) => {
  using test = openTestDatabase()
  expect(plansOf(test.db, read).join('\n')).toContain(index)
})
