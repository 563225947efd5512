import type { WriteDb } from '#db/connection/handles.ts'
import { findCaseStay, nextCaseNumber } from '#db/queries/conduct-cases/reader.ts'
import { insertCase, insertCaseStep } from '#db/queries/conduct-cases/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { CASE_FORM_LABELS, type CaseForm, type CaseKind } from '#domain/conduct-cases/case-kinds.ts'
import { judgeForm } from '#domain/conduct-cases/judge-case.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { seenIncident } from '../incidents/access.ts'
import { tieIncident } from '../incidents/open-incident.ts'
import type { WriteContext } from '../use-case.ts'
import { refuseAny, tellCase } from './case-for.ts'

/** What is said of a case before anything is decided. */
interface Proposal {
  kind: CaseKind
  form: CaseForm
  days: number | null
  occurredOn: Day
  ground: string
  isSerious: boolean
}

/** What is wrong with a proposal by itself. */
export function proposalProblems(db: WriteDb, asked: Proposal, today: Day): Problem[] {
  const problems = judgeForm(asked.kind, asked.form, today, readRuleBook(db))
  if (asked.occurredOn > today) {
    const message = 'Ngày xảy ra không được sau hôm nay. Sửa lại ngày.'
    problems.push({ code: 'case-day', message, field: 'occurredOn' })
  }
  if (asked.isSerious && asked.kind === 'reward') {
    const message = 'Khen thưởng không có vi phạm nghiêm trọng. Bỏ dấu.'
    problems.push({ code: 'case-serious', message, field: 'isSerious' })
  }
  if (asked.form === 'special-zone' && asked.days === null) {
    const rule = procedureRule(readRuleBook(db), 'INC-11a', today)
    const message = `Ghi số ngày đề xuất ở khu dành riêng${rule ? ' (INC-11a)' : ''}.`
    problems.push({ code: 'case-days', message, field: 'days' })
  }
  return problems
}

/** Nothing happened in the centre before somebody was received. */
export function beforeReception(occurredOn: Day, receivedAt: Instant): Problem[] {
  const receivedOn = dayOf(receivedAt)
  if (occurredOn >= receivedOn) return []
  const message = `Ngày xảy ra trước ngày tiếp nhận ${formatDay(receivedOn)}. Sửa lại ngày.`
  return [{ code: 'case-day', message, field: 'occurredOn' }]
}

/** Proposes discipline or reward, one case per person. @throws AppError `rule_violated`, `not_found` */
export function proposeCases(
  db: WriteDb,
  context: WriteContext,
  input: Proposal & { cases: readonly { id: string; stayId: string }[]; incidentId: string | null },
): { cases: { id: string; no: string }[] } {
  const today = dayOf(context.now)
  const year = Number(today.slice(0, 4))
  refuseAny(proposalProblems(db, input, today))
  const { incidentId } = input
  if (incidentId !== null) seenIncident(db, context.actor, incidentId)
  const made = input.cases.map(({ id, stayId }) => {
    const stay = findCaseStay(db, stayId)
    if (!stay) throw new AppError('not_found', 'Không tìm thấy học viên này. Chọn lại.')
    if (stay.ended_at !== null || stay.received_at === null) {
      const message = 'Học viên không còn ở cơ sở. Chọn người đang trong danh sách.'
      refuseAny([{ code: 'case-ended', message, field: 'cases' }])
    }
    refuseAny(beforeReception(input.occurredOn, stay.received_at ?? context.now))
    const no = nextCaseNumber(db, year)
    insertCase(db, {
      id,
      year,
      no,
      kind: input.kind,
      person_id: stay.person_id,
      stay_id: stayId,
      incident_id: incidentId,
      zone_id: stay.zone_id,
      state: 'proposed',
      form: input.form,
      days: input.days,
      occurred_on: input.occurredOn,
      ground: input.ground,
      is_serious: input.isSerious ? 1 : 0,
      proposed_at: context.now,
      proposed_by: context.actor.key,
    })
    const facts = [daysText(input.form, input.days)]
    insertCaseStep(db, {
      id: context.newId(),
      case_id: id,
      action: 'propose',
      at: context.now,
      by: context.actor.key,
      comment: null,
      facts: JSON.stringify(facts),
    })
    tellCase(context, { id, person_id: stay.person_id }, 'propose')
    if (incidentId !== null) {
      tieIncident(db, context, incidentId, { kind: 'discipline', targetId: id, note: null })
      context.changed('incidents', incidentId)
    }
    return { id, no: `${no}/${year}` }
  })
  return { cases: made }
}

/** `Cảnh cáo`; `Đưa vào khu dành riêng 7 ngày`. */
export function daysText(form: CaseForm, days: number | null): string {
  return days === null ? CASE_FORM_LABELS[form] : `${CASE_FORM_LABELS[form]} ${days} ngày`
}
