import type { Obligation } from '../law/due-desk.ts'
import { procedureRule } from '../law/rule-book.ts'
import { atTime, startOfDay } from '../time/instant.ts'
import type { Day } from '../time/day.ts'
import { owe, type CustodyDesk } from './custody-duties.ts'

/** A paper of the dossier that is still awaited, with the day by which it should come. */
export interface AwaitedPaper {
  id: string
  title: string
  form: string | null
  dueOn: Day
}

/** An alert that holds, with its day of review; medical ones are for the medical role. */
export interface OpenAlert {
  id: string
  reviewOn: Day
  isMedical: boolean
}

/** What stands on the desk for somebody on the roll: papers that are awaited (IN-05..09), alerts to look at again. */
export function dutiesOfDesk(
  desk: CustodyDesk & { papers: readonly AwaitedPaper[]; alerts: readonly OpenAlert[] },
): Obligation[] {
  const { rules, receivedAt, papers, alerts, timeline, current } = desk
  const time = rules.settings.dayDeadlineTime
  const track = timeline[0]?.track ?? current.track
  const paperRule = (on: Day) =>
    (track === 'voluntary' ? procedureRule(rules.book, 'IN-09', on) : undefined) ??
    (track === 'voluntary' ? procedureRule(rules.book, 'IN-08', on) : undefined) ??
    (track === 'held' ? procedureRule(rules.book, 'IN-06', on) : undefined) ??
    procedureRule(rules.book, 'IN-05', on)
  return [
    ...papers.flatMap(({ id, title, form, dueOn }) =>
      owe(paperRule(dueOn), {
        duty: 'IN-05',
        anchor: id,
        triggerAt: receivedAt,
        dueAt: atTime(dueOn, time),
        what: `Bổ sung: ${title}${form === null ? '' : ` (${form})`}`,
      }),
    ),
    ...alerts.flatMap(({ id, reviewOn, isMedical }) => {
      const duty = isMedical ? 'HOUSE-10' : 'HOUSE-09'
      return owe(procedureRule(rules.book, duty, reviewOn), {
        duty,
        anchor: id,
        triggerAt: startOfDay(reviewOn),
        dueAt: atTime(reviewOn, time),
        what: isMedical ? 'Xem lại lưu ý y tế' : 'Xem lại cảnh báo',
      })
    }),
  ]
}
