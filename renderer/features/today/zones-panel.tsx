import { IconMapPlus } from '@tabler/icons-react'
import type { ZoneFill } from '#domain/contract/today.ts'
import { ZoneCountNote } from '#renderer/features/head-count/zone-count-note.tsx'
import { CapacityBar } from '#ui/capacity-bar.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { NumberLink } from '#ui/number-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './today.module.css'

export interface ZonesPanelProps {
  zones: readonly ZoneFill[]
  /** People inside without a bed; null for those who may not see the roll. */
  awaitingBed: { count: number; href: string } | null
}

function Fill({ zone }: { zone: ZoneFill }) {
  const href = `/khu/${zone.id}`
  const label = zone.name === '' ? `Khu ${zone.code}` : zone.name
  if (zone.present === null) {
    return (
      <div className={classes.plain}>
        <InnerLink href={href}>{label}</InnerLink>
        <span>{formatNumber(zone.capacity)} chỗ</span>
      </div>
    )
  }
  const out = zone.out ?? 0
  return (
    <CapacityBar
      label={label}
      used={zone.present}
      capacity={zone.capacity}
      outOfService={zone.outOfService}
      href={href}
      note={
        <span className={classes.zoneNotes}>
          {zone.count && <ZoneCountNote zoneId={zone.id} count={zone.count} />}
          {out > 0 && <ToneChip tone="away" text={`${formatNumber(out)} ra ngoài`} quiet />}
        </span>
      }
    />
  )
}

function Aside({ awaitingBed }: Pick<ZonesPanelProps, 'awaitingBed'>) {
  if (awaitingBed === null) return 'sức chứa sử dụng'
  if (awaitingBed.count === 0) return 'có mặt / sức chứa sử dụng'
  return <NumberLink value={awaitingBed.count} label="chờ xếp giường" href={awaitingBed.href} tone="soon" />
}

/** How full each zone is, and who waits for a bed. */
export function ZonesPanel({ zones, awaitingBed }: ZonesPanelProps) {
  return (
    <Panel title="Khu" aside={<Aside awaitingBed={awaitingBed} />}>
      {zones.length === 0 ? (
        <EmptyState
          icon={IconMapPlus}
          title="Chưa có khu nào"
          act={<InnerLink href="/khu">Mở mục Khu</InnerLink>}
        />
      ) : (
        zones.map((zone) => <Fill key={zone.id} zone={zone} />)
      )}
    </Panel>
  )
}
