import { IconAlertTriangle } from '@tabler/icons-react'
import { RULE_CONFIDENCE_LABELS, type RuleConfidence } from '#domain/law/rule.ts'
import { formatDay } from '#domain/time/day.ts'
import classes from './visits.module.css'

export interface ShownRefusal {
  code: string
  message: string
  article: string
  since: string | null
  confidence: RuleConfidence | null
  remedy: string
}

/** What forbids an act: what is so, the article with its first day, what would make it possible. */
export function RefusalList({ refusals, label }: { refusals: readonly ShownRefusal[]; label: string }) {
  if (refusals.length === 0) return null
  return (
    <section className={classes.refusals} aria-label={label}>
      <p>
        <IconAlertTriangle size={16} stroke={2} aria-hidden /> {label}
      </p>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.code + refusal.message}>
            <span>{factOf(refusal)}</span>
            {refusal.article !== '' && (
              <span className={classes.article}>
                {refusal.article}
                {refusal.since !== null && `, áp dụng từ ${formatDay(refusal.since)}`}
                {refusal.confidence === 'unsettled' && ` · ${RULE_CONFIDENCE_LABELS.unsettled}`}
              </span>
            )}
            <span className={classes.remedy}>{refusal.remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sentence without what stands in lines of its own. */
function factOf({ message, remedy }: ShownRefusal): string {
  return message
    .replace(remedy, '')
    .replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)\. $/, '.')
    .trim()
}
