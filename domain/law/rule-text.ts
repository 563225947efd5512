import { RULE_UNIT_LABELS, type RuleUnit, type RuleValue } from './rule.ts'

/** A rule's value as a person reads it: `30 ngày`, `từ 6 đến 12 tháng`, `Có`. */
export function ruleValueText(value: RuleValue, unit: RuleUnit): string {
  const label = RULE_UNIT_LABELS[unit]
  const counted = (text: string) => (label === '' ? text : `${text} ${label}`)
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return counted(String(value))
  const { min, max } = value
  if (min !== undefined && max !== undefined) return counted(`từ ${min} đến ${max}`)
  if (min !== undefined) return counted(`từ ${min}`)
  return counted(`không quá ${max ?? ''}`)
}
