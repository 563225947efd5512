import { actorNames } from '#db/queries/audit/reader.ts'
import { countBacklog } from '#db/queries/obligations/backlog.ts'
import { listRuleVersions, readLawRules, readRolledOn, toLawRule } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { RuleRow, rulesContract } from '#domain/contract/rules.ts'
import type { LawRule } from '#domain/law/rule.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import { can } from '#domain/permissions/permissions.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'

const SHIPPED: ReadonlySet<LawRule> = new Set(DEFAULT_RULES)

function rowOf(rule: LawRule): Omit<RuleRow, 'isOwn'> {
  return {
    id: rule.id,
    axis: rule.axis,
    regime: rule.axis === 'term' ? rule.regime : null,
    title: rule.title,
    value: rule.value,
    unit: rule.unit,
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo ?? null,
    source: rule.source,
    confidence: rule.confidence,
    form: rule.form ?? null,
    question: rule.question ?? null,
    note: rule.note ?? null,
  }
}

export const rulesReads: ReadUseCases<typeof rulesContract> = {
  list: (db, { now }) => {
    const own = new Set(listRuleVersions(db).map((row) => `${row.rule}/${row.regime ?? row.effective_from}`))
    return {
      rows: readLawRules(db).map((rule) => ({
        ...rowOf(rule),
        isOwn:
          !SHIPPED.has(rule) &&
          own.has(`${rule.id}/${rule.axis === 'term' ? rule.regime : rule.effectiveFrom}`),
      })),
      asOf: readRolledOn(db) ?? dayOf(now),
      asksSecond: readSetting(db, 'rules.second-person'),
      following: countBacklog(db),
    }
  },
  history: (db, { actor }, { ruleId }) => {
    const rows = listRuleVersions(db).filter(({ rule }) => rule === ruleId)
    const keys = rows.flatMap((row) =>
      row.confirmed_by === null ? [row.entered_by] : [row.entered_by, row.confirmed_by],
    )
    const names = actorNames(db, [...new Set(keys)])
    return {
      versions: rows.toReversed().map((row) => {
        const isWaiting = row.needs_second === 1 && row.confirmed_by === null
        return {
          ...rowOf(toLawRule(row)),
          versionId: row.id,
          reason: row.reason,
          enteredAt: row.entered_at,
          enteredBy: names.get(row.entered_by) ?? row.entered_by,
          isWaiting,
          mayConfirm: isWaiting && row.entered_by !== actor.key && can(actor.roles, 'rules.edit'),
          confirmedBy: row.confirmed_by === null ? null : (names.get(row.confirmed_by) ?? row.confirmed_by),
        }
      }),
    }
  },
}
