import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qb } from '#db/connection/query-builder.ts'
import { bedFinder, findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { occupantsOfZone } from '#db/queries/head-count/occupants.ts'
import { stateAt } from '#domain/custody/custody-span.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { AppError } from '#domain/errors.ts'
import { instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { insertStay, insertZones } from './_small-centre.ts'
import { openTestDatabase, rolledBack, transact } from './_test-database.ts'

const START = '2026-11-22T00:00:00.000Z'
const minute = (n: number): Instant => instantFromMs(instantMs(START) + n * 60_000)

/** What may happen to somebody, whether it fits or not: what does not is refused and leaves nothing. */
const ACTS: readonly ((bedId: string) => CustodyAct)[] = [
  (bedId) => ({ kind: 'placed', facts: { bedId } }),
  (bedId) => ({ kind: 'moved', facts: { bedId } }),
  () => ({ kind: 'left', facts: { outKind: 'hospital' } }),
  () => ({ kind: 'returned', facts: {} }),
  () => ({ kind: 'escaped', facts: { manner: 'single' } }),
  () => ({ kind: 'recovered', facts: {} }),
  () => ({ kind: 'unplaced', facts: { reason: 'Thử' } }),
]

const happening = fc.record({
  who: fc.nat(3),
  act: fc.nat(ACTS.length - 1),
  bed: fc.nat(5),
  at: fc.nat(200),
})

describe('whom the roll has in a room at the minute of its count', () => {
  it('is what the events say at that minute, in whatever order they were recorded', () => {
    using test = openTestDatabase()
    const { db } = test
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 24 }), fc.nat(220), fc.nat(220), (happenings, a, b) =>
        rolledBack(db, () => {
          const beds = insertZones(db, 3)
          const stays = ['An', 'Bình', 'Chi', 'Dung'].map((name) => insertStay(db, { name }).stayId)
          const record = (stayId: string, at: Instant, act: CustodyAct) => {
            try {
              transact(db, () =>
                recordCustodyEvents(db, { now: minute(300), actor: { key: 'user:x', desk: '' } }, [
                  { id: randomUUID(), stayId, at, act },
                ]),
              )
            } catch (error) {
              if (!(error instanceof AppError)) throw error
            }
          }
          for (const stayId of stays) {
            record(stayId, minute(-60), { kind: 'received', facts: { how: 'escort' } })
          }
          for (const { who, act, bed, at } of happenings) {
            const make = ACTS[act]
            if (make) record(stays[who] ?? '', minute(at), make(beds[bed] ?? ''))
          }
          const moments = new Map([
            ['room-A1', minute(a)],
            ['room-B1', minute(b)],
          ])
          const findBed = bedFinder(db)
          for (const [roomId, at] of moments) {
            const expected = stays.filter((stayId) => {
              const facts = findStayFacts(db, stayId)
              if (!facts) return false
              const { timeline } = replayCustody(listCustodyEvents(db, stayId), {
                initialTrack: facts.initialTrack,
              })
              const span = stateAt(timeline, at)
              return span?.state === 'inside' && span.bedId !== null && findBed(span.bedId)?.roomId === roomId
            })
            const zoneId = roomId === 'room-A1' ? 'zone-A' : 'zone-B'
            const found = occupantsOfZone(db, zoneId, moments).get(roomId) ?? []
            expect(found.map(({ stayId }) => stayId).toSorted()).toEqual(expected.toSorted())
          }
        }),
      ),
      { numRuns: 16 },
    )
  })
})

describe('a signed count', () => {
  it('cannot be changed or removed by anybody, nor its rooms', () => {
    using test = openTestDatabase()
    const { db } = test
    insertZones(db, 1)
    db.run(
      qb.insertInto('head_count').values({
        id: 'c',
        zone_id: 'zone-A',
        shift_at: START,
        opened_at: START,
        opened_by: 'user:a',
        given_by: 'user:a',
        received_by: 'user:b',
        signed_at: START,
        sheet: '{}',
      }),
    )
    db.run(
      qb.insertInto('head_count_room').values({
        head_count_id: 'c',
        room_id: 'room-A1',
        counted: 1,
        expected: '[]',
        counted_at: START,
        counted_by: 'user:a',
      }),
    )
    const writes = [
      qb.updateTable('head_count').set({ counted: 9 }).where('id', '=', 'c'),
      qb.deleteFrom('head_count').where('id', '=', 'c'),
      qb.updateTable('head_count_room').set({ counted: 9 }).where('head_count_id', '=', 'c'),
      qb.deleteFrom('head_count_room').where('head_count_id', '=', 'c'),
    ]
    for (const write of writes) expect(() => db.run(write)).toThrow(/never changes|is kept/)
  })
})
