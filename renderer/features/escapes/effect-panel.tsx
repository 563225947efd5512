import { useQuery } from '@tanstack/react-query'
import type { EscapeEffectView } from '#domain/contract/escape-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { OBLIGATION_STATE_LABELS } from '#domain/obligations/obligation-state.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './escapes.module.css'

const CHANGE_WORDS: Record<EscapeEffectView['duties'][number]['change'], string> = {
  moved: 'Đổi hạn',
  new: 'Việc mới',
  gone: 'Không còn',
}

/** What is owed only because of the escape is new until it is met. */
function changeWord({ change, state }: EscapeEffectView['duties'][number]): string {
  return change === 'new' && state === 'done' ? OBLIGATION_STATE_LABELS.done : CHANGE_WORDS[change]
}

/** What the escape, and the return from it, did to the term and to every due moment, each with its article. */
export function EscapeEffectPanel({ id, name }: { id: string; name: string }) {
  const found = useQuery(api.escapes.explain.queryOptions({ input: { id } }))
  if (found.error) {
    return <ErrorState title="Chưa tính được" sentence={toHubError(found.error).message} />
  }
  if (!found.data) return <output>Đang tính…</output>
  const effect = found.data
  return (
    <section aria-label={`Thời hạn của ${name} thay đổi thế nào`}>
      <p>{endSentence(effect)}</p>
      {effect.line && (
        <p className={classes.dim}>
          {effect.line.label} {effect.line.rule}, {effect.line.article}
        </p>
      )}
      {effect.duties.length > 0 && (
        <table className={classes.effect}>
          <thead>
            <tr>
              <th>Việc</th>
              <th>Trước</th>
              <th>Nay</th>
              <th>Vì sao</th>
            </tr>
          </thead>
          <tbody>
            {effect.duties.map((one) => (
              <tr key={`${one.key}${one.change}`}>
                <td>
                  {one.what}
                  <div className={classes.dim}>{changeWord(one)}</div>
                </td>
                <td className={one.after === null ? undefined : classes.was}>
                  {one.before === null ? '' : formatInstant(one.before)}
                </td>
                <td>{one.after === null ? '' : formatInstant(one.after)}</td>
                <td>
                  {one.rule}, {one.article}
                  {one.note !== null && <div className={classes.dim}>{one.note}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function endSentence(effect: EscapeEffectView): string {
  const { endBefore, endAfter, endMovedBy, daysAway, recoveredAt, ended } = effect
  if (endBefore === null) return 'Đợt này chưa có ngày hết thời hạn nên việc bỏ trốn không đổi ngày nào.'
  if (ended !== null) {
    const how = CUSTODY_EVENT_LABELS[ended.kind].toLocaleLowerCase('vi')
    return `Đợt đã kết thúc khi đang bỏ trốn (${how}, ${formatInstant(ended.at)}): thời hạn không tính tiếp. Trước khi bỏ trốn, thời hạn hết ngày ${formatDay(endBefore)}.`
  }
  if (recoveredAt === null) {
    return `Trước khi bỏ trốn, thời hạn hết ngày ${formatDay(endBefore)}. Chưa trở lại nên chưa xác định được ngày hết thời hạn.`
  }
  if (endAfter === null) return `Trước khi bỏ trốn, thời hạn hết ngày ${formatDay(endBefore)}.`
  const away = daysAway === null ? '' : ` sau ${daysAway} ngày bỏ trốn không tính vào thời hạn`
  return endMovedBy === 0
    ? `Ngày hết thời hạn vẫn là ${formatDay(endAfter)}.`
    : `Ngày hết thời hạn chuyển từ ${formatDay(endBefore)} sang ${formatDay(endAfter)}${away}.`
}
