import type { LawRule } from '#domain/law/rule.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

/** Enters a version of a rule. Nothing is overwritten: the later entry goes before. */
export function insertRuleVersion(
  db: WriteDb,
  version: LawRule,
  entry: { id: string; reason: string; at: Instant; by: string; needsSecond: boolean },
): void {
  db.run(
    qb.insertInto('rule_version').values({
      id: entry.id,
      rule: version.id,
      axis: version.axis,
      regime: version.axis === 'term' ? version.regime : null,
      title: version.title,
      value: JSON.stringify(version.value),
      unit: version.unit,
      effective_from: version.effectiveFrom,
      effective_to: version.effectiveTo ?? null,
      source: version.source,
      confidence: version.confidence,
      form: version.form ?? null,
      question: version.question ?? null,
      note: version.note ?? null,
      reason: entry.reason,
      entered_at: entry.at,
      entered_by: entry.by,
      needs_second: entry.needsSecond ? 1 : 0,
      confirmed_by: null,
      confirmed_at: null,
    }),
  )
}

/** The second person agrees: from now on the version holds. */
export function confirmRuleVersion(db: WriteDb, id: string, by: { at: Instant; key: string }): void {
  db.run(
    qb.updateTable('rule_version').set({ confirmed_by: by.key, confirmed_at: by.at }).where('id', '=', id),
  )
}
