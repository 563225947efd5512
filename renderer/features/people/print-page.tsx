import { useQuery } from '@tanstack/react-query'
import { ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS, CUSTODY_STATE_LABELS, OUT_KIND_LABELS } from '#domain/custody/event-kinds.ts'
import { birthText, formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { filterText, isPastList, LIST_KEYS, listRequest } from '#renderer/features/people/list-filters.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './print-page.module.css'

function stateText(row: PersonRow): string {
  if (row.endedKind !== null) return CUSTODY_EVENT_LABELS[row.endedKind]
  if (row.isSuspended) return 'Tạm đình chỉ'
  return row.outKind === null ? CUSTODY_STATE_LABELS[row.state] : OUT_KIND_LABELS[row.outKind]
}

/** The filtered list as it goes on paper, all of it; opening it is on record. */
export function PrintPage() {
  const desk = useDesk()
  const [values] = useUrlFilters(LIST_KEYS)
  const isPast = isPastList(values)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const print = useQuery({
    ...api.people.print.queryOptions({ input: listRequest(values) }),
    // Each answer is an entry of the audit: asked once, and not again when somebody changes something.
    enabled: (query) => query.state.data === undefined,
    gcTime: 0,
  })
  if (print.isPending) return <PagePending />
  if (print.error) {
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(print.error).message} />
  }
  const { rows } = print.data
  const filter = filterText(values, zones.data?.zones ?? [])
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in danh sách"
          back={{ href: `/nguoi${window.location.search}`, label: 'Học viên' }}
          acts={<PrintActs act={`In ${formatNumber(rows.length)} dòng`} fileName="Danh sách học viên" />}
        />
      </div>
      <div className={classes.sheet}>
        <p className={classes.centre}>{desk?.centreName}</p>
        <h2 className={classes.title}>
          {isPast ? 'DANH SÁCH NGƯỜI ĐÃ KẾT THÚC CAI NGHIỆN' : 'DANH SÁCH NGƯỜI CAI NGHIỆN'}
        </h2>
        <p className={classes.note}>
          {desk && `Lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}
          {filter !== '' && ` · ${filter}`}
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Họ và tên</th>
              <th>Ngày sinh</th>
              <th>Giới</th>
              <th>Diện</th>
              {!isPast && <th>Giường</th>}
              <th>{isPast ? 'Kết thúc' : 'Trạng thái'}</th>
              {!isPast && <th>Cảnh báo</th>}
              <th>Ngày vào</th>
              <th>{isPast ? 'Ngày ra' : 'Hết hạn'}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <PrintedRow key={row.stayId ?? row.personId} row={row} index={index} isPast={isPast} />
            ))}
          </tbody>
        </table>
        <p className={classes.note}>Cộng: {formatNumber(rows.length)} người.</p>
      </div>
    </>
  )
}

function PrintedRow({ row, index, isPast }: { row: PersonRow; index: number; isPast: boolean }) {
  const birth = birthText(row)
  const end = isPast ? row.endedAt && dayOf(row.endedAt) : row.endOn
  return (
    <tr>
      <td>{index + 1}</td>
      <td className={classes.name}>{row.name}</td>
      <td>{birth === null ? '' : formatBirth(birth)}</td>
      <td>{SEX_LABELS[row.sex]}</td>
      <td>{row.track && TRACK_LABELS[row.track]}</td>
      {!isPast && <td>{row.bedCode}</td>}
      <td>{stateText(row)}</td>
      {!isPast && <td>{row.alerts.map((face) => ALERT_KINDS[face].short).join(', ')}</td>}
      <td>{row.receivedAt && formatDay(dayOf(row.receivedAt))}</td>
      <td>{end && formatDay(end)}</td>
    </tr>
  )
}
