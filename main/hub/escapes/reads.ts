import type { ReadDb } from '#db/connection/handles.ts'
import {
  countAway,
  findEscape,
  listAway,
  listEscapePapers,
  listEscapes,
  listEscapesOfIncident,
} from '#db/queries/escapes/reader.ts'
import { listNotices } from '#db/queries/incidents/parts.ts'
import { findCase } from '#db/queries/obligations/facts.ts'
import { readLaidOut } from '#db/queries/obligations/derive.ts'
import type { EscapePaper, escapesContract, UnsentNotice } from '#domain/contract/escapes.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { AppError } from '#domain/errors.ts'
import { explainEscape } from '#domain/incidents/explain-recovery.ts'
import { isNoticeOwed } from '#domain/incidents/incident-tasks.ts'
import type { KindForm } from '#domain/incidents/kind-form.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { can } from '#domain/permissions/permissions.ts'
import { mayWrite } from '../incidents/access.ts'
import type { ReadUseCases } from '../use-case.ts'
import { candidatesOf } from './candidates.ts'
import { currentEscapeLine, escapeDetail, escapeLine, seenIncidentOf } from './lines.ts'
import { escapeSheet } from './sheet.ts'

const SEPARATOR = '|'

function cursorOf(text: string | null): { at: string; id: string } | null {
  const [at, id] = (text ?? '').split(SEPARATOR)
  return at && id ? { at, id } : null
}

function papersOf(db: ReadDb, incidentId: string): EscapePaper[] {
  return listEscapePapers(db, incidentId).flatMap(({ escape_id: escapeId, form, number, symbol }) =>
    form === 'search-decision' || form === 'escape-notice'
      ? [{ escapeId, form, number: fullNumber(number, symbol) }]
      : [],
  )
}

function unsentOf(db: ReadDb, incidentId: string, form: KindForm): UnsentNotice[] {
  return listNotices(db, incidentId)
    .filter((notice) => notice.sent_at === null && isNoticeOwed(form, notice))
    .map(({ id, version, step, to_whom: toWhom, stay_id: stayId }) => ({ id, version, step, toWhom, stayId }))
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
    return {
      people: listEscapesOfIncident(db, incidentId)
        .map((row) => escapeDetail(db, actor, row))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
      papers: papersOf(db, incidentId),
      unsent:
        can(actor.roles, 'incident.run') && mayWrite(actor, incident)
          ? unsentOf(db, incidentId, formOfVersion(incident.kind, incident.form_version))
          : [],
    }
  },
  sheet: (db, context, { id }) => {
    const row = findEscape(db, id)
    if (!row) throw new AppError('not_found')
    context.viewed(row.person_id, 'person.viewed-search-sheet')
    return escapeSheet(db, context, row)
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
