import { countAway, findEscape, listAway, listEscapes } from '#db/queries/escapes/reader.ts'
import { findCase } from '#db/queries/obligations/facts.ts'
import { readLaidOut } from '#db/queries/obligations/derive.ts'
import type { escapesContract } from '#domain/contract/escapes.ts'
import { AppError } from '#domain/errors.ts'
import { explainEscape } from '#domain/incidents/explain-recovery.ts'
import { can } from '#domain/permissions/permissions.ts'
import { mayWrite } from '../incidents/access.ts'
import type { ReadUseCases } from '../use-case.ts'
import { candidatesOf } from './candidates.ts'
import { currentEscapeLine, escapeLine, seenIncidentOf } from './lines.ts'
import { papersOfEscape } from './owed-papers.ts'

const SEPARATOR = '|'

function cursorOf(text: string | null): { at: string; id: string } | null {
  const [at, id] = (text ?? '').split(SEPARATOR)
  return at && id ? { at, id } : null
}

export const escapesReads: ReadUseCases<typeof escapesContract> = {
  prepare: (db, { now }, { stayIds, at }) => ({ people: candidatesOf(db, stayIds, at ?? now) }),
  list: (db, { actor }, { standing, personId, cursor, limit }) => {
    const page = { after: cursorOf(cursor), limit: limit + 1 }
    const away = countAway(db)
    if (standing === 'away') {
      const found = listAway(db, page)
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      return {
        rows: rows.flatMap(({ stay_id: stayId }) => currentEscapeLine(db, actor, stayId) ?? []),
        next: found.length > limit && last ? `${last.since_at}${SEPARATOR}${last.stay_id}` : null,
        away,
      }
    }
    const found = listEscapes(db, { ...page, personId })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => escapeLine(db, actor, row)),
      next: found.length > limit && last ? `${last.escaped_at}${SEPARATOR}${last.id}` : null,
      away,
    }
  },
  ofIncident: (db, { actor }, { incidentId }) => {
    const incident = seenIncidentOf(db, actor, { incident_id: incidentId })
    if (incident === undefined) throw new AppError('not_found')
    const { people, papers, notices, owed } = papersOfEscape(db, actor, incidentId)
    return {
      people,
      papers,
      notices,
      mayTell: can(actor.roles, 'incident.run') && mayWrite(actor, incident),
      owed: {
        'search-decision': owed['search-decision'].length,
        'search-sheet': owed['search-sheet'].length,
        'escape-notice': owed['escape-notice'].length,
      },
    }
  },
  explain: (db, _context, { id }) => {
    const row = findEscape(db, id)
    const found = row && findCase(db, row.stay_id)
    const laid = readLaidOut(db)
    if (!found || laid === null) throw new AppError('not_found')
    const effect = explainEscape(found.obligations, id, laid.rules)
    if (effect === null) {
      throw new AppError(
        'not_found',
        'Lần bỏ trốn này đã được đính chính là ghi nhầm, không ảnh hưởng thời hạn.',
      )
    }
    return effect
  },
}
