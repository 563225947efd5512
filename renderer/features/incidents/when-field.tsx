import { Checkbox, Group } from '@mantine/core'
import { numberOf, procedureRule } from '#domain/law/rule-book.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useClockRules } from '#renderer/features/rules/use-clock-rules.ts'
import type { RowControl } from '#ui/form-row.tsx'
import classes from './incidents.module.css'
import { doubtOf } from './report-draft.ts'

/** The moment something happened, to the minute or about; a moment hardly meant is questioned. */
export function WhenField({
  control,
  now,
  value,
  isApproximate,
  onChange,
}: {
  control: RowControl
  now: Instant
  value: Instant | null
  isApproximate: boolean
  onChange: (when: { occurredAt: Instant | null; isApproximate: boolean }) => void
}) {
  const rules = useClockRules()
  const usual = rules === null ? undefined : numberOf(procedureRule(rules.book, 'HOUSE-18', dayOf(now)))
  const doubt = doubtOf(value, now, usual ?? null)
  return (
    <>
      <Group gap="md">
        <MomentField
          {...control}
          label="Xảy ra lúc"
          now={now}
          value={value}
          onChange={(occurredAt) => onChange({ occurredAt, isApproximate })}
        />
        <Checkbox
          label="Ước chừng"
          checked={isApproximate}
          onChange={(event) => onChange({ occurredAt: value, isApproximate: event.currentTarget.checked })}
        />
      </Group>
      {doubt !== undefined && !control.error && <p className={classes.doubt}>{doubt}</p>}
    </>
  )
}
