import { randomUUID } from 'node:crypto'
import type { Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { nameSortKey } from '#domain/names/name-order.ts'
import { foldName } from '#domain/names/fold-name.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'

const CREATED = '2025-01-01T00:00:00.000Z'

/** Two zones, a room each, `beds` beds a room. Returns the bed ids, first zone first. */
export function insertZones(db: Connection, beds: number): string[] {
  const ids: string[] = []
  for (const zone of ['A', 'B']) {
    const base = { created_at: CREATED, sort: 0, retired_at: null }
    db.run(
      qb.insertInto('place').values({
        ...base,
        id: `zone-${zone}`,
        parent_id: null,
        kind: 'zone',
        code: zone,
        full_code: zone,
        full_code_folded: zone.toLowerCase(),
        name: `Khu ${zone}`,
        zone_id: `zone-${zone}`,
        room_id: null,
      }),
    )
    const room = `room-${zone}1`
    db.run(
      qb.insertInto('place').values({
        ...base,
        id: room,
        parent_id: `zone-${zone}`,
        kind: 'room',
        code: `${zone}1`,
        full_code: `${zone}1`,
        full_code_folded: `${zone}1`.toLowerCase(),
        name: `Phòng ${zone}1`,
        zone_id: `zone-${zone}`,
        room_id: null,
        capacity_max: beds,
        capacity_use: beds,
      }),
    )
    for (let i = 1; i <= beds; i += 1) {
      const code = `${zone}1-${String(i).padStart(2, '0')}`
      db.run(
        qb.insertInto('place').values({
          ...base,
          id: `bed-${code}`,
          parent_id: room,
          kind: 'bed',
          code: String(i).padStart(2, '0'),
          full_code: code,
          full_code_folded: code.toLowerCase(),
          name: `Giường ${code}`,
          zone_id: `zone-${zone}`,
          room_id: room,
        }),
      )
      ids.push(`bed-${code}`)
    }
  }
  return ids
}

/** A person with one stay and no events yet. */
export function insertStay(
  db: Connection,
  who: { name: string; sex?: Sex; track?: Track; decisionOn?: string; personId?: string },
): { personId: string; stayId: string } {
  const personId = who.personId ?? randomUUID()
  const stayId = randomUUID()
  if (who.personId === undefined) {
    db.run(
      qb.insertInto('person').values({
        id: personId,
        name: who.name,
        name_folded: foldName(who.name),
        sort_key: nameSortKey(who.name),
        birth_on: '1990-05-01',
        birth_precision: 'day',
        sex: who.sex ?? 'male',
        created_at: CREATED,
      }),
    )
  }
  db.run(
    qb.insertInto('stay').values({
      id: stayId,
      person_id: personId,
      ordinal: 1,
      ordinal_source: 'test',
      initial_track: who.track ?? 'compulsory',
      term_regime: 'R73',
      decision_on: who.decisionOn ?? '2025-12-01',
      start_on: who.decisionOn ?? '2025-12-01',
      start_source: 'decision',
      term_months: 18,
      created_at: CREATED,
    }),
  )
  return { personId, stayId }
}
