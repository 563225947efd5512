import type { ReadDb } from '#db/connection/handles.ts'
import { readLawRules } from '#db/queries/rules/reader.ts'
import type { RuleChange } from '#domain/contract/rules.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeVersion } from '#domain/law/rule-versions.ts'
import type { LawRule } from '#domain/law/rule.ts'

/**
 * A change as typed, made into a row of the book: title, unit, form and question stay those of the row it follows.
 * @throws AppError `not_found` for an unknown rule, `rule_violated` with what is wrong
 */
export function changedRule(db: ReadDb, change: RuleChange): LawRule {
  const rows = readLawRules(db)
  const ofRule = rows.filter(({ id, axis }) => id === change.ruleId && axis === change.axis)
  const old =
    change.axis === 'term'
      ? ofRule.find((row) => row.axis === 'term' && row.regime === change.regime)
      : ofRule
          .filter(({ effectiveFrom }) => effectiveFrom <= change.effectiveFrom)
          .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  if (old === undefined && ofRule.length === 0) {
    throw new AppError('not_found', 'Không có quy định này. Tải lại trang.')
  }
  const base = old ?? ofRule[0]
  if (base === undefined) throw new AppError('not_found', 'Không có quy định này. Tải lại trang.')
  const { effectiveTo: _until, note: _note, ...kept } = base
  const version: LawRule = {
    ...kept,
    value: change.value,
    // A rule of the term holds for the whole of its law; its day of entry tells when it was changed.
    effectiveFrom: change.axis === 'term' ? base.effectiveFrom : change.effectiveFrom,
    ...(change.axis === 'term' && base.effectiveTo !== undefined ? { effectiveTo: base.effectiveTo } : {}),
    source: change.source,
    confidence: change.confidence,
    ...(change.note === null ? {} : { note: change.note }),
  }
  const problems = judgeVersion(rows, version)
  if (problems.length > 0) throw ruleViolated(problems)
  return version
}
