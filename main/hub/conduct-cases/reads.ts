import type { ReadDb } from '#db/connection/handles.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import {
  countCases,
  findCase,
  findLastCouncil,
  listCases,
  listZoneSpans,
  type CaseQuery,
  type CaseRow,
} from '#db/queries/conduct-cases/reader.ts'
import { listDocuments } from '#db/queries/documents/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { stopsVisits } from '#domain/conduct-cases/case-effects.ts'
import { formsOf } from '#domain/conduct-cases/case-kinds.ts'
import { spansTogether } from '#domain/conduct-cases/zone-days.ts'
import type { CaseLine, CasePlan } from '#domain/contract/conduct-case-shapes.ts'
import type { conductCasesContract } from '#domain/contract/conduct-cases.ts'
import type { ConductForm } from '#domain/documents/conduct-paper.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { numberOf, procedureRule, rangeOf } from '#domain/law/rule-book.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { contactSettings } from '../visits/contact-settings.ts'
import { isCaseShown } from './case-for.ts'
import { caseLine, membersOf } from './lines.ts'

/** The number of the newest decision made for the case: the one on it, or on how it is carried out. */
function numberMade(db: ReadDb, row: CaseRow, isLonger: boolean): string | null {
  const given: ConductForm = row.kind === 'violation' ? 'discipline-decision' : 'reward-decision'
  const form: string = isLonger ? 'discipline-change' : given
  const made = listDocuments(db, row.person_id).find(
    (one) => one.conduct_case_id === row.id && one.form === form && one.cancelled_at === null,
  )
  return made ? fullNumber(made.number, made.symbol) : null
}

/** Who sat on the last council, to begin the next one with. */
function lastCouncilOf(db: ReadDb): CasePlan['lastCouncil'] {
  const row = findLastCouncil(db)
  if (!row) return null
  const members = membersOf(row).map(({ name, title }) => ({ name, title, vote: null }))
  return { place: row.council_place ?? '', chair: row.chair ?? '', secretary: row.secretary ?? '', members }
}

/** A page of the book: `limit` cases after the cursor, the newest first. */
export function casePage(
  db: ReadDb,
  { now }: { now: Instant },
  { cursor, limit, ...query }: CaseQuery & { cursor: string | null; limit: number },
): { rows: CaseLine[]; next: string | null } {
  const today = dayOf(now)
  const found = listCases(db, query, { after: readMomentCursor(cursor), limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => caseLine(row, today)),
    next: found.length > limit && last ? writeMomentCursor({ at: last.proposed_at, id: last.id }) : null,
  }
}

export const conductCasesReads: ReadUseCases<typeof conductCasesContract> = {
  list: (db, context, asked) => {
    const { cursor: _cursor, limit: _limit, ...query } = asked
    return { ...casePage(db, context, asked), total: countCases(db, query) }
  },
  counts: (db, _context, { zones }) => {
    const of = { kinds: [], zones, personId: null, incidentId: null }
    return {
      waiting: countCases(db, { ...of, group: 'council' }),
      inForce: countCases(db, { ...of, group: 'in-force' }),
    }
  },
  plan: (db, context, { kind, on, caseId, isLonger }) => {
    const book = readRuleBook(db)
    const most = (id: string) => rangeOf(procedureRule(book, id, on))?.max ?? null
    const centre = findCentre(db, on)
    const asked = caseId === null ? undefined : findCase(db, caseId)
    const row = asked && isCaseShown(db, context.actor, asked) ? asked : undefined
    const within = numberOf(procedureRule(book, 'INC-11d', on)) ?? 0
    return {
      forms: formsOf(kind, procedureRegime(on)),
      signerTitle: centre?.head_title ?? null,
      signerName: centre?.head_name ?? null,
      number: row ? numberMade(db, row, isLonger) : null,
      stopsVisits: kind === 'violation' && stopsVisits(book, contactSettings(db), on),
      mostDays: most('INC-11a'),
      mostDaysInAll: most('INC-11b'),
      reviewDays: numberOf(procedureRule(book, 'INC-11c', on)) ?? null,
      leastMembers: rangeOf(procedureRule(book, 'CASE-05', on))?.min ?? 1,
      zoneBefore: row
        ? spansTogether({ fromOn: on, toOn: on }, listZoneSpans(db, row.stay_id, row.id), within)
        : [],
      lastCouncil: lastCouncilOf(db),
    }
  },
}
