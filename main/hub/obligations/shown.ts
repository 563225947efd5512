import type { ReadDb } from '#db/connection/handles.ts'
import type { ObligationStored } from '#db/queries/obligations/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { ObligationView } from '#domain/contract/obligations.ts'
import { DUTIES, DUTY_CODES, type DutyCode } from '#domain/law/duties.ts'
import type { RuleBook } from '#domain/law/rule-book.ts'
import type { LawRule } from '#domain/law/rule.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'

/** Duties that tell of health are listed for the medical role alone. */
export function hiddenDuties(roles: readonly Role[]): DutyCode[] {
  if (can(roles, 'medical.read')) return []
  return DUTY_CODES.filter((duty) => DUTIES[duty].isMedical === true)
}

/** Somebody marks what stands on the list of a role they hold; the head of the centre marks any. */
export function mayMark(roles: readonly Role[], duty: DutyCode): boolean {
  const { role, isMetByRecord } = DUTIES[duty]
  if (isMetByRecord === true || !can(roles, 'duties.mark')) return false
  return roles.includes('director') || roles.includes(role)
}

/** The row of the rule an obligation was reckoned with. */
export function ruleOf(book: RuleBook, rule: string, from: string): LawRule | undefined {
  return book.procedure.get(rule)?.find((row) => row.effectiveFrom === from)
}

/** Turns stored obligations into what a reader sees, with the article and form of the rule behind each. */
export function obligationViews(
  db: ReadDb,
  roles: readonly Role[],
  rows: readonly ObligationStored[],
): ObligationView[] {
  const book = readRuleBook(db)
  return rows.map((row): ObligationView => {
    const rule = ruleOf(book, row.rule, row.rule_from)
    return {
      stayId: row.stay_id,
      key: row.key,
      duty: row.duty,
      what: row.what,
      rule: row.rule,
      ruleFrom: row.rule_from,
      article: rule === undefined ? row.rule : fullCitation(rule.source),
      form: rule?.form ?? null,
      note: rule?.note ?? null,
      isUnsettled: rule?.confidence === 'unsettled',
      role: row.role,
      state: row.state,
      triggerAt: row.trigger_at,
      opensAt: row.opens_at,
      dueAt: row.due_at,
      warnAt: row.warn_at,
      escalateAt: row.escalate_at,
      doneAt: row.done_at,
      mayMark: mayMark(roles, row.duty),
      isNotice: isNotice(row.duty),
    }
  })
}

/** A notice that goes out to others: how and when it was sent belongs to it (DIS-01, DIS-02, DIS-13). */
export function isNotice(duty: DutyCode): boolean {
  return DUTIES[duty].correction !== undefined || duty.endsWith('/correction')
}
