import type { PersonStay } from '#domain/contract/person-shapes.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { daysLeftOf } from '#renderer/features/people/person-words.ts'
import { DaysLeft } from '#ui/days-left.tsx'
import { WhyPopover, type WhyLine } from '#ui/why-popover.tsx'
import { stayEndText } from './stay-end.ts'
import classes from './person-page.module.css'

type Clock = PersonStay['clock']

const NO_END: Record<Exclude<Clock['state'], 'running' | 'exempted'>, string> = {
  'no-decision': 'Chưa có quyết định nên chưa có ngày hết thời hạn',
  away: 'Thời hạn dừng trong lúc bỏ trốn',
  prison: 'Thời hạn dừng trong lúc chấp hành án phạt tù',
  incomplete: 'Chưa tính được ngày hết thời hạn',
}

function signed(count: number | undefined, unit: string): string {
  if (count === undefined || count === 0) return ''
  return `${count > 0 ? '+' : '−'}${Math.abs(count)} ${unit}`
}

function whyLines({ lines, problems }: Clock): WhyLine[] {
  return [
    ...lines.map((line): WhyLine => {
      const value = [signed(line.months, 'tháng'), signed(line.days, 'ngày')].filter(Boolean).join(' ')
      return {
        text: line.note === undefined ? line.label : `${line.label} ${line.note}`,
        source: `${line.rule} · ${line.source}`,
        ...(value === '' ? {} : { value }),
      }
    }),
    ...problems.map((problem): WhyLine => ({ text: problem.message })),
  ]
}

/** How long the term still runs and why: `còn 214 ngày, hết hạn 29/07/2029 ▸ vì sao`. */
export function ClockLine({ stay }: { stay: PersonStay }) {
  const desk = useDesk()
  const { clock } = stay
  const end = clock.endOn
  const isOver = stay.state === 'ended'
  const title =
    end === null
      ? NO_END[clock.state === 'running' || clock.state === 'exempted' ? 'incomplete' : clock.state]
      : `${isOver ? 'Thời hạn tính đến ngày' : 'Hết thời hạn ngày'} ${formatDay(end)}`
  return (
    <div className={classes.clock}>
      {end !== null && !isOver && (
        <span className={classes.left}>
          <DaysLeft days={daysLeftOf(end, desk?.now())} />
        </span>
      )}
      {isOver && <span>{stayEndText(stay)}</span>}
      <span>
        {title} <WhyPopover title={title} lines={whyLines(clock)} />
      </span>
      {clock.regime !== null && (
        <span className={classes.dim}>
          {TERM_REGIME_LABELS[clock.regime]}
          {clock.termMonths !== null && ` · ${clock.termMonths} tháng`}
        </span>
      )}
      {clock.problems.map((problem) => (
        <span key={problem.code} className={classes.warning}>
          {problem.message}
        </span>
      ))}
    </div>
  )
}
