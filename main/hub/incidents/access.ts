import type { ReadDb } from '#db/connection/handles.ts'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { findIncident, type IncidentRow } from '#db/queries/incidents/reader.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { seesRestricted, sightOf, type IncidentSight } from '#domain/incidents/may-see-incident.ts'
import { actionsFor, type IncidentActor } from '#domain/incidents/transitions.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { reachOf } from '../shifts/zone-reach.ts'
import type { Actor } from '../use-case.ts'
import { incidentsOfSlice } from './escape-slices.ts'

/** How much of an incident somebody sees. */
export function sightFor(db: ReadDb, actor: Actor, row: IncidentRow): IncidentSight {
  return sightOf(
    { roles: actor.roles, userId: actor.userId, zones: reachOf(db, actor) },
    {
      isHandedIn: row.no !== null,
      secrecy: row.secrecy,
      zoneId: row.zone_id,
      reporterId: row.reporter_id,
    },
  )
}

/** A filter as the query takes it: with who asks, and what is kept from him or her. */
export function queryFor(db: ReadDb, actor: Actor, now: Instant, filter: IncidentFilter): IncidentQuery {
  const zones = reachOf(db, actor)
  const query: IncidentQuery = {
    ...filter,
    now,
    among: null,
    reader: {
      userId: actor.userId,
      seesRestricted: seesRestricted(actor.roles),
      zones: zones === null ? null : [...zones],
    },
  }
  if (filter.escape === null) return query
  return { ...query, among: incidentsOfSlice(db, query, filter.escape) }
}

/** Roles and whether the first report was theirs, as the table of transitions asks. */
export function actorIn(actor: Actor, row: Pick<IncidentRow, 'reporter_id'>): IncidentActor {
  return {
    roles: actor.roles,
    isReporter: row.reporter_id !== null && row.reporter_id === actor.userId,
  }
}

/** An incident the actor may see. @throws AppError `not_found` for one kept from him or her, as for none */
export function seenIncident(db: ReadDb, actor: Actor, id: string): IncidentRow {
  const row = findIncident(db, id)
  if (row === undefined || sightFor(db, actor, row) === 'nothing') throw new AppError('not_found')
  return row
}

/** States in which the one who reported may still write into it. */
const REPORTER_WRITES: readonly IncidentRow['state'][] = ['draft', 'reported', 'needs-more']
const CLOSED: readonly IncidentRow['state'][] = ['closed', 'duplicate', 'not-incident']

/** May the actor write answers, people, accounts and things into it? Nobody may once it has ended. */
export function mayWrite(actor: Actor, row: IncidentRow): boolean {
  if (CLOSED.includes(row.state)) return false
  if (can(actor.roles, 'incident.run')) return row.state !== 'draft' || row.reporter_id === actor.userId
  return (
    can(actor.roles, 'incident.report') &&
    actorIn(actor, row).isReporter &&
    REPORTER_WRITES.includes(row.state)
  )
}

/** May the actor change what a decision is made on: facts, answers, people? Under a decision that stands nobody may. */
export function mayRevise(actor: Actor, row: IncidentRow): boolean {
  return mayWrite(actor, row) && row.state !== 'decided'
}

/** An incident to write into. @throws AppError `not_found`, `forbidden` */
export function writableIncident(db: ReadDb, actor: Actor, id: string): IncidentRow {
  const row = seenIncident(db, actor, id)
  if (mayWrite(actor, row)) return row
  const message = CLOSED.includes(row.state)
    ? `Vụ việc đã ở “${INCIDENT_STATE_LABELS[row.state]}”, không ghi thêm được. Mở lại trước.`
    : 'Vụ việc đang do bộ phận xử lý vụ việc xem xét. Người báo chỉ bổ sung khi được trả lại.'
  throw new AppError('forbidden', message)
}

/**
 * An incident whose facts, answers and people are to change.
 * @throws AppError `not_found`, `forbidden`, `rule_violated` under a decision that was made on them
 */
export function revisableIncident(db: ReadDb, actor: Actor, id: string): IncidentRow {
  const row = writableIncident(db, actor, id)
  holdUndecided(row)
  return row
}

/** @throws AppError `rule_violated` for an incident under a decision */
export function holdUndecided(row: IncidentRow): void {
  if (row.state !== 'decided') return
  const message =
    'Vụ việc đã kết luận theo loại, giờ, câu trả lời và người đang ghi nên các phần đó không sửa được. Cần sửa thì Trưởng cơ sở chọn “Xem xét lại” trước; bổ sung, lời khai, ảnh, kết quả xử lý vẫn ghi được.'
  throw ruleViolated([{ code: 'incident-decided', message }])
}

/**
 * Holds an edit to what its writer saw.
 * @throws AppError `conflict` with what stands now, who put it there and when; whoever sees the own first report alone
 * learns the state alone
 */
export function holdVersion(
  row: IncidentRow,
  version: number,
  { sight, last }: { sight: IncidentSight; last: { by: string; at: string } | undefined },
): void {
  if (row.version === version) return
  if (sight !== 'all') {
    const current = { state: INCIDENT_STATE_LABELS[row.state], version: row.version }
    throw new AppError('conflict', undefined, { current })
  }
  throw new AppError('conflict', undefined, {
    current: {
      state: INCIDENT_STATE_LABELS[row.state],
      decision: row.decision,
      owner: row.owner_name,
      version: row.version,
    },
    ...(last ? { changedBy: last.by, changedAt: last.at } : {}),
  })
}

/** What the actor may do with it as a whole. */
export function actionsOn(actor: Actor, row: IncidentRow) {
  return actionsFor(actorIn(actor, row), row.state)
}
