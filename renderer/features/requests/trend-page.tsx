import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { REQUEST_KIND_LABELS, REQUEST_KINDS } from '#domain/requests/request-kinds.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { formatNumber } from '#ui/format.ts'
import { MiniChart } from '#ui/mini-chart.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './requests.module.css'

const MONTHS = 12

/** Requests and grievances by month, zone and kind, and within how many days the centre answers. */
export function RequestTrendPage() {
  const desk = useDesk()
  const trend = useQuery(api.requests.trend.queryOptions({ input: { months: MONTHS } }))
  if (trend.isPending) return <PagePending />
  if (trend.error) {
    return (
      <ErrorState
        title="Chưa tính được xu hướng"
        sentence={toHubError(trend.error).message}
        onRetry={() => void trend.refetch()}
      />
    )
  }
  const { months, rows } = trend.data
  const label = (month: string) => `${month.slice(5)}/${month.slice(2, 4)}`
  const points = months.map((month, i) => ({
    label: label(month),
    values: REQUEST_KINDS.map((kind) =>
      rows.filter((row) => row.kind === kind).reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0),
    ),
  }))
  return (
    <>
      <PageHeader
        title="Xu hướng đơn, phản ánh"
        back={{ href: '/don', label: 'Đơn, nguyện vọng' }}
        note={`${MONTHS} tháng gần nhất, theo tháng nhận`}
      />
      <div className={classes.stack}>
        {rows.length === 0 ? (
          <Panel>
            <EmptyState title="Chưa có đơn nào trong thời gian này">
              Đơn được ghi ở trang Đơn, nguyện vọng.
            </EmptyState>
          </Panel>
        ) : (
          <>
            <Panel>
              <MiniChart
                title="Số đơn theo loại"
                kind="bar"
                axisLabel="Tháng"
                series={REQUEST_KINDS.map((kind) => ({ label: REQUEST_KIND_LABELS[kind] }))}
                points={points}
              />
            </Panel>
            <Panel title="Theo khu và loại" flush>
              <section
                className={classes.scroll}
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
                tabIndex={0}
                aria-label="Bảng theo khu và loại"
              >
                <table className={classes.trend}>
                  <thead>
                    <tr>
                      <th scope="col">Khu</th>
                      <th scope="col">Loại</th>
                      {months.map((month) => (
                        <th key={month} scope="col">
                          {label(month)}
                        </th>
                      ))}
                      <th scope="col">Tổng</th>
                      <th scope="col">Trễ hạn</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={`${row.zoneId ?? ''}${row.kind}`}>
                        <th scope="row">{row.zoneName}</th>
                        <th scope="row">{REQUEST_KIND_LABELS[row.kind]}</th>
                        {row.counts.map((count, i) => (
                          <td key={months[i]}>{count === 0 ? '–' : formatNumber(count)}</td>
                        ))}
                        <td>{formatNumber(row.total)}</td>
                        <td>{row.late === 0 ? '–' : formatNumber(row.late)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </Panel>
          </>
        )}
        {desk?.permissions.includes('rules.edit') && <DaysPanel />}
      </div>
    </>
  )
}

function DaysPanel() {
  const counts = useQuery(api.requests.counts.queryOptions({ input: {} }))
  if (!counts.data) return null
  const { wishDays, grievanceDays } = counts.data
  return <DaysForm key={`${wishDays}/${grievanceDays}`} wish={wishDays} grievance={grievanceDays} />
}

function DaysForm({ wish, grievance }: { wish: number; grievance: number }) {
  const queryClient = useQueryClient()
  const [wishDays, setWishDays] = useState(wish)
  const [grievanceDays, setGrievanceDays] = useState(grievance)
  const save = useMutation({
    mutationFn: () => hub.requests.setDays({ wishDays, grievanceDays }),
    onSuccess: async () => {
      showNotice('Đã đặt thời hạn; áp dụng cho đơn nhận từ bây giờ.')
      await queryClient.invalidateQueries({ queryKey: api.requests.key() })
    },
    onError: (error) => showNotice(toHubError(error).message),
  })
  return (
    <Panel title="Thời hạn trả lời của cơ sở">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <FormRow label="Đơn, nguyện vọng (ngày)" hint="Chưa có văn bản quy định rõ; cơ sở tự đặt.">
          {(control) => (
            <NumberInput
              {...control}
              min={1}
              max={90}
              value={wishDays}
              onChange={(value) => setWishDays(Number(value))}
            />
          )}
        </FormRow>
        <FormRow label="Bức xúc, phản ánh (ngày)" hint="Khiếu nại, tố cáo theo quy định REQ-01 đến REQ-04.">
          {(control) => (
            <NumberInput
              {...control}
              min={1}
              max={90}
              value={grievanceDays}
              onChange={(value) => setGrievanceDays(Number(value))}
            />
          )}
        </FormRow>
        <Button type="submit" mt="sm" loading={save.isPending}>
          Đặt thời hạn
        </Button>
      </form>
    </Panel>
  )
}
