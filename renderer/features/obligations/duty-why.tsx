import type { ObligationView } from '#domain/contract/obligations.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { WhyPopover, type WhyLine } from '#ui/why-popover.tsx'

function whyLines(row: ObligationView): WhyLine[] {
  return [
    { text: `Theo ${row.rule}, bản áp dụng từ ${formatDay(row.ruleFrom)}`, source: row.article },
    ...(row.isUnsettled ? [{ text: 'Chưa có văn bản quy định rõ: theo quy ước của cơ sở' }] : []),
    ...(row.form === null ? [] : [{ text: 'Biểu mẫu', value: row.form }]),
    { text: 'Tính từ', value: formatInstant(row.triggerAt) },
    ...(row.opensAt === null ? [] : [{ text: 'Không làm trước', value: formatInstant(row.opensAt) }]),
    { text: 'Hạn', value: formatInstant(row.dueAt) },
    { text: 'Nhắc từ', value: formatInstant(row.warnAt) },
    { text: 'Báo Trưởng cơ sở từ', value: formatInstant(row.escalateAt) },
    ...(row.note === null ? [] : [{ text: row.note }]),
  ]
}

/** The form that is written, else that the way to the due moment can be read. */
function whyLabel({ form, isUnsettled }: ObligationView): string {
  if (form === null) return isUnsettled ? 'chưa rõ' : 'vì sao'
  return isUnsettled ? `${form} (chưa rõ)` : form
}

/** Rule, article, form and steps behind a due moment. */
export function DutyWhy({ row }: { row: ObligationView }) {
  return (
    <WhyPopover
      title={row.what}
      lines={whyLines(row)}
      label={whyLabel(row)}
      {...(row.form === null ? { code: row.rule } : {})}
    />
  )
}
