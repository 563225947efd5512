import type { ReadDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findOutingByEvent, type OutNowRow } from '#db/queries/goings-out/reader.ts'
import type { OutNow } from '#domain/contract/goings-out-shapes.ts'
import type { Reader } from '../alerts/shown.ts'
import { outingLines } from './lines.ts'

/** The last departure of somebody who is out, by which the papers are found. */
function departureOf(db: ReadDb, row: OutNowRow) {
  return listCustodyEvents(db, row.stay_id).findLast(
    ({ kind, at }) => (kind === 'left' || kind === 'suspended') && at === row.since_at,
  )
}

/** Somebody who is out, with the papers of it where there are any. */
export function outNowLine(db: ReadDb, reader: Reader, row: OutNowRow): OutNow {
  const departure = departureOf(db, row)
  const papers = departure && findOutingByEvent(db, departure.id)
  const [outing] = papers ? outingLines(db, reader, [papers]) : []
  const facts = departure?.kind === 'left' || departure?.kind === 'suspended' ? departure.facts : undefined
  return {
    personId: row.person_id,
    stayId: row.stay_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    track: row.track,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
    outKind: row.out_kind ?? 'other',
    isSuspended: row.is_suspended === 1,
    sinceAt: row.since_at,
    until: row.out_until,
    isOverdue: row.out_until !== null && row.out_until < reader.now,
    destination: facts?.destination ?? outing?.destination ?? null,
    escort: (facts && 'escort' in facts ? facts.escort : undefined) ?? outing?.escort ?? null,
    outing: outing ?? null,
  }
}
