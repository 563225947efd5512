import { readOpenAlerts } from '#db/queries/alerts/open-alerts.ts'
import type { LodgerRow } from '#db/queries/placement/reader.ts'
import type { BedChoice, Lodger } from '#domain/contract/placement.ts'
import type { RankedBed } from '#domain/placement/rank-beds.ts'
import { facesFor, type Reader } from '../alerts/shown.ts'

/** Someone on the roll as the zones' board shows them. */
export function lodgerLine(reader: Reader, row: LodgerRow): Lodger {
  return {
    stayId: row.stay_id,
    personId: row.person_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    sex: row.sex,
    track: row.track,
    state: row.state,
    outKind: row.out_kind,
    outUntil: row.out_until,
    infectionGroup: row.infection_group,
    sinceAt: row.since_at,
    receivedAt: row.received_at,
    endOn: row.end_on,
    bedId: row.bed_id,
    bedCode: row.bed_code,
    alerts: facesFor(reader, readOpenAlerts(row.open_alerts)),
  }
}

export function bedChoice(ranked: RankedBed, zoneName: string): BedChoice {
  const { bed, allowed, score, hard, soft, reasons } = ranked
  return {
    bedId: bed.bedId,
    code: bed.code,
    roomId: bed.roomId,
    roomCode: bed.roomCode,
    zoneId: bed.zoneId,
    zoneName,
    allowed,
    score,
    hard,
    soft,
    reasons,
  }
}
