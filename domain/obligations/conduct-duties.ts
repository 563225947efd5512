import {
  CASE_FORM_LABELS,
  CASE_KIND_LABELS,
  type CaseForm,
  type CaseKind,
} from '../conduct-cases/case-kinds.ts'
import type { CaseState } from '../conduct-cases/case-states.ts'
import type { Obligation } from '../law/due-desk.ts'
import { numberOf, procedureRule } from '../law/rule-book.ts'
import { addDays, type Day } from '../time/day.ts'
import { atTime, dayOf, type Instant } from '../time/instant.ts'
import { owe, type CustodyDesk } from './custody-duties.ts'

/** A case of conduct that is not ended, as far as it makes something due. */
export interface OpenCase {
  id: string
  kind: CaseKind
  form: CaseForm
  state: CaseState
  proposedAt: Instant
  councilAt: Instant | null
  heardAt: Instant | null
  fromOn: Day | null
  toOn: Day | null
  reviewOn: Day | null
}

/**
 * What a case of conduct makes due: to be looked at (CASE-01), the council on its day (CASE-02), the decision after it
 * (CASE-03), carrying out and ending on the day of the decision (CASE-04), the review in the special zone (INC-11c).
 */
export function dutiesOfCases(
  desk: Pick<CustodyDesk, 'rules'> & { cases: readonly OpenCase[] },
): Obligation[] {
  return desk.cases.flatMap((one) => dutiesOfCase(desk, one))
}

function dutiesOfCase({ rules }: Pick<CustodyDesk, 'rules'>, one: OpenCase): Obligation[] {
  const time = rules.settings.dayDeadlineTime
  const rule = (id: string, on: Day) => procedureRule(rules.book, id, on)
  const what = CASE_KIND_LABELS[one.kind].toLocaleLowerCase('vi')
  const form = CASE_FORM_LABELS[one.form].toLocaleLowerCase('vi')
  const within = (id: 'CASE-01' | 'CASE-03', since: Instant, said: string) => {
    const on = dayOf(since)
    const found = rule(id, on)
    const dueAt = atTime(addDays(on, numberOf(found) ?? 0), time)
    return owe(found, { duty: id, anchor: one.id, triggerAt: since, dueAt, what: said })
  }
  switch (one.state) {
    case 'proposed':
      return within('CASE-01', one.proposedAt, `Xem xét đề xuất ${what}: ${form}`)
    case 'council': {
      const at = one.councilAt
      if (at === null) return []
      const said = `Họp hội đồng ${what}: ${form}`
      return owe(rule('CASE-02', dayOf(at)), {
        duty: 'CASE-02',
        anchor: one.id,
        triggerAt: one.proposedAt,
        dueAt: at,
        what: said,
      })
    }
    case 'heard':
      return within('CASE-03', one.heardAt ?? one.proposedAt, `Quyết định ${what} sau khi họp hội đồng`)
    case 'decided':
      return one.fromOn === null ? [] : onDay(one, one.fromOn, `Thi hành quyết định ${what}: ${form}`)
    case 'in-force': {
      const review = one.reviewOn
      const last = one.toOn === null ? [] : onDay(one, one.toOn, `Hết hạn ${form}: kết thúc hoặc kéo dài`)
      if (review === null || review === one.toOn) return last
      const reviewed = owe(rule('INC-11c', review), {
        duty: 'INC-11c',
        anchor: `${one.id}/${review}`,
        triggerAt: one.heardAt ?? one.proposedAt,
        dueAt: atTime(review, time),
        what: `Xem lại: ${form}`,
      })
      return [...reviewed, ...last]
    }
    case 'ended':
    case 'lifted':
    case 'declined':
    case 'cancelled':
    case 'revoked':
      return []
  }

  function onDay({ id }: OpenCase, day: Day, said: string): Obligation[] {
    return owe(rule('CASE-04', day), {
      duty: 'CASE-04',
      anchor: `${id}/${day}`,
      triggerAt: one.heardAt ?? one.proposedAt,
      dueAt: atTime(day, time),
      what: said,
    })
  }
}
