import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { depositBalance, LEDGER_KIND_LABELS } from '#domain/deposit/ledger.ts'
import { addMonths, formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { PaperHead, Signatures } from '#renderer/features/ledger/receipt-page.tsx'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { DayField } from '#ui/day-field.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './paper.module.css'

/** A person's statement for a span of days, on paper or as a workbook. */
export function StatementPage() {
  const { stayId = '' } = useParams({ strict: false })
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [from, setFrom] = useState(() => addMonths(today, -3))
  const [to, setTo] = useState(today)
  const input = { stayId, from, to }
  const period = useQuery({
    ...api.ledger.period.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  if (period.isPending) return <PagePending />
  if (period.error) {
    return <ErrorState title="Chưa lập được sao kê" sentence={toHubError(period.error).message} />
  }
  const { data } = period
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Sao kê tiền lưu ký"
          back={{ href: personHref(data.person.personId, 'luu-ky'), label: data.person.name }}
          acts={
            <>
              <DayField
                aria-label="Từ ngày"
                today={today}
                value={from}
                onChange={(day) => day !== null && setFrom(day)}
              />
              <DayField
                aria-label="Đến ngày"
                today={today}
                value={to}
                onChange={(day) => day !== null && setTo(day)}
              />
              {desk?.permissions.includes('exports.run') && (
                <ExportButton onExport={() => hub.ledger.exportPeriod(input)} />
              )}
              <Button
                leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
                onClick={() => window.print()}
              >
                In sao kê
              </Button>
            </>
          }
        />
      </div>
      <article className={classes.paper}>
        <PaperHead centre={data.centre} right="" />
        <h2 className={classes.title}>SAO KÊ TIỀN LƯU KÝ</h2>
        <p className={classes.under}>
          {data.person.name}
          {data.person.birthOn !== null && `, sinh năm ${data.person.birthOn.slice(0, 4)}`}
          {data.person.dossierNumber !== null && `, hồ sơ số ${data.person.dossierNumber}`} · từ{' '}
          {formatDay(from)} đến {formatDay(to)}
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Lúc</th>
              <th>Nội dung</th>
              <th>Phiếu</th>
              <th data-number>Vào</th>
              <th data-number>Ra</th>
              <th data-number>Còn lại</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td colSpan={5}>Số dư đầu kỳ</td>
              <td data-number>{dongText(data.opening)}</td>
            </tr>
            {data.rows.map((row) => {
              const change = depositBalance([row])
              return (
                <tr key={row.id}>
                  <td>{formatInstant(row.at)}</td>
                  <td>{[LEDGER_KIND_LABELS[row.kind], row.party, row.note].filter(Boolean).join(' · ')}</td>
                  <td>{row.receipt}</td>
                  <td data-number>{change > 0 && dongText(change)}</td>
                  <td data-number>{change < 0 && dongText(-change)}</td>
                  <td data-number>{dongText(row.balance)}</td>
                </tr>
              )
            })}
            <tr>
              <td colSpan={3} className={classes.bold}>
                Cộng, số dư cuối kỳ
              </td>
              <td data-number>{dongText(data.paidIn)}</td>
              <td data-number>{dongText(data.paidOut)}</td>
              <td data-number className={classes.bold}>
                {dongText(data.closing)}
              </td>
            </tr>
          </tbody>
        </table>
        <p className={classes.line}>Số dư bằng chữ: {data.inWords}.</p>
        <Signatures who={['Học viên', 'Người lập']} />
      </article>
    </>
  )
}
