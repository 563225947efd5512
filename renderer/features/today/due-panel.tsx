import { UnstyledButton } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { DUE_URGENCIES, DUE_URGENCY_LABELS, type DueRow } from '#domain/contract/today.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { dueText } from '#renderer/features/today/due-text.ts'
import type { TodayLinks } from '#renderer/features/today/today-links.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { WhyPopover, type WhyLine } from '#ui/why-popover.tsx'
import classes from './today.module.css'

const SHOWN = 9

function whyLines({ article, form, note, dueAt, isUnsettled }: DueRow): WhyLine[] {
  const lines: WhyLine[] = []
  if (article !== null) lines.push({ text: 'Theo', source: article })
  if (form !== null) lines.push({ text: 'Biểu mẫu', value: form })
  if (dueAt !== null) lines.push({ text: 'Hạn', value: formatInstant(dueAt) })
  if (isUnsettled) lines.push({ text: 'Chưa có văn bản quy định rõ: theo quy ước của cơ sở' })
  if (note !== null) lines.push({ text: note })
  return lines
}

/** Names behind a line, then how many more; only how many for those who may not see names. */
function Who({ row, links }: { row: DueRow; links: TodayLinks }) {
  const others = row.count - row.people.length
  if (row.people.length === 0) return <span className={classes.who}>{formatNumber(row.count)} người</span>
  return (
    <span className={classes.who}>
      {row.people.map(({ personId, name }, index) => {
        const href = links.ofPerson(personId)
        return (
          <span key={personId}>
            {index > 0 && ', '}
            {href === null ? name : <InnerLink href={href}>{name}</InnerLink>}
          </span>
        )
      })}
      {others > 0 && ` và ${formatNumber(others)} người nữa`}
    </span>
  )
}

function DueLine({ row, links, now }: { row: DueRow; links: TodayLinks; now: Instant }) {
  const { text, tone } = dueText(row, now)
  const lines = whyLines(row)
  return (
    <li className={classes.due}>
      <ToneChip tone={tone} text={text} />
      <span className={classes.what}>
        <InnerLink href={links.ofDue(row)} className={classes.act} title={row.what}>
          {row.what}
        </InnerLink>
        <Who row={row} links={links} />
      </span>
      {row.rule !== null && (
        <WhyPopover
          title={row.what}
          lines={lines}
          {...(row.form === null ? { code: row.rule } : { label: row.form })}
        />
      )}
    </li>
  )
}

/** What is due, the most pressing first; long lists open on demand. */
export function DuePanel({ rows, links, now }: { rows: readonly DueRow[]; links: TodayLinks; now: Instant }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? rows : rows.slice(0, SHOWN)
  return (
    <Panel
      title={`Việc đến hạn (${formatNumber(rows.length)})`}
      {...(links.ofDuties === null
        ? {}
        : { aside: <InnerLink href={links.ofDuties}>Mở danh sách</InnerLink> })}
      flush
    >
      {rows.length === 0 && (
        <EmptyState icon={IconChecks} title="Không có việc nào đến hạn trong 7 ngày tới" />
      )}
      {DUE_URGENCIES.map((urgency) => {
        const group = shown.filter((row) => row.urgency === urgency)
        if (group.length === 0) return null
        return (
          <section key={urgency} aria-label={DUE_URGENCY_LABELS[urgency]}>
            <h3 className={classes.group}>{DUE_URGENCY_LABELS[urgency]}</h3>
            <ul className={classes.list}>
              {group.map((row) => (
                <DueLine key={row.key} row={row} links={links} now={now} />
              ))}
            </ul>
          </section>
        )
      })}
      {rows.length > SHOWN && (
        <UnstyledButton
          className={classes.more}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Thu gọn' : `Xem tất cả (${formatNumber(rows.length)})`}
        </UnstyledButton>
      )}
    </Panel>
  )
}
