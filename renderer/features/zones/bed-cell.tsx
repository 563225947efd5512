import { Menu, UnstyledButton } from '@mantine/core'
import { IconBarrierBlock, IconCircleDashed } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Lodger } from '#domain/contract/placement.ts'
import type { BedLine } from '#domain/contract/places.ts'
import { OUTAGE_REASON_LABELS } from '#domain/placement/capacity.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { alertChips } from '#renderer/features/alerts/alert-chips.ts'
import { birthYear, daysLeft } from '#renderer/features/zones/lodger-text.ts'
import { formatDaysLeft } from '#ui/format.ts'
import { AlertChips } from '#ui/person-line.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import classes from './zones.module.css'

export interface BedCellProps {
  bed: BedLine
  /** Who holds it; null when free, or when names are not for this desk. */
  lodger: Lodger | null
  today: Day
  /** The cell that Tab reaches. */
  isFirst: boolean
  isOverdue: boolean
  /** Entries of the cell's menu; null where there is nothing to do. */
  acts: ReactNode
}

/** One bed: who lies in it and how that stands, or that it is free, or why it is out of service. */
export function BedCell({ bed, lodger, today, isFirst, isOverdue, acts }: BedCellProps) {
  const state = bed.outage ? 'out' : bed.isHeld ? 'held' : 'free'
  return (
    <Menu position="bottom-start" width={260} disabled={acts === null}>
      <Menu.Target>
        <UnstyledButton className={classes.cell} data-cell data-state={state} tabIndex={isFirst ? 0 : -1}>
          <span className={classes.cellCode}>{bed.code}</span>
          {lodger ? (
            <LodgerInCell lodger={lodger} today={today} isOverdue={isOverdue} />
          ) : (
            <EmptyCell bed={bed} />
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>{acts}</Menu.Dropdown>
    </Menu>
  )
}

function LodgerInCell({ lodger, today, isOverdue }: { lodger: Lodger; today: Day; isOverdue: boolean }) {
  const left = daysLeft(lodger, today)
  return (
    <>
      <span className={classes.cellName}>
        <b>{lodger.name}</b> <span className={classes.dim}>{birthYear(lodger)}</span>
      </span>
      {lodger.alerts.length > 0 && (
        <span className={classes.cellAlerts}>
          <AlertChips alerts={alertChips(lodger.alerts)} />
        </span>
      )}
      <span className={classes.cellNote}>
        <StateChip state={lodger.state} outKind={lodger.outKind} overdue={isOverdue} />
        <span className={classes.cellLeft} data-tone={left !== null && left < 0 ? 'late' : undefined}>
          {left === null ? 'chưa tính hạn' : formatDaysLeft(left)}
        </span>
      </span>
    </>
  )
}

function EmptyCell({ bed }: { bed: BedLine }) {
  if (bed.outage) {
    const back = bed.outage.backOn === null ? '' : `đến ${formatDay(bed.outage.backOn)}`
    return (
      <>
        <span className={classes.cellName}>
          <IconBarrierBlock size={14} stroke={2} aria-hidden /> ngừng sử dụng
        </span>
        <span className={classes.cellNote}>
          {OUTAGE_REASON_LABELS[bed.outage.reason]} {back}
        </span>
      </>
    )
  }
  return (
    <span className={classes.cellName}>
      <IconCircleDashed size={14} stroke={2} aria-hidden /> {bed.isHeld ? 'có người' : 'trống'}
    </span>
  )
}
