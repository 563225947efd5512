import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { formatNumber } from '#ui/format.ts'
import { StatTile } from '#ui/stat-tile.tsx'

interface LateTilesProps {
  late: { late: number; lateTasks: number; lateNotice: number; lateNotices: number }
  /** The list of what is open, narrowed. */
  hrefOf: (narrower: Partial<IncidentFilter>) => string
}

/** Incidents with something late in them: tasks always, notices to somebody outside where there are any. */
export function LateTiles({ late: { late, lateTasks, lateNotice, lateNotices }, hrefOf }: LateTilesProps) {
  return (
    <>
      <LateTile label="Có việc quá hạn" value={late} inside={lateTasks} href={hrefOf({ late: true })} />
      {lateNotice > 0 && (
        <LateTile
          label="Chưa gửi thông báo"
          value={lateNotice}
          inside={lateNotices}
          href={hrefOf({ lateNotice: true })}
        />
      )}
    </>
  )
}

interface LateTileProps {
  label: string
  value: number
  /** How many things are late in them. */
  inside: number
  href: string
}

function LateTile({ label, value, inside, href }: LateTileProps) {
  return (
    <StatTile
      label={label}
      value={value}
      unit="vụ"
      href={href}
      {...(inside > 0 ? { note: { text: `${formatNumber(inside)} quá hạn`, tone: 'late' as const } } : {})}
    />
  )
}
