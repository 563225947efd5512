import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { DUTY_LIST_KEYS, dutyFilterOf } from '#renderer/features/obligations/duty-filters.ts'
import classes from '#renderer/features/people/print-page.module.css'
import { birthYearOf } from '#renderer/features/people/person-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'

/** Sheets beyond this many lines are no list for a day. */
const MOST = 500

/** The day's list on paper: what is late and due, with a column for the tick and the hand. */
export function DutiesPrintPage() {
  const desk = useDesk()
  const [values] = useUrlFilters(DUTY_LIST_KEYS)
  const asked = dutyFilterOf(values, desk?.roles ?? [])
  const filter =
    asked.windows.length > 0 || asked.closed
      ? asked
      : { ...asked, windows: ['late' as const, 'today' as const] }
  const list = useQuery(api.obligations.list.queryOptions({ input: { ...filter, limit: MOST } }))
  if (list.isPending) return <PagePending />
  if (list.error) return <ErrorState title="Chưa lập được bản in" sentence={toHubError(list.error).message} />
  const { rows, next } = list.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in việc trong ngày"
          back={{ href: `/viec${window.location.search}`, label: 'Việc của tôi' }}
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
        <h2 className={classes.title}>DANH SÁCH VIỆC TRONG NGÀY</h2>
        <p className={classes.note}>{desk && `Lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}</p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Hạn</th>
              <th>Việc</th>
              <th>Căn cứ</th>
              <th>Biểu mẫu</th>
              <th>Họ và tên</th>
              <th>Năm sinh</th>
              <th>Giường</th>
              <th>Xong (ký)</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.stayId}${row.key}`}>
                <td>{index + 1}</td>
                <td>{formatInstant(row.dueAt)}</td>
                <td>{row.what}</td>
                <td>
                  {row.rule}, {row.article}
                </td>
                <td>{row.form}</td>
                <td className={classes.name}>{row.name}</td>
                <td>{birthYearOf(row)}</td>
                <td>{row.bedCode}</td>
                <td aria-label="Ô ký khi xong"> </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.note}>
          Cộng: {formatNumber(rows.length)} việc{next === null ? '.' : `; còn nữa, lọc bớt để in hết.`}
        </p>
      </div>
    </>
  )
}
