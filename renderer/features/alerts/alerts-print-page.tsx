import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import type { ActiveAlert } from '#domain/contract/alerts.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import {
  ALERT_LIST_KEYS,
  alertChipsOf,
  alertFilterOf,
  alertFilterText,
} from '#renderer/features/alerts/alert-filters.ts'
import classes from '#renderer/features/people/print-page.module.css'
import { birthYearOf } from '#renderer/features/people/person-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'

/** The filtered alerts as they go on paper, all of them; opening it is on record. */
export function AlertsPrintPage() {
  const desk = useDesk()
  const [values] = useUrlFilters(ALERT_LIST_KEYS)
  const seesMedical = desk?.permissions.includes('medical.read') ?? false
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const print = useQuery({
    ...api.alerts.print.queryOptions({ input: alertFilterOf(values, seesMedical) }),
    // Each answer is an entry of the audit: asked once, and not again when somebody changes something.
    enabled: (query) => query.state.data === undefined,
    gcTime: 0,
  })
  if (print.isPending) return <PagePending />
  if (print.error) {
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(print.error).message} />
  }
  const { rows } = print.data
  const filter = alertFilterText(values, alertChipsOf(zones.data?.zones ?? [], seesMedical))
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in cảnh báo"
          back={{ href: `/khu/canh-bao${window.location.search}`, label: 'Cảnh báo' }}
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
        <h2 className={classes.title}>CẢNH BÁO ĐANG CÓ HIỆU LỰC</h2>
        <p className={classes.note}>
          {desk && `Lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}
          {filter !== '' && ` · ${filter}`}
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Họ và tên</th>
              <th>Năm sinh</th>
              <th>Khu</th>
              <th>Giường</th>
              <th>Cảnh báo</th>
              <th>Cần lưu ý</th>
              <th>Từ ngày</th>
              <th>Xem lại</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <PrintedAlert key={row.id} row={row} index={index} />
            ))}
          </tbody>
        </table>
        <p className={classes.note}>Cộng: {formatNumber(rows.length)} cảnh báo.</p>
      </div>
    </>
  )
}

function PrintedAlert({ row, index }: { row: ActiveAlert; index: number }) {
  return (
    <tr>
      <td>{index + 1}</td>
      <td className={classes.name}>{row.name}</td>
      <td>{birthYearOf(row)}</td>
      <td>{row.zoneName}</td>
      <td>{row.bedCode}</td>
      <td>{ALERT_KINDS[row.face].label}</td>
      <td>{row.isMasked ? 'Hỏi y tế' : row.detail}</td>
      <td>{formatDay(row.fromOn)}</td>
      <td>
        {formatDay(row.reviewOn)}
        {row.isReviewDue && ' (đến hạn)'}
      </td>
    </tr>
  )
}
