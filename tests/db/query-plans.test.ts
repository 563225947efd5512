import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bagsOfGone, countBags, listBagLines } from '#db/queries/belongings/bags.ts'
import { listBagsOn, listCounts } from '#db/queries/belongings/shelves.ts'
import {
  countReached,
  listNotReached,
  listSessions,
  listSessionsOfStay,
} from '#db/queries/care-sessions/reader.ts'
import { listCases, type CaseQuery } from '#db/queries/conduct-cases/reader.ts'
import { countRatable, listRatable } from '#db/queries/conduct/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { listLedger } from '#db/queries/deposit/ledger.ts'
import { countAway, listAway, listEscapes } from '#db/queries/escapes/reader.ts'
import { findSightings } from '#db/queries/escapes/sightings.ts'
import { listHeadCounts, listSignedCounts, listVarianceSince } from '#db/queries/head-count/reader.ts'
import { listBalances, listOwedAfterLeaving, sumBalances } from '#db/queries/ledger/balances.ts'
import { cashAfter } from '#db/queries/ledger/closes.ts'
import { listMoves, sumMoves } from '#db/queries/ledger/moves.ts'
import {
  countObligations,
  listFirstOfDuty,
  listObligations,
  type ObligationQuery,
} from '#db/queries/obligations/reader.ts'
import { countOverduePlans, countWithoutReintegration, listOverduePlans } from '#db/queries/plans/reader.ts'
import { countRequests, listRequests, type RequestQuery } from '#db/queries/requests/reader.ts'
import { listInStage, listOverFirst, listWithoutStage } from '#db/queries/stages/reader.ts'
import { countOpenFindings, listFindings, listOpenFindings } from '#db/queries/sweep/reader.ts'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { countLateNotices, countLateTasks } from '#db/queries/incidents/late-work.ts'
import { countByState, countIncidents } from '#db/queries/incidents/reader.ts'
import {
  countByKind,
  countByMonth,
  countByWeekdayAndHour,
  countByZoneAndHour,
  countContraband,
  listClosings,
  listEscapesOf,
  listRepeated,
  listRolesOfPerson,
  listStandings,
} from '#db/queries/incidents/statistics.ts'
import type { BalanceFilter } from '#domain/contract/ledger-shapes.ts'
import type { SweepFilter } from '#domain/contract/sweep.ts'
import { listEscalated, listOpenTasks, listUnsentNotices } from '#db/queries/incidents/tasks.ts'
import { COUNTED_STATES, OPEN_STATES } from '#domain/incidents/statistics.ts'
import { plansOf } from './_plans.ts'
import { openTestDatabase, type TestDatabase } from './_test-database.ts'

const DAY = '2026-11-22'
const NOW = `${DAY}T03:00:00.000Z`
const FIRST = { after: null, limit: 50 }
const BOARD = { zones: [], teams: [], over: null }
const RATED = { until: NOW, zones: [], teams: [] }
const MOVES = { from: null, to: null, kinds: [], accounts: [], stayId: null, batchId: null }
const HERE: BalanceFilter = { group: 'here', zones: [], below: null, withMoney: false }
const LEFT: BalanceFilter = { ...HERE, group: 'left' }
const BAGS = { states: [], shelfId: null, words: '' }
const BAG_PAGE = { after: null, limit: 50, dueUntil: DAY }
const FINDINGS: SweepFilter = { state: null, kinds: [], zones: [] }
const SESSIONS = { kinds: [], teams: [], openOnly: false }
const REACH = { kinds: ['education'] as const, since: NOW, zones: [], teams: [] }
const SIGNED = { zoneId: null, onlyVariance: false }
const DUTIES: ObligationQuery = {
  roles: [],
  duties: [],
  windows: [],
  zones: [],
  escalated: false,
  closed: false,
  now: NOW,
  hidden: ['HOUSE-10'],
}
const CASES: CaseQuery = { group: 'open', kinds: [], zones: [], personId: null, incidentId: null }
/** What the page of figures asks of a year, by a reader of two zones. */
const COUNTED: IncidentQuery = {
  states: [...COUNTED_STATES],
  kinds: ['fight'],
  zones: ['z'],
  personId: null,
  from: '2025-11-23',
  to: DAY,
  hour: null,
  weekday: null,
  substance: null,
  route: null,
  escape: null,
  injured: null,
  age: null,
  late: false,
  lateNotice: false,
  mine: false,
  now: NOW,
  among: null,
  reader: { userId: 'u', seesRestricted: false, zones: ['z', 'y'] },
}
/** What the board asks of all that is open, by a reader of everything. */
const BOARDED: IncidentQuery = {
  ...COUNTED,
  states: [...OPEN_STATES],
  kinds: [],
  zones: [],
  from: null,
  to: null,
  reader: { userId: 'u', seesRestricted: true, zones: null },
}
const TASKS = { of: null, dueBefore: null, seesRestricted: true, limit: 300 }
const DAYS_OF_INCIDENTS = 'COVERING INDEX incident_heat_idx (occurred_on>? AND occurred_on<?)'
const AFTER_DUTY = { after: { at: NOW, stayId: 's', key: 'k' }, limit: 50 }

function requests(state: RequestQuery['state'], personId: string | null = null): RequestQuery {
  return { state, kinds: [], zones: [], personId, today: DAY, reader: { userId: 'u', seesStaff: false } }
}

let test: TestDatabase
beforeAll(() => {
  test = openTestDatabase()
})
afterAll(() => test[Symbol.dispose]())

/** Steps that read a table as a whole, without any index. */
function wholeTables(plans: readonly string[]): string[] {
  return plans.filter((step) => step.startsWith('SCAN') && !step.includes('INDEX'))
}

type Reading = readonly [what: string, read: (db: ReadDb) => unknown, index: string]

describe('a list that grows is walked in its own order, without sorting', () => {
  const cases: readonly Reading[] = [
    ['a stage of the board', (db) => listInStage(db, 1, BOARD, FIRST), 'stage_record_board_idx'],
    [
      'the next page of a stage',
      (db) => listInStage(db, 1, BOARD, { after: { startedOn: DAY, id: 'a' }, limit: 50 }),
      'stage_record_board_idx (stage=? AND (started_on,id)>(?,?))',
    ],
    ['those too long in stage 1', (db) => listOverFirst(db, DAY, 5), 'stage_record_board_idx'],
    ['people in no stage', (db) => listWithoutStage(db, BOARD, FIRST), 'roster_name_idx'],
    [
      'people in no stage of a zone',
      (db) => listWithoutStage(db, { ...BOARD, zones: ['z'] }, FIRST),
      'roster_zone_idx',
    ],
    ['plans that are late', (db) => listOverduePlans(db, DAY, 5), 'rehab_plan_waiting_idx'],
    ['sessions', (db) => listSessions(db, SESSIONS, FIRST), 'care_session_time_idx'],
    ['those no session reached', (db) => listNotReached(db, { ...REACH, limit: 50 }), 'roster_received_idx'],
    ['bags of things', (db) => listBagLines(db, BAGS, BAG_PAGE), 'property_line_bag_idx'],
    ['counts of shelves', (db) => listCounts(db, 20), 'shelf_count_time_idx'],
    ['what people have', (db) => listBalances(db, HERE, FIRST), 'roster_name_idx'],
    ['the ledger', (db) => listMoves(db, MOVES, { before: null, limit: 50 }), 'ledger_move_day_idx'],
    [
      'the next page of the ledger',
      (db) => listMoves(db, MOVES, { before: { day: DAY, seq: 9 }, limit: 50 }),
      'ledger_move_day_idx (day<?)',
    ],
    ['a statement', (db) => listLedger(db, 's'), 'ledger_move_stay_idx'],
    ['open requests', (db) => listRequests(db, requests('open'), FIRST), 'request_open_idx'],
    ['all requests', (db) => listRequests(db, requests('all'), FIRST), 'request_received_idx'],
    ['escapes', (db) => listEscapes(db, { personId: null, ...FIRST }), 'escape_at_idx'],
    [
      'the next page of escapes',
      (db) => listEscapes(db, { personId: null, after: { at: NOW, id: 'a' }, limit: 50 }),
      'escape_at_idx ((escaped_at,id)<(?,?))',
    ],
    ['open cases of conduct', (db) => listCases(db, CASES, FIRST), 'conduct_case_open_idx'],
    [
      'the next page of all cases of conduct',
      (db) => listCases(db, { ...CASES, group: 'all' }, { after: { at: NOW, id: 'a' }, limit: 50 }),
      'conduct_case_proposed_idx ((proposed_at,id)<(?,?))',
    ],
    [
      'cases of conduct of a person',
      (db) => listCases(db, { ...CASES, group: 'all', personId: 'p' }, FIRST),
      'conduct_case_person_idx',
    ],
    ['findings that hold', (db) => listFindings(db, FINDINGS, FIRST), 'sweep_finding_holding_idx'],
    [
      'findings resolved',
      (db) => listFindings(db, { ...FINDINGS, state: 'resolved' }, FIRST),
      'sweep_finding_seen_idx',
    ],
    [
      'signed counts',
      (db) => listSignedCounts(db, SIGNED, { before: null, limit: 50 }),
      'head_count_shift_idx',
    ],
    [
      'the next page of signed counts',
      (db) => listSignedCounts(db, SIGNED, { before: { shiftAt: NOW, zoneId: 'z' }, limit: 50 }),
      'head_count_shift_idx ((shift_at,zone_id)<(?,?))',
    ],
    ['everybody’s duties', (db) => listObligations(db, DUTIES, FIRST), 'obligation_open_idx'],
    [
      'the next page of duties',
      (db) => listObligations(db, DUTIES, AFTER_DUTY),
      'obligation_open_idx ((due_at,stay_id,key)>(?,?,?))',
    ],
    [
      'duties of one role',
      (db) => listObligations(db, { ...DUTIES, roles: ['intake'] }, FIRST),
      'obligation_role_idx',
    ],
    [
      'duties of two roles',
      (db) => listObligations(db, { ...DUTIES, roles: ['intake', 'zone'] }, FIRST),
      'obligation_open_idx',
    ],
    [
      'duties before the head of the centre',
      (db) => listObligations(db, { ...DUTIES, escalated: true }, FIRST),
      'obligation_open_idx',
    ],
    [
      'duties done',
      (db) => listObligations(db, { ...DUTIES, closed: true }, AFTER_DUTY),
      'obligation_done_idx ((done_at,stay_id,key)<(?,?,?))',
    ],
  ]
  it.each(cases)('%s', (_, read, index) => {
    const plans = plansOf(test.db, read)
    expect(plans.join('\n')).toContain(index)
    expect(wholeTables(plans)).toEqual([])
    expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })
})

describe('a figure, or a few rows of one owner, is found by an index', () => {
  const cases: readonly Reading[] = [
    ['those rated in a month and here', (db) => listRatable(db, RATED, '2026-10', FIRST), 'roster_name_idx'],
    [
      'those rated in a month and gone',
      (db) => listRatable(db, RATED, '2026-10', FIRST),
      'stay_state_ended_idx',
    ],
    ['how many are rated', (db) => countRatable(db, RATED, '2026-10'), 'stay_state_ended_idx'],
    ['those away by escape', (db) => listAway(db, FIRST), 'roster_state_idx'],
    ['how many are away by escape', (db) => countAway(db), 'roster_state_idx'],
    [
      'when somebody was seen last',
      (db) => findSightings(db, { stayId: 's', personId: 'p', roomId: 'r', before: NOW }),
      'head_count_room_seen_idx',
    ],
    ['sessions of a stay', (db) => listSessionsOfStay(db, 's', 50), 'care_attendance_stay_idx'],
    ['how many were reached', (db) => countReached(db, REACH), 'care_session_time_idx'],
    ['late plans counted', (db) => countOverduePlans(db, DAY), 'rehab_plan_waiting_idx'],
    ['ends without a plan', (db) => countWithoutReintegration(db, DAY, DAY), 'roster_end_idx'],
    ['bags on a shelf', (db) => listBagsOn(db, 's'), 'property_bag_shelf_idx'],
    [
      'bags of a shelf',
      (db) => listBagLines(db, { ...BAGS, shelfId: 's' }, BAG_PAGE),
      'property_bag_shelf_idx',
    ],
    [
      'bags that are due',
      (db) => countBags(db, { ...BAGS, states: ['due-back'] }, DAY),
      'property_bag_open_idx',
    ],
    ['bags of those gone', (db) => bagsOfGone(db, 5), 'property_bag_open_idx'],
    ['money of those gone', (db) => listBalances(db, LEFT, FIRST), 'stay_money_owed_idx'],
    ['money of those gone, in all', (db) => sumBalances(db, LEFT), 'stay_money_owed_idx'],
    ['those owed longest', (db) => listOwedAfterLeaving(db, 5), 'stay_money_owed_idx'],
    ['entries of a day', (db) => sumMoves(db, { ...MOVES, from: DAY, to: DAY }), 'ledger_move_day_idx'],
    [
      'entries of a stay',
      (db) => listMoves(db, { ...MOVES, stayId: 's' }, { before: null, limit: 9 }),
      'ledger_move_stay_idx',
    ],
    ['cash since a close', (db) => cashAfter(db, 9), 'INTEGER PRIMARY KEY'],
    ['requests that are late', (db) => countRequests(db, requests('late')), 'request_due_idx'],
    ['requests of an owner', (db) => listRequests(db, requests('mine'), FIRST), 'request_owner_idx'],
    ['requests of a person', (db) => listRequests(db, requests('all', 'p'), FIRST), 'request_person_idx'],
    ['findings counted', (db) => countOpenFindings(db), 'sweep_finding_'],
    ['findings of the last sweep', (db) => listOpenFindings(db), 'sweep_finding_'],
    ['counts of a hand-over', (db) => listHeadCounts(db, NOW), 'head_count_shift_idx'],
    ['differences since a day', (db) => listVarianceSince(db, NOW), 'head_count_shift_idx'],
    ['incidents of a period', (db) => countIncidents(db, COUNTED), DAYS_OF_INCIDENTS],
    ['incidents by kind', (db) => countByKind(db, COUNTED), DAYS_OF_INCIDENTS],
    ['incidents by zone and hour', (db) => countByZoneAndHour(db, COUNTED), DAYS_OF_INCIDENTS],
    ['incidents by weekday and hour', (db) => countByWeekdayAndHour(db, COUNTED), DAYS_OF_INCIDENTS],
    ['incidents by month', (db) => countByMonth(db, COUNTED), DAYS_OF_INCIDENTS],
    [
      'incidents open today',
      (db) => listStandings(db, { ...COUNTED, from: null, to: null, kinds: [], zones: [] }),
      'INDEX incident_',
    ],
    ['the board of incidents', (db) => countByState(db, BOARDED), 'COVERING INDEX incident_age_idx'],
    ['late tasks of the board', (db) => countLateTasks(db, BOARDED), 'incident_task_'],
    ['late notices of the board', (db) => countLateNotices(db, BOARDED), 'incident_notice_'],
    ['incidents with a late task', (db) => countIncidents(db, { ...BOARDED, late: true }), 'incident_task_'],
    [
      'incidents with a late notice',
      (db) => countIncidents(db, { ...BOARDED, lateNotice: true }),
      'incident_notice_',
    ],
    ['those in many incidents', (db) => listRepeated(db, COUNTED, 20), 'incident_involvement_'],
    ['finds by substance and way', (db) => countContraband(db, COUNTED), 'incident_'],
    ['closed incidents', (db) => listClosings(db, COUNTED), 'INDEX incident_'],
    ['tasks of all incidents', (db) => listOpenTasks(db, TASKS), 'incident_task_due_idx'],
    ['tasks the head is told of', (db) => listEscalated(db, NOW, NOW), 'incident_task_due_idx (due_at<?)'],
    ['notices nobody sent', (db) => listUnsentNotices(db, 300), 'incident_notice_due_idx'],
    ['escapes of a period', (db) => listEscapesOf(db, COUNTED), 'escape_incident_idx'],
    [
      'incidents of a person',
      (db) => listRolesOfPerson(db, { ...COUNTED, personId: 'p' }),
      'incident_involvement_person_idx',
    ],
    [
      'the first of a duty',
      (db) => listFirstOfDuty(db, 'DIS-01', NOW, NOW, 3),
      'obligation_duty_idx (duty=? AND due_at>? AND due_at<?)',
    ],
    ['duties counted', (db) => countObligations(db, DUTIES), 'COVERING INDEX obligation_'],
    [
      'escalated duties counted',
      (db) => countObligations(db, { ...DUTIES, escalated: true }),
      'obligation_escalate_idx',
    ],
  ]
  it.each(cases)('%s', (_, read, index) => {
    const plans = plansOf(test.db, read)
    expect(plans.join('\n')).toContain(index)
    expect(wholeTables(plans)).toEqual([])
  })
})
