import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { AlertsPanel } from '#renderer/features/alerts/alerts-panel.tsx'
import { OutingsPanel } from '#renderer/features/goings-out/outings-panel.tsx'
import { PersonCases } from '#renderer/features/conduct-cases/person-cases.tsx'
import { KeepApartPanel } from '#renderer/features/custody/keep-apart-panel.tsx'
import { StayLifeLine } from '#renderer/features/custody/stay-life-line.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { stayEndText } from './stay-end.ts'
import classes from './person-page.module.css'

function stayTitle(stay: PersonStay): string {
  const from = stay.receivedAt === null ? 'chưa tiếp nhận' : `từ ${formatDay(dayOf(stay.receivedAt))}`
  return `Đợt cai nghiện lần ${stay.ordinal}, ${from}`
}

/** The life line of each stay, newest first. */
export function OverviewTab({ file }: { file: PersonFile }) {
  if (file.stays.length === 0) {
    return <EmptyState title="Chưa có đợt cai nghiện nào">Hồ sơ mới có phần nhân thân.</EmptyState>
  }
  const current = file.stays.find((stay) => stay.receivedAt !== null && stay.endedAt === null)?.id ?? null
  return (
    <div className={classes.stack}>
      <AlertsPanel personId={file.id} />
      <OutingsPanel personId={file.id} stayId={current} />
      <PersonCases personId={file.id} stayId={current} />
      {file.stays.map((stay) => (
        <Panel
          key={stay.id}
          title={stayTitle(stay)}
          aside={<span className={classes.dim}>{stayEndText(stay)}</span>}
        >
          <StayLifeLine stayId={stay.id} />
        </Panel>
      ))}
      <KeepApartPanel personId={file.id} />
    </div>
  )
}
