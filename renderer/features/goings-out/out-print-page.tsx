import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { birthYearOf } from '#renderer/features/people/person-words.ts'
import classes from '#renderer/features/people/print-page.module.css'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { outText } from './outing-words.ts'

/** Everybody who is out, as it goes on paper; opening it is on record. */
export function OutPrintPage() {
  const desk = useDesk()
  const print = useQuery({
    ...api.goingsOut.print.queryOptions({ input: {} }),
    // Each answer is an entry of the audit: asked once, and not again when somebody changes something.
    enabled: (query) => query.state.data === undefined,
    gcTime: 0,
  })
  if (print.isPending) return <PagePending />
  if (print.error)
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(print.error).message} />
  const { rows } = print.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in người đang ra ngoài"
          back={{ href: '/ra-ngoai', label: 'Ra ngoài' }}
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
        <h2 className={classes.title}>NGƯỜI ĐANG RA NGOÀI</h2>
        <p className={classes.note}>{desk && `Lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}</p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Họ và tên</th>
              <th>Năm sinh</th>
              <th>Khu</th>
              <th>Loại</th>
              <th>Nơi đến</th>
              <th>Đi lúc</th>
              <th>Hẹn về</th>
              <th>Đi cùng</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.stayId}>
                <td>{index + 1}</td>
                <td className={classes.name}>{row.name}</td>
                <td>{birthYearOf(row)}</td>
                <td>{row.zoneName}</td>
                <td>{outText(row)}</td>
                <td>{row.destination}</td>
                <td>{formatInstant(row.sinceAt)}</td>
                <td>
                  {row.until === null ? '' : formatInstant(row.until)}
                  {row.isOverdue && ' (quá hạn)'}
                </td>
                <td>{row.escort}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.note}>Cộng: {formatNumber(rows.length)} người.</p>
      </div>
    </>
  )
}
