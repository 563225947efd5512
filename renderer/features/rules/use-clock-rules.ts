import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RuleRow } from '#domain/contract/rules.ts'
import { clockSettingsOf } from '#domain/law/clock-settings.ts'
import { buildRuleBook } from '#domain/law/rule-book.ts'
import type { LawRule } from '#domain/law/rule.ts'
import type { ClockRules } from '#domain/stay/clock-of-stay.ts'
import { api } from '#renderer/api/client.ts'

function toLawRule(row: RuleRow): LawRule {
  const { axis: _axis, regime, effectiveTo, form, question, note, isOwn: _isOwn, ...facts } = row
  const rest = {
    ...facts,
    ...(effectiveTo === null ? {} : { effectiveTo }),
    ...(form === null ? {} : { form }),
    ...(question === null ? {} : { question }),
    ...(note === null ? {} : { note }),
  }
  return regime === null ? { ...rest, axis: 'procedure' } : { ...rest, axis: 'term', regime }
}

/** The centre's rules as the hub computes with them; null until they are there. */
export function useClockRules(): ClockRules | null {
  const { data } = useQuery(api.rules.list.queryOptions({ input: {} }))
  return useMemo(() => {
    if (!data) return null
    const book = buildRuleBook(data.rows.map(toLawRule))
    return { book, settings: clockSettingsOf(book, data.asOf) }
  }, [data])
}
