import type { ReadDb } from '#db/connection/handles.ts'
import { listEscapePapers, listEscapesOfIncident } from '#db/queries/escapes/reader.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { listNotices } from '#db/queries/incidents/parts.ts'
import type { EscapeDetail, EscapeNotice, EscapePaper } from '#domain/contract/escape-shapes.ts'
import { ESCAPE_FORMS, type EscapeForm } from '#domain/documents/escape-paper.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { isNoticeOwed } from '#domain/incidents/incident-tasks.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { owesPaper } from '#domain/incidents/owed-papers.ts'
import type { Actor } from '../use-case.ts'
import { escapeDetail } from './lines.ts'

/** The people of an escape incident with the papers and notices they have and lack. */
interface EscapePapers {
  people: EscapeDetail[]
  papers: EscapePaper[]
  notices: EscapeNotice[]
  owed: Record<EscapeForm, EscapeDetail[]>
}

/** Reads them all, people in the order of names; of an incident that is not there: nobody. */
export function papersOfEscape(db: ReadDb, actor: Actor, incidentId: string): EscapePapers {
  const people = listEscapesOfIncident(db, incidentId)
    .map((row) => escapeDetail(db, actor, row))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const papers = listEscapePapers(db, incidentId).flatMap((paper): EscapePaper[] => {
    const form = ESCAPE_FORMS.find((one) => one === paper.form)
    const { id, escape_id: escapeId, number, symbol } = paper
    return form === undefined ? [] : [{ id, escapeId, form, number: fullNumber(number, symbol) }]
  })
  const notices = noticesOf(db, incidentId)
  const untold = new Set(notices.flatMap(({ stayId, sentAt }) => (sentAt === null ? stayId : [])))
  const madeFor = Map.groupBy(papers, ({ escapeId }) => escapeId)
  const owedOf = (form: EscapeForm) =>
    people.filter((one) =>
      owesPaper(form, {
        ...one,
        made: new Set(madeFor.get(one.id)?.map((paper) => paper.form)),
        isToldOf: !untold.has(one.stayId),
      }),
    )
  return {
    people,
    papers,
    notices,
    owed: {
      'search-decision': owedOf('search-decision'),
      'search-sheet': owedOf('search-sheet'),
      'escape-notice': owedOf('escape-notice'),
    },
  }
}

function noticesOf(db: ReadDb, incidentId: string): EscapeNotice[] {
  const incident = findIncident(db, incidentId)
  if (incident === undefined) return []
  const form = formOfVersion(incident.kind, incident.form_version)
  return listNotices(db, incidentId)
    .filter((notice) => isNoticeOwed(form, notice))
    .map((row) => ({
      id: row.id,
      version: row.version,
      step: row.step,
      rule: row.rule,
      toWhom: row.to_whom,
      stayId: row.stay_id,
      dueAt: row.due_at,
      sentAt: row.sent_at,
      paperNumber: row.paper_number,
    }))
}
