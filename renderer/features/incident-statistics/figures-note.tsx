import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import { formatDay } from '#domain/time/day.ts'
import { listOf } from './asked.ts'
import { Figure } from './figure-table.tsx'
import classes from './statistics.module.css'

/** What is counted nowhere on the page, each with its list, and what the reader may not see. */
export function FiguresNote({ figures, asked }: { figures: IncidentStatistics; asked: StatisticsAsked }) {
  const { duplicates, notIncidents } = figures.leftOut
  return (
    <p className={classes.note}>
      Kỳ trước: {formatDay(figures.before.from)}–{formatDay(figures.before.to)}. Không tính{' '}
      <Figure value={duplicates} href={listOf(asked, { states: ['duplicate'] })} /> vụ trùng và{' '}
      <Figure value={notIncidents} href={listOf(asked, { states: ['not-incident'] })} /> báo cáo không phải vụ
      việc.
      {figures.isNarrowed && ' Vụ hạn chế người xem không có trong số liệu của bạn.'}
      <span className={classes.screen}> Bấm vào một số để mở danh sách của số đó.</span>
    </p>
  )
}
