import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import { NumberLink } from '#ui/number-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { listOf } from './asked.ts'
import { whatStandsOut } from './what-stands-out.ts'
import classes from './statistics.module.css'

/** What a manager is to know first; nothing where nothing stands out. */
export function StandoutPanel({ figures, asked }: { figures: IncidentStatistics; asked: StatisticsAsked }) {
  const found = whatStandsOut(figures)
  if (found.length === 0) return null
  return (
    <Panel title="Điều cần chú ý">
      <dl className={classes.standouts}>
        {found.map(({ id, label, what, count, note, narrower }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <span>{what}</span>
              <span>
                <NumberLink value={count} href={listOf(asked, narrower)} /> vụ{note && `, ${note}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
