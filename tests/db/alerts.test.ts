import { describe, expect, it } from 'vitest'
import type { ReadDb } from '#db/connection/handles.ts'
import {
  listActiveAlerts,
  listAlerts,
  listOpenAlerts,
  type ActiveAlertQuery,
} from '#db/queries/alerts/reader.ts'
import { readOpenAlerts } from '#db/queries/alerts/open-alerts.ts'
import { listPeople, type PeopleListQuery } from '#db/queries/people/list-page.ts'
import { plansOf } from './_plans.ts'
import { openTestDatabase } from './_test-database.ts'

const TODAY = '2026-11-22'
const ACTIVE: ActiveAlertQuery = { codes: null, zones: [], reviewDue: false, today: TODAY }
const PEOPLE: PeopleListQuery = {
  group: 'on-roll',
  zones: [],
  tracks: [],
  sexes: [],
  states: [],
  awaitingBed: false,
  endsWithin: null,
  withAlert: true,
  papersOverdue: false,
  words: '',
  sort: 'name',
  direction: 'asc',
}

describe('alerts are found by their indexes', () => {
  const cases: readonly (readonly [string, (db: ReadDb) => unknown, string])[] = [
    ['of a person', (db) => listAlerts(db, 'p'), 'alert_person_idx'],
    ['open ones of a person', (db) => listOpenAlerts(db, 'p'), 'alert_open_idx'],
    ['those that hold', (db) => listActiveAlerts(db, ACTIVE, { after: null, limit: 50 }), 'alert_review_idx'],
    [
      'those that hold, the next page',
      (db) => listActiveAlerts(db, ACTIVE, { after: { reviewOn: TODAY, id: 'a' }, limit: 50 }),
      'alert_review_idx',
    ],
    [
      'people with one',
      (db) => listPeople(db, PEOPLE, { cursor: null, limit: 50, today: TODAY }),
      'alert_open_idx',
    ],
  ]
  it.each(cases)('%s', (_, read, index) => {
    using test = openTestDatabase()
    const plans = plansOf(test.db, read)
    expect(plans.some((line) => line.includes(index))).toBe(true)
    expect(plans.filter((line) => line.startsWith('SCAN alert') && !line.includes('INDEX'))).toEqual([])
  })

  it('walks the list by review without sorting it', () => {
    using test = openTestDatabase()
    const plans = plansOf(test.db, (db) => listActiveAlerts(db, ACTIVE, { after: null, limit: 50 }))
    expect(plans.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})

describe('open alerts beside a person', () => {
  it('come back from one column as they were', () => {
    expect(readOpenAlerts(null)).toEqual([])
    expect(readOpenAlerts('escape 2026-11-01 ;lower-bunk 2026-11-02 2026-12-01')).toEqual([
      { code: 'escape', fromOn: '2026-11-01', toOn: null, closedAt: null },
      { code: 'lower-bunk', fromOn: '2026-11-02', toOn: '2026-12-01', closedAt: null },
    ])
  })
})
