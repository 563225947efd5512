import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { VISIT_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import { formatDay, isDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import classes from '#renderer/features/people/print-page.module.css'
import { guestsText, hoursText } from '#renderer/features/visits/visit-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'

const BACK = { href: '/tham-gap?xem=so', label: 'Sổ theo dõi' }

/** The register of visits as it goes on paper; opening it is on record. */
export function RegisterPrintPage() {
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [values] = useUrlFilters(['tu', 'den'])
  const dayFrom = (key: string) => {
    const text = values[key]?.[0]
    return text !== undefined && isDay(text) ? text : today
  }
  const [from, to] = [dayFrom('tu'), dayFrom('den')]
  const print = useQuery({
    ...api.visits.print.queryOptions({ input: { from, to } }),
    // Each answer is an entry of the audit: asked once, and not again when somebody changes something.
    enabled: (query) => query.state.data === undefined,
    gcTime: 0,
  })
  if (print.isPending) return <PagePending />
  if (print.error) {
    return (
      <>
        <PageHeader title="Sổ theo dõi thăm gặp" back={BACK} />
        <ErrorState title="Chưa lập được bản in" sentence={toHubError(print.error).message} />
      </>
    )
  }
  const { rows } = print.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in sổ theo dõi thăm gặp"
          back={BACK}
          acts={
            <Button
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              In {formatNumber(rows.length)} dòng
            </Button>
          }
        />
      </div>
      <div className={classes.sheet}>
        <p className={classes.centre}>{desk?.centreName}</p>
        <h2 className={classes.title}>SỔ THEO DÕI THĂM GẶP VÀ GỬI TIỀN, ĐỒ LƯU KÝ</h2>
        <p className={classes.note}>
          Từ {formatDay(from)} đến {formatDay(to)}
          {desk && ` · lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Ngày, giờ</th>
              <th>Học viên</th>
              <th>Khu</th>
              <th>Người thăm (quan hệ)</th>
              <th>Phòng</th>
              <th>Tiền gửi</th>
              <th>Kết quả, ghi chú</th>
              <th>Ký</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                <td>{index + 1}</td>
                <td>
                  {formatDay(dayOf(row.startsAt))} {hoursText(row)}
                </td>
                <td className={classes.name}>{row.name}</td>
                <td>{row.zoneName}</td>
                <td>{guestsText(row.guests)}</td>
                <td>{row.roomName}</td>
                <td>{row.money !== null && dongText(row.money)}</td>
                <td>
                  {VISIT_STATE_LABELS[row.state]}
                  {row.finds > 0 && `; phát hiện vật cấm ${row.finds} lần`}
                  {row.extendReason !== null && `; thêm ${row.extraMinutes} phút: ${row.extendReason}`}
                  {row.outcome !== null && `; ${row.outcome}`}
                </td>
                <td aria-label="Chữ ký" />
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.note}>
          Cộng: {formatNumber(rows.length)} lượt; tiền gửi{' '}
          {dongText(rows.reduce((sum, { money }) => sum + (money ?? 0), 0))}.
        </p>
      </div>
    </>
  )
}
