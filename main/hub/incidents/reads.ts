import { actorNames } from '#db/queries/audit/reader.ts'
import { listInvolvements } from '#db/queries/incidents/parts.ts'
import {
  countByState,
  countIncidents,
  listIncidents,
  listReportedBy,
  type IncidentRow,
} from '#db/queries/incidents/reader.ts'
import { listInjuriesOfAll, listOpenTasks, listUnsentNotices } from '#db/queries/incidents/tasks.ts'
import { listRequestOwners } from '#db/queries/requests/reader.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { seesRestricted } from '#domain/incidents/may-see-incident.ts'
import { can } from '#domain/permissions/permissions.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { queryFor, sightFor } from './access.ts'
import { ownLine } from './detail.ts'
import { involvedName } from './involved-name.ts'
import { lateWork } from './late-work.ts'
import { incidentLines } from './lines.ts'
import { injuryShown, noticeLines, taskLines } from './work-lines.ts'

/** Most tasks and injuries shown at once; those of a year stay below. */
const MOST_SHOWN = 300

function page(found: readonly IncidentRow[], limit: number) {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? writeMomentCursor({ at: last.occurred_at, id: last.id }) : null
  return { rows, next }
}

export const incidentsReads: ReadUseCases<typeof incidentsContract> = {
  list: (db, context, { cursor, limit, ...filter }) => {
    const query = queryFor(db, context.actor, context.now, filter)
    const { rows, next } = page(
      listIncidents(db, query, { after: readMomentCursor(cursor), limit: limit + 1 }),
      limit,
    )
    return { rows: incidentLines(db, rows, context.now), next, total: countIncidents(db, query) }
  },
  counts: (db, context, filter) => {
    const query = queryFor(db, context.actor, context.now, filter)
    return {
      states: countByState(db, query).map(({ state, count, oldest }) => ({
        state,
        count,
        oldestSince: oldest,
      })),
      ...lateWork(db, query),
    }
  },
  mine: (db, context, { states, cursor, limit }) => {
    const { userId } = context.actor
    if (userId === null) return { rows: [], next: null }
    const { rows, next } = page(
      listReportedBy(db, { userId, states }, { after: readMomentCursor(cursor), limit: limit + 1 }),
      limit,
    )
    const lines = incidentLines(db, rows, context.now)
    return {
      rows: lines.map((line, index) => {
        const row = rows[index]
        if (row === undefined || sightFor(db, context.actor, row) === 'all') return line
        const written = listInvolvements(db, row.id)
        return ownLine(
          line,
          written.filter((one) => one.added_by === row.reported_by),
        )
      }),
      next,
    }
  },
  tasks: (db, context, { of }) => {
    const { roles, userId } = context.actor
    const seesAll = can(roles, 'incident.run') && of !== 'me'
    const rows = listOpenTasks(db, {
      of: seesAll
        ? null
        : {
            userId: userId ?? '',
            roles,
            escalatedBefore: can(roles, 'incident.decide') ? context.now : null,
          },
      dueBefore: of === 'late' ? context.now : null,
      seesRestricted: seesRestricted(roles),
      limit: MOST_SHOWN,
    })
    return { tasks: taskLines(db, context, rows) }
  },
  notices: (db, context) => {
    const rows = listUnsentNotices(db, MOST_SHOWN)
    const byId = new Map(rows.map((row) => [row.id, row]))
    const lines = noticeLines(db, context.now, rows, (id) => {
      const about = rows.find((row) => row.involvement_id === id)
      return about === undefined ? null : involvedName(about)
    })
    return {
      notices: lines.flatMap((line) => {
        const row = byId.get(line.id)
        if (row === undefined) return []
        const { incident_id: incidentId, year, no, kind } = row
        return [{ ...line, incidentId, incidentNumber: incidentNumber(year, no), kind }]
      }),
    }
  },
  staff: (db) => ({
    users: [...Map.groupBy(listRequestOwners(db), ({ id }) => id).values()].flatMap((rows) => {
      const [one] = rows
      if (one === undefined) return []
      return [
        { id: one.id, name: one.display_name, roles: rows.map(({ role }) => ROLE_LABELS[role]).join(', ') },
      ]
    }),
  }),
  injuries: (db, context, { waiting }) => {
    const rows = listInjuriesOfAll(db, waiting, MOST_SHOWN)
    const by = rows.flatMap(({ examined_by: key }) => (key === null ? [] : [key]))
    const names = actorNames(db, [...new Set(by)])
    return {
      rows: rows.map((row) => ({
        ...injuryShown(context.actor, row, names),
        incidentId: row.incident_id,
        // Who hurt whom is not told with a restricted incident; the injury is examined all the same.
        incidentNumber: row.secrecy === 'open' ? incidentNumber(row.year, row.no) : null,
        kind: row.secrecy === 'open' ? row.kind : 'injury',
        personId: row.person_id,
        name: involvedName(row),
        zoneName: row.zone_name,
      })),
    }
  },
}
