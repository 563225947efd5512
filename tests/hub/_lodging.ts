import { randomUUID } from 'node:crypto'
import { openDatabase } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { insertStay } from '#tests/db/_small-centre.ts'
import type { TestDesk, TestHub } from './_test-hub.ts'

/** A room that stands, with its beds by full code. */
export interface TestRoom {
  zoneId: string
  roomId: string
  /** Bed ids by full code: `A1-01`. */
  beds: Record<string, string>
}

const OPEN = { legalKind: null, sex: null, ageGroup: null, infectionGroup: null, isPrivate: false } as const

/** A zone with one room and `count` beds in it, made as an administrator makes them. */
export async function buildRoom(desk: TestDesk, code: string, count: number): Promise<TestRoom> {
  const zoneId = randomUUID()
  const roomId = randomUUID()
  await desk.hub.places.add({
    ...OPEN,
    id: zoneId,
    parentId: null,
    kind: 'zone',
    code,
    name: `Khu ${code}`,
    capacity: null,
  })
  await desk.hub.places.add({
    ...OPEN,
    id: roomId,
    parentId: zoneId,
    kind: 'room',
    code: `${code}1`,
    name: null,
    capacity: { maximum: count, inUse: count },
  })
  const { beds } = await desk.hub.places.addBeds({
    roomId,
    beds: Array.from({ length: count }, (_, i) => ({
      id: randomUUID(),
      code: String(i + 1).padStart(2, '0'),
    })),
    capacity: null,
  })
  return { zoneId, roomId, beds: Object.fromEntries(beds.map((bed) => [bed.fullCode, bed.id])) }
}

/** Who is to be in the centre. */
export interface TestStay {
  name: string
  sex?: Sex
  track?: Track
  /** The bodily sex where it differs. */
  placementSex?: Sex
  infectionGroup?: 'A' | 'B'
  receivedAt?: string
}

/** People received and waiting for a bed, written as another process of the machine would write them. */
export function receivePeople(
  test: TestHub,
  people: readonly TestStay[],
): { personId: string; stayId: string; name: string }[] {
  const { folder } = test.hub
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  try {
    return people.map((person) => {
      const { personId, stayId } = insertStay(db, person)
      db.run(
        qb
          .updateTable('person')
          .set({
            placement_sex: person.placementSex ?? null,
            infection_group: person.infectionGroup ?? null,
          })
          .where('id', '=', personId),
      )
      recordCustodyEvents(db, { now: test.hub.now(), actor: { key: 'system:test', desk: '' } }, [
        {
          id: randomUUID(),
          stayId,
          at: person.receivedAt ?? '2026-11-01T01:00:00.000Z',
          act: { kind: 'received', facts: { how: 'escort' } },
        },
      ])
      return { personId, stayId, name: person.name }
    })
  } finally {
    db.close()
  }
}

/** One line of a placement with a fresh event id. */
export function line(stayId: string, bedId: string, reason: string | null = null) {
  return { eventId: randomUUID(), stayId, bedId, reason }
}

/** What a refused call carries. @throws when the call was answered */
export async function refusalOf(call: Promise<unknown>): Promise<{
  code: string
  message: string
  data: { problems?: { code: string; field?: string; message: string }[] } & Record<string, unknown>
}> {
  const answer = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (answer === undefined) throw new Error('the call was answered, not refused')
  const { code, message, data } = answer as { code: string; message: string; data: Record<string, unknown> }
  return { code, message, data }
}
