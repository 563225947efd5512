import type { ReadDb } from '#db/connection/handles.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import {
  listAlertsRaisedSince,
  listAwayOfZone,
  listOpenIncidentsOfZone,
} from '#db/queries/head-count/sheet.ts'
import { listDuty } from '#db/queries/shifts/reader.ts'
import { countRollNow } from '#db/queries/today/flow.ts'
import { faceOf } from '#domain/alerts/alert-codes.ts'
import type { HandOverSheet } from '#domain/contract/head-count.ts'
import { sumRooms } from '#domain/head-count/explain-room.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { emptyRollCount } from '#domain/roll/roll-count.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { dueRows } from '../today/due-rows.ts'
import type { CountedZone } from './counted-zone.ts'
import type { HandOver } from './hand-over.ts'

/** Most lines of the due list that a sheet of one page has room for. */
const DUES_SHOWN = 8

/** Most incidents it names. */
const INCIDENTS_SHOWN = 6

export interface SheetSigners {
  giver: string
  receiver: { userId: string; name: string }
  note: string | null
  now: Instant
}

function rollOf(db: ReadDb, zoneId: string): HandOverSheet['roll'] {
  const { onRoll, present, inZone, suspended, escaped, interrupted } =
    countRollNow(db).byZone.get(zoneId) ?? emptyRollCount()
  return { onRoll, present, inZone, out: present - inZone, suspended, escaped, interrupted }
}

function outsOf(db: ReadDb, zoneId: string, now: Instant): HandOverSheet['outs'] {
  return listAwayOfZone(db, zoneId).flatMap((row) => {
    if (row.state === 'inside') return []
    const isSuspended = row.state === 'out' && row.is_suspended === 1
    return [
      {
        name: row.name,
        bedCode: row.bed_code,
        outKind: row.out_kind,
        state: isSuspended ? ('suspended' as const) : row.state,
        since: row.since_at,
        until: row.out_until,
        isOverdue: row.out_until !== null && row.out_until < now,
      },
    ]
  })
}

function incidentsOf(db: ReadDb, zoneId: string): HandOverSheet['incidents'] {
  const open = listOpenIncidentsOfZone(db, zoneId)
  return {
    total: open.length,
    shown: open.slice(0, INCIDENTS_SHOWN).flatMap(({ year, no, kind, state, occurred_at: occurredAt }) => {
      const number = incidentNumber(year, no)
      return number === null ? [] : [{ number, kind, state, occurredAt }]
    }),
  }
}

/** What is due in the house; names stay off a sheet that lies on a desk. */
function duesOf(db: ReadDb, now: Instant): HandOverSheet['dues'] {
  return dueRows(db, now, { roles: ['zone'], withNames: false })
    .filter(({ urgency }) => urgency === 'late' || urgency === 'today')
    .slice(0, DUES_SHOWN)
    .map(({ what, article, dueAt, urgency, count }) => ({ what, article, dueAt, urgency, count }))
}

/** The hand-over sheet of a zone as it stands: everything the next shift has to know, on one page. */
export function buildSheet(
  db: ReadDb,
  { zone, rooms }: CountedZone,
  { giving, shift }: HandOver,
  { giver, receiver, note, now }: SheetSigners,
): HandOverSheet {
  const onDuty = listDuty(db, shift.at, shift.at)
  return {
    centreName: findCentre(db, dayOf(now))?.name ?? '',
    zoneName: zone.name,
    giving,
    receiving: shift,
    givenBy: giver,
    receivedBy: receiver.name,
    signedAt: now,
    isReceiverOnDuty:
      onDuty.length === 0 ? null : onDuty.some(({ user_id: userId }) => userId === receiver.userId),
    duty: onDuty.map((row) => ({
      name: row.display_name,
      note: [row.post_name, row.is_lead === 1 ? 'trưởng ca' : null]
        .filter((word) => word !== null)
        .join(', '),
    })),
    roll: rollOf(db, zone.id),
    sums: sumRooms(rooms),
    rooms: rooms.map(({ code, expected, counted, countedAt }) => ({
      code,
      computed: expected.length,
      counted: counted ?? 0,
      countedAt: countedAt ?? now,
    })),
    variance: rooms.flatMap(({ code, lines }) =>
      lines.map(({ direction, reason, name, note: said }) => ({
        room: code,
        direction,
        reason,
        name,
        note: said,
      })),
    ),
    outs: outsOf(db, zone.id, now),
    // Everybody who may see the sheet sees the same: medical alerts show their neutral face only.
    alerts: listAlertsRaisedSince(db, zone.id, giving.at).map((row) => ({
      name: row.name,
      face: faceOf(row.code, false),
      raisedAt: row.raised_at,
    })),
    incidents: incidentsOf(db, zone.id),
    dues: duesOf(db, now),
    note,
  }
}
