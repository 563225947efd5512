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
  const noteOf = (count: number, noun: string) =>
    count > 0 ? { note: { text: `${formatNumber(count)} ${noun}`, tone: 'late' as const } } : {}
  return (
    <>
      <StatTile
        label="Việc quá hạn"
        value={late}
        unit="vụ"
        href={hrefOf({ late: true })}
        {...noteOf(lateTasks, 'việc')}
      />
      {lateNotice > 0 && (
        <StatTile
          label="Thông báo quá hạn"
          value={lateNotice}
          unit="vụ"
          href={hrefOf({ lateNotice: true })}
          {...noteOf(lateNotices, 'nơi')}
        />
      )}
    </>
  )
}
