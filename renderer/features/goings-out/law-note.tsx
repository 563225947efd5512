import { RULE_CONFIDENCE_LABELS, type RuleConfidence } from '#domain/law/rule.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './goings-out.module.css'

export interface LawNoteProps {
  problems?: readonly { code: string; message: string }[]
  clock: { sentence: string; confidence: RuleConfidence | null }
  rules: readonly {
    id: string
    title: string
    value: string
    source: string
    form: string | null
    note: string | null
    confidence: RuleConfidence
  }[]
  latestReturn?: string | null
  decisionDue?: string | null
  needsDecision?: boolean
  now: Instant
}

/** Marks what no text settles. */
function Doubt({ confidence }: { confidence: RuleConfidence | null }) {
  if (confidence === null || confidence === 'verified') return null
  return <ToneChip tone="soon" text={RULE_CONFIDENCE_LABELS[confidence]} />
}

/** What the law says of a way out, and what it does to the term: read before it is saved. */
export function LawNote(props: LawNoteProps) {
  const { problems = [], clock, rules, latestReturn, decisionDue, needsDecision, now } = props
  return (
    <section className={classes.law} aria-label="Theo quy định">
      {problems.map(({ code, message }) => (
        <p key={code} className={classes.refusal}>
          {message}
        </p>
      ))}
      <p>
        {clock.sentence} <Doubt confidence={clock.confidence} />
      </p>
      {latestReturn && <p>Trở lại muộn nhất: {formatInstant(latestReturn)}.</p>}
      {decisionDue && (
        <p>
          Duyệt trước: {formatInstant(decisionDue)}
          {decisionDue < now && <span className={classes.refusal}> (đã quá hạn)</span>}.
        </p>
      )}
      {needsDecision === false && <p>Việc này đi được ngay, không chờ duyệt.</p>}
      {rules.length > 0 && (
        <details>
          <summary>Quy định áp dụng ({rules.length})</summary>
          <ul>
            {rules.map((rule) => (
              <li key={rule.id}>
                <b>{rule.id}</b> {rule.title}: {rule.value}
                {rule.form !== null && ` (${rule.form})`}. {rule.source}.
                {rule.note !== null && ` ${rule.note}.`} <Doubt confidence={rule.confidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
