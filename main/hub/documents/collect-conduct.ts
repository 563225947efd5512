import type { ReadDb } from '#db/connection/handles.ts'
import { findCase, findCaseForPaper, listCaseSteps } from '#db/queries/conduct-cases/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { FORM_RULE, type CaseKind } from '#domain/conduct-cases/case-kinds.ts'
import {
  changeWords,
  CONDUCT_PAPERS,
  conductPaperFields,
  plannedDays,
  type CONDUCT_ASKED,
  type ConductForm,
} from '#domain/documents/conduct-paper.ts'
import type { StayForm } from '#domain/documents/form-editions.ts'
import { AppError } from '#domain/errors.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { formalCitation } from '#domain/law/sources.ts'
import { formatDay } from '#domain/time/day.ts'
import { isCaseShown } from '../conduct-cases/case-for.ts'
import { membersOf } from '../conduct-cases/lines.ts'
import type { Actor } from '../use-case.ts'
import type { CollectedDocument } from './collect.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'

const KIND_OF: Record<ConductForm, CaseKind | null> = {
  'council-minutes': null,
  'discipline-decision': 'violation',
  'discipline-change': 'violation',
  'reward-decision': 'reward',
}

function isConductForm(form: StayForm): form is ConductForm {
  return CONDUCT_PAPERS.some((known) => known === form)
}

/**
 * The case a paper is made for: the one asked for, else the newest of its kind; null for other forms and without a case.
 * @throws AppError `not_found` for one kept from the actor, `invalid_input` for one of another stay or kind
 */
export function caseForPaper(
  db: ReadDb,
  actor: Actor,
  { form, stayId, caseId }: { form: StayForm; stayId: string; caseId: string | null },
): string | null {
  if (!isConductForm(form)) return null
  const kind = KIND_OF[form]
  if (caseId === null) return findCaseForPaper(db, { stayId, kind })?.id ?? null
  const row = findCase(db, caseId)
  if (!row || !isCaseShown(db, actor, row)) throw new AppError('not_found')
  if (row.stay_id === stayId && (kind === null || row.kind === kind)) return row.id
  throw new AppError('invalid_input', 'Văn bản này không lập cho vụ đang mở. Tải lại trang và làm lại.')
}

/** Collects what a paper of a case needs; without a case its places are left open. */
export function collectConductPaper(source: DocumentSource, form: ConductForm): CollectedDocument {
  const { db, caseId, person, stay, on } = source
  const found = caseId === null ? undefined : findCase(db, caseId)
  const kind = KIND_OF[form] ?? found?.kind ?? 'violation'
  const rule = procedureRule(readRuleBook(db), FORM_RULE[kind], on)
  const steps = found ? listCaseSteps(db, found.id) : []
  const isLonger = steps.some(({ action }) => action === 'extend')
  // What was proposed and first decided, not what a later decision made of it.
  const decidedTo = isLonger || form === 'council-minutes' ? null : (found?.to_on ?? null)
  const days = plannedDays({ fromOn: found?.from_on ?? null, toOn: decidedTo, days: found?.days ?? null }, on)
  const suggested: Record<keyof typeof CONDUCT_ASKED, string | null> = {
    noi_dung: found?.ground ?? null,
    tu_ngay: formatDay(days.fromOn),
    den_ngay: days.toOn === null ? null : formatDay(days.toOn),
    dia_diem_hop: found?.council_place ?? null,
    chu_tri: found?.chair ?? null,
    thu_ky: found?.secretary ?? null,
    dien_bien: found?.minutes ?? null,
    y_kien_khac: null,
    thay_doi: found
      ? changeWords({
          state: found.state,
          number: found.number,
          longerTo: isLonger ? found.to_on : null,
          endedOn: found.ended_on,
        })
      : null,
    ly_do: steps.at(-1)?.comment ?? null,
  }
  return {
    suggested,
    isMedical: false,
    fields: (answers, fullNumber) =>
      conductPaperFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        kind,
        form: found?.form ?? null,
        article: rule === undefined ? null : formalCitation(rule.source),
        occurredOn: found?.occurred_on ?? null,
        councilAt: found?.council_at ?? null,
        members: found ? membersOf(found) : [],
        decision:
          found && found.number !== null && found.decided_on !== null
            ? { number: found.number, on: found.decided_on }
            : null,
        ...days,
        asked: { ...suggested, ...answers },
      }),
  }
}
