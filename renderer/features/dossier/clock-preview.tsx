import type { ClockOfStay } from '#domain/stay/clock-of-stay.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import classes from './dossier.module.css'

function signed(count: number | undefined, unit: string): string {
  if (count === undefined || count === 0) return ''
  return `${count > 0 ? '+' : '−'}${Math.abs(count)} ${unit}`
}

/** How the term will stand after saving, line by line; null while too little is typed. */
export function ClockPreview({ clock }: { clock: ClockOfStay | null }) {
  if (!clock) {
    return (
      <div className={classes.clock}>
        <p className={classes.dim}>
          Ghi ngày quyết định và ngày bắt đầu để xem thời hạn, số ngày đã ở được trừ.
        </p>
      </div>
    )
  }
  return (
    <section className={classes.clock} aria-label="Thời hạn sau khi chuyển diện" aria-live="polite">
      <p className={classes.dim}>
        Thời hạn sau khi chuyển diện
        {clock.endOn !== null && <b>: hết ngày {formatDay(clock.endOn)}</b>}
        {clock.regime !== null && ` · ${TERM_REGIME_LABELS[clock.regime]}`}
        {clock.termMonths !== null && ` · ${clock.termMonths} tháng`}
      </p>
      <ol className={classes.clockLines}>
        {clock.lines.map((line) => (
          <li key={`${line.rule} ${line.label} ${line.from ?? ''}`}>
            <span>
              {line.note === undefined ? line.label : `${line.label} ${line.note}`}
              <span className={classes.clockSource}>
                {line.rule} · {line.source}
              </span>
            </span>
            <b>{[signed(line.months, 'tháng'), signed(line.days, 'ngày')].filter(Boolean).join(' ')}</b>
          </li>
        ))}
      </ol>
      {clock.problems.map((problem) => (
        <p key={problem.code} className={classes.problem}>
          {problem.message}
        </p>
      ))}
    </section>
  )
}
