import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { OPEN_STATES, type EscapeSlice } from '#domain/incidents/statistics.ts'
import { LateTiles } from '#renderer/features/incidents/late-tiles.tsx'
import { formatNumber } from '#ui/format.ts'
import { StatRow, StatTile } from '#ui/stat-tile.tsx'
import { listOf } from './asked.ts'

/** The figures a manager looks at first. */
export function FigureTiles({ figures, asked }: { figures: IncidentStatistics; asked: StatisticsAsked }) {
  const { recent, total, totalBefore, standing, injured } = figures
  const open = standing.reduce((sum, { count }) => sum + count, 0)
  const untaken = standing.find(({ state }) => state === 'reported')?.count ?? 0
  const openHref = (narrower: Partial<IncidentFilter> = {}) =>
    listOf(asked, { from: null, to: null, states: [...OPEN_STATES], ...narrower })
  const escapes = (slice: EscapeSlice) => figures.escapes.find((row) => row.slice === slice)?.incidents ?? 0
  const hurt = injured.find(({ slice }) => slice === 'any')
  return (
    <StatRow label="Số liệu chính">
      <StatTile
        label="Từ hôm qua"
        value={recent.count}
        unit="vụ"
        href={listOf(asked, { from: recent.from, to: recent.to })}
      />
      <StatTile
        label="Trong kỳ"
        value={total}
        unit="vụ"
        href={listOf(asked)}
        note={{ text: `kỳ trước ${formatNumber(totalBefore)}`, tone: 'ended' }}
      />
      <StatTile
        label="Đang mở"
        value={open}
        unit="vụ"
        href={openHref()}
        {...(untaken > 0
          ? { note: { text: `${formatNumber(untaken)} chưa nhận`, tone: 'soon' as const } }
          : {})}
      />
      <LateTiles late={figures} hrefOf={openHref} />
      <StatTile
        label="Bỏ trốn"
        value={escapes('any')}
        unit="vụ"
        href={listOf(asked, { escape: 'any' })}
        {...(escapes('away') > 0
          ? { note: { text: `${formatNumber(escapes('away'))} còn trốn`, tone: 'late' as const } }
          : {})}
      />
      <StatTile
        label="Bị thương"
        value={hurt?.incidents ?? 0}
        unit="vụ"
        href={listOf(asked, { injured: 'any' })}
        note={{ text: `${formatNumber(hurt?.people ?? 0)} người`, tone: 'ended' }}
      />
    </StatRow>
  )
}
