import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadDb } from '#db/connection/handles.ts'
import type { Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { countBacklog, followBacklog, markEverybody, rollTo } from '#db/queries/obligations/backlog.ts'
import {
  countDueBefore,
  countEscalated,
  groupDue,
  listObligations,
  listOfStay,
  type ObligationQuery,
} from '#db/queries/obligations/reader.ts'
import {
  beginRoll,
  compareObligations,
  rebuildObligations,
  settleObligations,
} from '#db/queries/obligations/settle.ts'
import { insertMark } from '#db/queries/obligations/writer.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { AppError } from '#domain/errors.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { histories, timeFor } from '../histories.ts'
import { plansOf } from './_plans.ts'
import { insertStay, insertZones } from './_small-centre.ts'
import { openTestDatabase, rolledBack, transact } from './_test-database.ts'

const START = '2026-08-10T02:00:00.000Z'
const NOW = '2027-08-10T02:00:00.000Z'

const ACTS: readonly CustodyAct[] = [
  { kind: 'placed', facts: { bedId: 'bed-A1-01' } },
  { kind: 'left', facts: { outKind: 'funeral' } },
  { kind: 'left', facts: { outKind: 'hospital', until: '2026-12-01T01:00:00.000Z' } },
  { kind: 'returned', facts: {} },
  { kind: 'escaped', facts: { manner: 'single' } },
  { kind: 'recovered', facts: {} },
  { kind: 'died', facts: {} },
  { kind: 'released', facts: {} },
]

function record(db: Connection, stayId: string, at: Instant, act: CustodyAct, now = NOW): void {
  const recorder = { now, actor: { key: 'system:test', desk: '' } }
  transact(db, () => recordCustodyEvents(db, recorder, [{ id: randomUUID(), stayId, at, act }]))
}

function differences(db: ReadDb): string[] {
  const found: string[] = []
  compareObligations(db, (key) => found.push(key))
  return found
}

function rowsOf(db: ReadDb) {
  return db.all(qb.selectFrom('obligation').selectAll().orderBy('stay_id').orderBy('key'))
}

const ROUNDS = histories(40)

describe('obligations kept step by step', () => {
  it(
    'equal those reckoned from scratch, over random histories, marks and days',
    () => {
      const step = fc.record({
        who: fc.nat(1),
        act: fc.nat(ACTS.length + 2),
        hours: fc.integer({ min: 1, max: 24 * 330 }),
      })
      using test = openTestDatabase()
      const { db } = test
      fc.assert(
        fc.property(fc.array(step, { minLength: 3, maxLength: 25 }), (steps) =>
          rolledBack(db, () => {
            insertZones(db, 2)
            beginRoll(db, START)
            const stays = ['An', 'Bình'].map((name) => insertStay(db, { name: `Nguyễn Văn ${name}` }).stayId)
            let today = START
            for (const stay of stays)
              record(db, stay, START, { kind: 'received', facts: { how: 'escort' } }, START)
            settleObligations(db, today)
            for (const { who, act, hours } of steps) {
              const stayId = stays[who] ?? ''
              const made = ACTS[act]
              if (made) {
                try {
                  record(db, stayId, addHours(START, hours), made)
                } catch (error) {
                  if (!(error instanceof AppError)) throw error
                }
              } else if (act === ACTS.length) {
                today = addHours(START, hours) > today ? addHours(START, hours) : today
                rollTo(db, today, false)
              } else {
                const open = listOfStay(db, stayId).filter(({ state }) => state === 'scheduled')
                const chosen = open[hours % Math.max(1, open.length)]
                if (chosen)
                  insertMark(db, {
                    id: randomUUID(),
                    stay_id: stayId,
                    key: chosen.key,
                    kind: act % 2 === 0 ? 'done' : 'exempt',
                    at: today,
                    due_at: chosen.due_at,
                    reason: act % 2 === 0 ? null : 'not-applicable',
                    note: null,
                    paper: null,
                    number: null,
                    sent_by: null,
                    sent_on: null,
                    recorded_at: today,
                    recorded_by: 'system:test',
                  })
              }
              settleObligations(db, today)
              followBacklog(db, today)
            }
            expect(differences(db)).toEqual([])
            const kept = rowsOf(db)
            rebuildObligations(db)
            expect(rowsOf(db)).toEqual(kept)
          }),
        ),
        ROUNDS,
      )
    },
    timeFor(ROUNDS),
  )

  it('explain in the log which due moment moved to where, and what it follows from', () => {
    using test = openTestDatabase()
    const { db } = test
    beginRoll(db, START)
    const { stayId } = insertStay(db, { name: 'Lý Văn Dời', decisionOn: '2025-04-10' })
    record(db, stayId, START, { kind: 'received', facts: { how: 'escort' } }, START)
    settleObligations(db, START)
    const notice = listOfStay(db, stayId).find(({ duty }) => duty === 'DIS-01')
    if (!notice) throw new Error('no notice laid out')
    record(db, stayId, '2026-08-20T02:00:00.000Z', { kind: 'escaped', facts: { manner: 'single' } })
    record(db, stayId, '2026-08-25T02:00:00.000Z', { kind: 'recovered', facts: {} })
    settleObligations(db, '2026-08-25T03:00:00.000Z')
    const log = db.all(qb.selectFrom('obligation_log').selectAll().where('duty', '=', 'DIS-01'))
    expect(log).toMatchObject([
      {
        kind: 'moved',
        old_due: notice.due_at,
        new_due: addHours(notice.due_at, 5 * 24),
        cause: 'custody:recovered',
      },
    ])
  })

  it('are settled by a write for the stay it changed alone, however many wait to be reckoned anew', () => {
    using test = openTestDatabase()
    const { db } = test
    beginRoll(db, START)
    const stays = Array.from({ length: 30 }, (_, no) => insertStay(db, { name: `Lý Văn ${no}` }).stayId)
    for (const stay of stays) record(db, stay, START, { kind: 'received', facts: { how: 'escort' } }, START)
    settleObligations(db, START)
    for (const cause of ['calendar', 'rules', 'calendar']) markEverybody(db, cause)
    const causes = db.all(qb.selectFrom('obligation_backlog').select('cause').distinct())
    expect(causes, 'a cause that may move the term is not forgotten').toEqual([{ cause: 'rules' }])
    expect(countBacklog(db)).toBe(30)
    const [stayId = ''] = stays
    record(db, stayId, '2026-08-20T02:00:00.000Z', { kind: 'escaped', facts: { manner: 'single' } })
    settleObligations(db, '2026-08-20T02:00:00.000Z')
    expect(listOfStay(db, stayId).map(({ duty }) => duty)).toContain('INC-04')
    expect(countBacklog(db)).toBe(30)
    for (let batch = 1; batch <= 2; batch += 1) followBacklog(db, '2026-08-20T02:00:00.000Z')
    expect(countBacklog(db)).toBe(0)
    expect(differences(db)).toEqual([])
  })

  it('of a change of very many stays follow in batches beyond the first hundred', () => {
    using test = openTestDatabase()
    const { db } = test
    beginRoll(db, START)
    for (let no = 0; no < 130; no += 1) insertStay(db, { name: `Lý Văn ${no}` })
    db.run(qb.updateTable('stay').set((e) => ({ version: e('version', '+', 1) })))
    settleObligations(db, START)
    expect(countBacklog(db)).toBe(30)
    expect(differences(db)).toEqual([])
  })

  it('notice a row that was changed behind their back', () => {
    using test = openTestDatabase()
    const { db } = test
    beginRoll(db, START)
    const { stayId } = insertStay(db, { name: 'Lý Văn Sai' })
    record(db, stayId, START, { kind: 'received', facts: { how: 'escort' } }, START)
    settleObligations(db, START)
    expect(differences(db)).toEqual([])
    db.run(qb.updateTable('obligation').set({ due_at: NOW }).where('duty', '=', 'IN-02'))
    expect(differences(db)).toEqual([`${stayId}:IN-02`])
  })
})

const LIST: ObligationQuery = {
  roles: ['intake'],
  duties: [],
  windows: [],
  zones: [],
  escalated: false,
  closed: false,
  now: NOW,
  hidden: ['HOUSE-10'],
}

describe('obligations are found by their indexes', () => {
  const cases: readonly (readonly [string, (db: ReadDb) => unknown, string])[] = [
    ['one role’s list', (db) => listObligations(db, LIST, { after: null, limit: 50 }), 'obligation_role_idx'],
    [
      'everybody’s list',
      (db) => listObligations(db, { ...LIST, roles: [] }, { after: null, limit: 50 }),
      'obligation_open_idx',
    ],
    ['the badge', (db) => countDueBefore(db, 'intake', NOW), 'obligation_role_idx'],
    ['what was escalated', (db) => countEscalated(db, NOW), 'obligation_escalate_idx'],
    ['the groups of the first screen', (db) => groupDue(db, START, NOW), 'obligation_open_idx'],
  ]
  it.each(cases)('%s', (_, read, index) => {
    using test = openTestDatabase()
    const plans = plansOf(test.db, read)
    expect(plans.some((plan) => plan.includes(index))).toBe(true)
  })
})
