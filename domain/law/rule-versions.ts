import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'
import { TIME } from './clock-settings.ts'
import { checkRules } from './rule-book.ts'
import { RULE_CONFIDENCES, RULE_UNITS, type LawRule, type RuleValue } from './rule.ts'

/** A value as it is stored and as it goes over the wire. */
export const ruleValueShape = z.union([
  z.number(),
  z.boolean(),
  z.string().max(1000),
  z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
])

export const ruleConfidenceShape = z.enum(RULE_CONFIDENCES)
export const ruleUnitShape = z.enum(RULE_UNITS)

/**
 * The rows as shipped with the centre's own versions, oldest entry first. On the axis of the act a version holds from
 * its first day until the next row begins: the row that held that day ends the day before. On the axis of the term
 * it takes the place of the row of its regime.
 */
export function withVersions(shipped: readonly LawRule[], versions: readonly LawRule[]): LawRule[] {
  let rows: LawRule[] = [...shipped]
  for (const version of versions) {
    if (version.axis === 'term') {
      const { regime } = version
      rows = [
        ...rows.filter((row) => !(row.axis === 'term' && row.id === version.id && row.regime === regime)),
        version,
      ]
      continue
    }
    const from = version.effectiveFrom
    const later = rows
      .filter((row) => row.axis === 'procedure' && row.id === version.id && row.effectiveFrom > from)
      .map((row) => row.effectiveFrom)
      .toSorted()[0]
    const covering = rows.find(
      (row) => row.axis === 'procedure' && row.id === version.id && covers(row, from),
    )
    const lastDay = earliest(
      version.effectiveTo,
      later === undefined ? covering?.effectiveTo : addDays(later, -1),
    )
    rows = rows.flatMap((row): LawRule[] => {
      if (row.axis !== 'procedure' || row.id !== version.id || !covers(row, from)) return [row]
      return row.effectiveFrom === from ? [] : [{ ...row, effectiveTo: addDays(from, -1) }]
    })
    const { effectiveTo: _own, ...rest } = version
    rows.push(lastDay === undefined ? rest : { ...rest, effectiveTo: lastDay })
  }
  return rows
}

function covers(row: LawRule, day: Day): boolean {
  return row.effectiveFrom <= day && (row.effectiveTo === undefined || day <= row.effectiveTo)
}

function earliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

const MOST_OF_UNIT: Partial<Record<LawRule['unit'], number>> = {
  hours: 24 * 366,
  days: 3660,
  'working-days': 366,
  months: 120,
  years: 99,
}

/** What is wrong with a new version of a rule; an empty list lets it be entered. */
export function judgeVersion(rows: readonly LawRule[], version: LawRule): Problem[] {
  const known = rows.filter(({ id, axis }) => id === version.id && axis === version.axis)
  const old = known[0]
  if (old === undefined) {
    return [
      { code: 'rule-unknown', message: `Không có quy định ${version.id}. Chọn một quy định trong bảng.` },
    ]
  }
  const problems: Problem[] = []
  const shapeOf = (value: RuleValue) => (typeof value === 'object' ? 'object' : typeof value)
  if (!known.some((row) => shapeOf(row.value) === shapeOf(version.value))) {
    const message = `Giá trị của quy định ${version.id} phải cùng kiểu với giá trị đang áp dụng.`
    problems.push({ code: 'rule-value-kind', message, field: 'value' })
  }
  const numbers =
    typeof version.value === 'number'
      ? [version.value]
      : typeof version.value === 'object'
        ? Object.values(version.value)
        : []
  const most = MOST_OF_UNIT[version.unit] ?? 1_000_000
  if (numbers.some((one) => typeof one !== 'number' || !Number.isInteger(one) || one < 0 || one > most)) {
    const message = `Giá trị của quy định ${version.id} phải là số nguyên từ 0 đến ${most}.`
    problems.push({ code: 'rule-value-range', message, field: 'value' })
  }
  if (typeof version.value === 'string' && version.value.trim() === '') {
    problems.push({ code: 'rule-value-empty', message: 'Nhập nội dung của quy định.', field: 'value' })
  }
  if (
    (version.id === 'CLK-01' || version.id === 'CLK-02') &&
    (typeof version.value !== 'string' || !TIME.test(version.value))
  ) {
    problems.push({ code: 'rule-time', message: 'Nhập giờ dạng 17:00.', field: 'value' })
  }
  const first = known.map((row) => row.effectiveFrom).toSorted()[0]
  if (first !== undefined && version.effectiveFrom < first) {
    const message = `Quy định ${version.id} có từ ${formatDay(first)}: chọn ngày có hiệu lực từ ngày đó trở đi.`
    problems.push({ code: 'rule-too-early', message, field: 'effectiveFrom' })
  }
  if (problems.length > 0) return problems
  return checkRules(withVersions(rows, [version]).filter(({ id }) => id === version.id))
}
