import { IconTableImport } from '@tabler/icons-react'
import type { RecentImport } from '#domain/contract/today.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './today.module.css'

const STATES: Record<RecentImport['state'], { text: string; tone: Tone }> = {
  committing: { text: 'đang nhập', tone: 'soon' },
  done: { text: 'đã xong', tone: 'ok' },
  stopped: { text: 'dừng giữa chừng', tone: 'late' },
  undone: { text: 'đã hủy', tone: 'ended' },
}

function outcome({ rows, imported, rejected, duplicates }: RecentImport): string {
  const parts = [`nhập ${formatNumber(imported)}/${formatNumber(rows)} dòng`]
  if (rejected > 0) parts.push(`${formatNumber(rejected)} dòng lỗi`)
  if (duplicates > 0) parts.push(`${formatNumber(duplicates)} trùng`)
  return parts.join(' · ')
}

export interface ImportsPanelProps {
  imports: readonly RecentImport[]
  now: Instant
  mayImport: boolean
}

/** The last lists that were imported, with the way to the next. */
export function ImportsPanel({ imports, now, mayImport }: ImportsPanelProps) {
  return (
    <Panel
      title="Danh sách mới nhập"
      aside={mayImport && <InnerLink href="/nhap-danh-sach">Nhập danh sách Excel</InnerLink>}
      flush
    >
      {imports.length === 0 && <EmptyState icon={IconTableImport} title="Chưa nhập danh sách nào" />}
      <ul className={classes.list}>
        {imports.map((row) => (
          <li key={row.id} className={classes.import}>
            <ToneChip {...STATES[row.state]} quiet={row.state === 'done'} />
            <span className={classes.what}>
              <span className={classes.file} title={row.fileName}>
                {row.fileName}
              </span>
              <span className={classes.who}>{outcome(row)}</span>
            </span>
            <span className={classes.moment}>{formatMoment(row.startedAt, now)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
