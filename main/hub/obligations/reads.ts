import { actorNames } from '#db/queries/audit/reader.ts'
import {
  countDueBefore,
  countEscalated,
  countObligations,
  listLog,
  listMarks,
  listObligations,
  listOfStay,
  type ObligationQuery,
} from '#db/queries/obligations/reader.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import type { ObligationFilter, obligationsContract } from '#domain/contract/obligations.ts'
import { AppError } from '#domain/errors.ts'
import { causeText } from '#domain/obligations/causes.ts'
import { can } from '#domain/permissions/permissions.ts'
import { dayOf, endOfDay } from '#domain/time/instant.ts'
import type { ReadContext, ReadUseCases } from '../use-case.ts'
import { hiddenDuties, obligationViews } from './shown.ts'

const LOG_SHOWN = 100

function queryOf({ actor, now }: ReadContext, filter: ObligationFilter): ObligationQuery {
  return { ...filter, now, hidden: hiddenDuties(actor.roles) }
}

const SEPARATOR = '|'

function cursorOf(text: string | null): { at: string; stayId: string; key: string } | null {
  const [at, stayId, ...key] = (text ?? '').split(SEPARATOR)
  return at && stayId ? { at, stayId, key: key.join(SEPARATOR) } : null
}

export const obligationsReads: ReadUseCases<typeof obligationsContract> = {
  list: (db, context, { cursor, limit, ...filter }) => {
    const query = queryOf(context, filter)
    const found = listObligations(db, query, { after: cursorOf(cursor), limit: limit + 1 })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    const views = obligationViews(db, context.actor.roles, rows)
    return {
      rows: rows.flatMap((row, index) => {
        const view = views[index]
        if (view === undefined) return []
        const { person_id: personId, name, birth_on: birthOn, birth_precision: birthPrecision } = row
        return [
          {
            ...view,
            personId,
            name,
            birthOn,
            birthPrecision,
            zoneName: row.zone_name,
            bedCode: row.bed_code,
          },
        ]
      }),
      next:
        found.length > limit && last
          ? [filter.closed ? last.done_at : last.due_at, last.stay_id, last.key].join(SEPARATOR)
          : null,
    }
  },
  count: (db, context, filter) => ({ total: countObligations(db, queryOf(context, filter)) }),
  mine: (db, { actor, now }) => {
    if (!can(actor.roles, 'duties.read')) return { isOpen: false, late: 0, today: 0, escalated: 0 }
    const tonight = endOfDay(dayOf(now))
    const sum = (before: string) =>
      actor.roles.reduce((total, role) => total + countDueBefore(db, role, before), 0)
    const late = sum(now)
    const escalated = actor.roles.includes('director') ? countEscalated(db, now) : 0
    return { isOpen: true, late, today: sum(tonight) - late, escalated }
  },
  ofStay: (db, { actor }, { stayId }) => {
    if (!findStayFacts(db, stayId)) throw new AppError('not_found', 'Không tìm thấy đợt cai nghiện này.')
    const hidden = new Set(hiddenDuties(actor.roles))
    const rows = listOfStay(db, stayId).filter(({ duty }) => !hidden.has(duty))
    const marks = listMarks(db, stayId)
    const names = actorNames(db, [...new Set(marks.map(({ recorded_by: by }) => by))])
    return {
      rows: obligationViews(db, actor.roles, rows),
      log: listLog(db, stayId, LOG_SHOWN)
        .filter(({ duty }) => !hidden.has(duty))
        .map(({ seq, at, key, duty, kind, old_due: oldDue, new_due: newDue, cause }) => ({
          seq,
          at,
          key,
          duty,
          kind,
          oldDue,
          newDue,
          cause: causeText(cause),
        })),
      marks: marks.map((mark) => ({
        id: mark.id,
        key: mark.key,
        kind: mark.kind,
        at: mark.at,
        reason: mark.reason,
        note: mark.note,
        paper: mark.paper,
        number: mark.number,
        sentBy: mark.sent_by,
        sentOn: mark.sent_on,
        recordedAt: mark.recorded_at,
        recordedBy: names.get(mark.recorded_by) ?? mark.recorded_by,
      })),
    }
  },
}
