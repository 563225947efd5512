import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import type { EscapeSlice } from '#domain/incidents/statistics.ts'
import { formatNumber } from '#ui/format.ts'
import { StatRow, StatTile } from '#ui/stat-tile.tsx'
import { listOf } from './asked.ts'

/** The figures a manager looks at first. */
export function FigureTiles({ figures, asked }: { figures: IncidentStatistics; asked: StatisticsAsked }) {
  const { total, totalBefore, standing, late, lateTasks, injured, closing } = figures
  const open = standing.reduce((sum, { count }) => sum + count, 0)
  const openStates = standing.map(({ state }) => state)
  const escapes = (slice: EscapeSlice) => figures.escapes.find((row) => row.slice === slice)?.incidents ?? 0
  const hurt = injured.find(({ slice }) => slice === 'any')
  return (
    <StatRow label="Số liệu chính">
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
        href={listOf(asked, { from: null, to: null, states: openStates })}
      />
      <StatTile
        label="Có việc quá hạn"
        value={late}
        unit="vụ"
        href={listOf(asked, { from: null, to: null, states: openStates, late: true })}
        {...(lateTasks > 0
          ? { note: { text: `${formatNumber(lateTasks)} việc`, tone: 'late' as const } }
          : {})}
      />
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
      <StatTile
        label="Đã đóng"
        value={closing.closed}
        unit="vụ"
        href={listOf(asked, { states: ['closed'] })}
      />
    </StatRow>
  )
}
