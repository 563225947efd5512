import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { LEDGER_ACCOUNT_LABELS, LEDGER_KIND_LABELS } from '#domain/deposit/ledger.ts'
import { addMonths, formatMonth } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import { shownBalance } from '#renderer/features/ledger/position-figures.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './ledger.module.css'

const KEYS = ['thang'] as const

/** A month account by account and kind by kind; every number leads to the entries behind it. */
export function MonthPage() {
  const [values, setValues] = useUrlFilters(KEYS)
  const now = dayOf(useHubNow()).slice(0, 7)
  const asked = values['thang']?.[0] ?? ''
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : now
  const report = useQuery({
    ...api.ledger.month.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  })
  const go = (months: number) => setValues({ thang: [addMonths(`${month}-01`, months).slice(0, 7)] })
  return (
    <>
      <PageHeader
        title={`Đối chiếu tháng ${formatMonth(month)}`}
        note="Số đầu kỳ, phát sinh, cuối kỳ của từng tài khoản; bấm tên để xem các khoản"
        acts={
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconChevronLeft size={16} stroke={1.75} aria-hidden />}
              onClick={() => go(-1)}
            >
              Tháng trước
            </Button>
            <Button
              variant="default"
              disabled={month >= now}
              rightSection={<IconChevronRight size={16} stroke={1.75} aria-hidden />}
              onClick={() => go(1)}
            >
              Tháng sau
            </Button>
          </Group>
        }
      />
      <LedgerNav />
      {report.isPending && <PagePending />}
      {report.error && (
        <ErrorState title="Chưa lập được đối chiếu" sentence={toHubError(report.error).message} />
      )}
      {report.data && (
        <div className={classes.columns}>
          <Panel title="Theo tài khoản" flush>
            <div className={classes.scroll}>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th>Tài khoản</th>
                    <th data-number>Đầu kỳ</th>
                    <th data-number>Nợ</th>
                    <th data-number>Có</th>
                    <th data-number>Cuối kỳ</th>
                  </tr>
                </thead>
                <tbody>
                  {report.data.accounts.map((row) => (
                    <tr key={row.account}>
                      <td>
                        <InnerLink href={`/luu-ky?thang=${month}&tai-khoan=${row.account}`}>
                          {LEDGER_ACCOUNT_LABELS[row.account]}
                        </InnerLink>
                      </td>
                      <td data-number>{dongText(shownBalance(row.account, row.opening))}</td>
                      <td data-number>{dongText(row.debits)}</td>
                      <td data-number>{dongText(row.credits)}</td>
                      <td data-number>{dongText(shownBalance(row.account, row.balance))}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td colSpan={2}>Cộng phát sinh</td>
                    <td data-number>
                      {dongText(report.data.accounts.reduce((sum, { debits }) => sum + debits, 0))}
                    </td>
                    <td data-number>
                      {dongText(report.data.accounts.reduce((sum, { credits }) => sum + credits, 0))}
                    </td>
                  </tr>
                </tfoot>
              </table>
            </div>
          </Panel>
          <Panel title="Theo việc" flush>
            {report.data.kinds.length === 0 ? (
              <EmptyState title="Tháng này chưa có khoản nào">Chọn tháng khác.</EmptyState>
            ) : (
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th>Việc</th>
                    <th data-number>Số khoản</th>
                    <th data-number>Số tiền</th>
                  </tr>
                </thead>
                <tbody>
                  {report.data.kinds.map(({ kind, moves, amount }) => (
                    <tr key={kind}>
                      <td>
                        <InnerLink href={`/luu-ky?thang=${month}&loai=${kind}`}>
                          {LEDGER_KIND_LABELS[kind]}
                        </InnerLink>
                      </td>
                      <td data-number>{formatNumber(moves)}</td>
                      <td data-number>{dongText(amount)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Panel>
        </div>
      )}
    </>
  )
}
