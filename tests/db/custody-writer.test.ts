import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { compareDerived, rebuildDerived } from '#db/queries/custody/rebuild-derived.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { rollAt } from '#db/queries/roll/reader.ts'
import { countingWords, stateAt } from '#domain/custody/custody-span.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf, instantFromMs } from '#domain/time/instant.ts'
import { histories, timeFor } from '../histories.ts'
import { insertStay, insertZones } from './_small-centre.ts'
import { openTestDatabase, rolledBack, transact } from './_test-database.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const RECORDER = { now: NOW, actor: { key: 'user:test', desk: 'Bàn 1' } }

function event(stayId: string, at: string, act: CustodyAct): NewCustodyEvent {
  return { id: randomUUID(), stayId, at, act }
}

function record(db: Connection, ...events: NewCustodyEvent[]): void {
  transact(db, () => recordCustodyEvents(db, RECORDER, events))
}

function refusal(work: () => void): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was not refused')
}

const received: CustodyAct = { kind: 'received', facts: { how: 'escort' } }

describe('recording custody events', () => {
  it('puts a received and placed person on the roster, in the bed and in the roll of that moment', () => {
    using test = openTestDatabase()
    const { db } = test
    const [bed = ''] = insertZones(db, 2)
    const { stayId } = insertStay(db, { name: 'Nguyễn Văn An' })
    record(db, event(stayId, '2026-03-01T02:00:00.000Z', received))
    record(db, event(stayId, '2026-03-01T09:00:00.000Z', { kind: 'placed', facts: { bedId: bed } }))
    expect(db.get(qb.selectFrom('roster').select(['name', 'bed_code', 'zone_id', 'state']))).toEqual({
      name: 'Nguyễn Văn An',
      bed_code: 'A1-01',
      zone_id: 'zone-A',
      state: 'inside',
    })
    expect(rollAt(db, '2026-03-01T01:59:59.999Z').total.onRoll).toBe(0)
    expect(rollAt(db, '2026-03-01T02:00:00.000Z').total).toMatchObject({
      onRoll: 1,
      inZone: 1,
      awaitingBed: 1,
    })
    expect(rollAt(db, '2026-03-01T09:00:00.000Z').total).toMatchObject({
      onRoll: 1,
      inZone: 1,
      awaitingBed: 0,
    })
    expect(rollAt(db, NOW).byZone.get('zone-A')?.inZone).toBe(1)
  })

  it('refuses a bed that somebody holds and names who and since when', () => {
    using test = openTestDatabase()
    const { db } = test
    const [bed = ''] = insertZones(db, 1)
    const first = insertStay(db, { name: 'Hoàng Văn Cường' })
    const second = insertStay(db, { name: 'Lê Văn Dũng' })
    record(
      db,
      event(first.stayId, '2026-03-01T02:00:00.000Z', received),
      event(first.stayId, '2026-03-01T07:02:00.000Z', { kind: 'placed', facts: { bedId: bed } }),
    )
    record(db, event(second.stayId, '2026-03-02T02:00:00.000Z', received))
    const refused = refusal(() =>
      record(db, event(second.stayId, '2026-03-02T03:00:00.000Z', { kind: 'placed', facts: { bedId: bed } })),
    )
    expect(refused.code).toBe('rule_violated')
    expect(refused.message).toContain('Giường A1-01 đã có Hoàng Văn Cường từ 14:02 01/03/2026')
    expect(db.all(qb.selectFrom('roster').select('stay_id').where('bed_id', '=', bed))).toHaveLength(1)
  })

  it('refuses a late entry that puts two people into one bed in the past', () => {
    using test = openTestDatabase()
    const { db } = test
    const [bed = '', other = ''] = insertZones(db, 2)
    const first = insertStay(db, { name: 'Hoàng Văn Cường' })
    const second = insertStay(db, { name: 'Lê Văn Dũng' })
    record(
      db,
      event(first.stayId, '2026-03-01T02:00:00.000Z', received),
      event(first.stayId, '2026-03-01T03:00:00.000Z', { kind: 'placed', facts: { bedId: bed } }),
      event(first.stayId, '2026-04-01T03:00:00.000Z', { kind: 'moved', facts: { bedId: other } }),
    )
    record(db, event(second.stayId, '2026-03-02T02:00:00.000Z', received))
    const late = (at: string) => event(second.stayId, at, { kind: 'placed', facts: { bedId: bed } })
    expect(refusal(() => record(db, late('2026-03-15T03:00:00.000Z'))).message).toContain('Hoàng Văn Cường')
    record(db, late('2026-04-02T03:00:00.000Z'))
    expect(compareDerived(db)).toEqual([])
  })

  it('swaps two people in one act', () => {
    using test = openTestDatabase()
    const { db } = test
    const [bedA = '', bedB = ''] = insertZones(db, 2)
    const [a, b] = ['Hoàng Văn Cường', 'Lê Văn Dũng'].map((name) => insertStay(db, { name }).stayId)
    if (!a || !b) throw new Error('no stays')
    for (const [stay, bed] of [
      [a, bedA],
      [b, bedB],
    ] as const) {
      record(
        db,
        event(stay, '2026-03-01T02:00:00.000Z', received),
        event(stay, '2026-03-01T03:00:00.000Z', { kind: 'placed', facts: { bedId: bed } }),
      )
    }
    record(
      db,
      event(a, '2026-05-01T02:00:00.000Z', { kind: 'swapped', facts: { bedId: bedB, withStayId: b } }),
      event(b, '2026-05-01T02:00:00.000Z', { kind: 'swapped', facts: { bedId: bedA, withStayId: a } }),
    )
    const beds = new Map(
      db.all(qb.selectFrom('roster').select(['stay_id', 'bed_id'])).map((r) => [r.stay_id, r.bed_id]),
    )
    expect(beds).toEqual(
      new Map([
        [a, bedB],
        [b, bedA],
      ]),
    )
    expect(compareDerived(db)).toEqual([])
  })

  it('refuses a second stay on the roll for one person', () => {
    using test = openTestDatabase()
    const { db } = test
    const first = insertStay(db, { name: 'Nguyễn Văn An' })
    record(db, event(first.stayId, '2026-03-01T02:00:00.000Z', received))
    const again = insertStay(db, { name: 'Nguyễn Văn An', personId: first.personId })
    const refused = refusal(() => record(db, event(again.stayId, '2026-04-01T02:00:00.000Z', received)))
    expect(refused.message).toContain('đang có trong danh sách từ 09:00 01/03/2026')
  })

  it('moves the end of the term by the days of an escape, told three years late', () => {
    using test = openTestDatabase()
    const { db } = test
    const { stayId } = insertStay(db, { name: 'Nguyễn Văn An', decisionOn: '2025-12-01' })
    record(db, event(stayId, '2025-12-03T02:00:00.000Z', received))
    const endOf = () => db.get(qb.selectFrom('roster').select('end_on'))?.end_on
    expect(endOf()).toBe('2027-06-01')
    record(
      db,
      event(stayId, '2026-03-01T02:00:00.000Z', { kind: 'escaped', facts: { manner: 'single' } }),
      event(stayId, '2026-03-10T02:00:00.000Z', { kind: 'recovered', facts: {} }),
    )
    expect(endOf()).toBe('2027-06-10')
    expect(rollAt(db, '2026-03-05T02:00:00.000Z').total).toMatchObject({ onRoll: 1, present: 0, escaped: 1 })
    expect(compareDerived(db)).toEqual([])
  })
})

const START_MS = Date.UTC(2026, 0, 5)
const ACTS: readonly ((bed: string) => CustodyAct)[] = [
  () => received,
  (bedId) => ({ kind: 'placed', facts: { bedId } }),
  (bedId) => ({ kind: 'moved', facts: { bedId } }),
  () => ({ kind: 'unplaced', facts: { reason: 'Sửa phòng' } }),
  () => ({ kind: 'left', facts: { outKind: 'hospital' } }),
  () => ({ kind: 'returned', facts: {} }),
  () => ({ kind: 'escaped', facts: { manner: 'single' } }),
  () => ({ kind: 'recovered', facts: {} }),
  () => ({ kind: 'track-changed', facts: { track: 'voluntary' } }),
  () => ({ kind: 'released', facts: {} }),
]

const ROUNDS = histories(40)

describe('over random histories of several people', () => {
  it(
    'derived tables, kept step by step, equal those rebuilt; the roll equals the replay; no bed is shared',
    () => {
      const step = fc.record({
        who: fc.nat(3),
        act: fc.nat(ACTS.length - 1),
        bed: fc.nat(3),
        // Many a day has several events: the roll is reckoned from the nearer end of a day.
        hours: fc.oneof(fc.integer({ min: 0, max: 24 * 250 }), fc.integer({ min: 0, max: 60 })),
      })
      using test = openTestDatabase()
      const { db } = test
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 5, maxLength: 40 }),
          fc.integer({ min: 0, max: 24 * 300 }),
          (steps, probe) =>
            rolledBack(db, () => {
              const beds = insertZones(db, 2)
              const stays = ['An', 'Bình', 'Cường', 'Dũng'].map(
                (name, i) =>
                  insertStay(db, { name: `Nguyễn Văn ${name}`, sex: i === 3 ? 'female' : 'male' }).stayId,
              )
              for (const stay of stays) record(db, event(stay, instantFromMs(START_MS), received))
              for (const { who, act, bed, hours } of steps) {
                const made = ACTS[act]?.(beds[bed] ?? '')
                const stay = stays[who]
                if (!made || !stay) continue
                try {
                  record(db, event(stay, instantFromMs(START_MS + hours * 3_600_000), made))
                } catch (error) {
                  if (!(error instanceof AppError)) throw error
                }
              }
              expect(compareDerived(db)).toEqual([])
              // Any moment, and each at which something happened: there the event counts already.
              for (const hour of new Set([probe, ...steps.map(({ hours }) => hours)])) {
                const at = instantFromMs(START_MS + hour * 3_600_000)
                const replayed = stays.map((stay) => {
                  const events = listCustodyEvents(db, stay)
                  return countingWords(
                    stateAt(replayCustody(events, { initialTrack: 'compulsory' }).timeline, at),
                  )
                })
                const roll = rollAt(db, at).total
                expect(roll.onRoll).toBe(replayed.filter((words) => words.onRoll).length)
                expect(roll.present).toBe(replayed.filter((words) => words.present).length)
                expect(roll.inZone).toBe(replayed.filter((words) => words.inZone).length)
              }
              const before = db.all(qb.selectFrom('census_month').selectAll())
              transact(db, () => rebuildDerived(db, dayOf(NOW)))
              expect(compareDerived(db)).toEqual([])
              expect(
                db.all(qb.selectFrom('census_month').selectAll()).filter((row) => row.total !== 0),
              ).toEqual(before.filter((row) => row.total !== 0))
            }),
        ),
        ROUNDS,
      )
    },
    timeFor(ROUNDS),
  )

  it('compareDerived notices a changed roster row, a lost census row and a stay state that should not be', () => {
    using test = openTestDatabase()
    const { db } = test
    const { stayId } = insertStay(db, { name: 'Nguyễn Văn An' })
    record(db, event(stayId, '2026-03-01T02:00:00.000Z', received))
    db.run(qb.updateTable('roster').set({ name: 'Người khác' }))
    db.run(qb.deleteFrom('census_delta'))
    expect(new Set(compareDerived(db).map(({ table }) => table))).toEqual(new Set(['roster', 'census_delta']))
  })
})
