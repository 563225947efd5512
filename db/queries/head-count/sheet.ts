import { ENDED_STATES } from '#domain/incidents/incident-states.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const awayOfZone = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['name', 'bed_code', 'state', 'out_kind', 'is_suspended', 'since_at', 'out_until'])
    .where('zone_id', '=', p.zone)
    .where('state', '<>', 'inside')
    .orderBy('sort_key')
    .orderBy('stay_id'),
)

const alertsRaisedSince = prepared<{ zone: string; since: string }>()((p) =>
  qb
    .selectFrom('alert')
    .innerJoin('roster', 'roster.person_id', 'alert.person_id')
    .select(['roster.name', 'alert.code', 'alert.raised_at'])
    .where('roster.zone_id', '=', p.zone)
    .where('alert.closed_at', 'is', null)
    .where('alert.raised_at', '>=', p.since)
    .orderBy('alert.raised_at'),
)

const openIncidents = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('incident')
    .select(['year', 'no', 'kind', 'state', 'occurred_at'])
    .where('zone_id', '=', p.zone)
    .where('no', 'is not', null)
    .where('secrecy', '=', 'open')
    .where('state', 'not in', ENDED_STATES)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc'),
)

/** People of a zone who are on the roll and not inside. */
export function listAwayOfZone(db: ReadDb, zoneId: string) {
  return awayOfZone.all(db, { zone: zoneId })
}

/** Open alerts raised since an instant on people of a zone. */
export function listAlertsRaisedSince(db: ReadDb, zoneId: string, since: Instant) {
  return alertsRaisedSince.all(db, { zone: zoneId, since })
}

/** Incidents of a zone that are not ended, the newest first; those few may read stay off every sheet. */
export function listOpenIncidentsOfZone(db: ReadDb, zoneId: string) {
  return openIncidents.all(db, { zone: zoneId })
}
