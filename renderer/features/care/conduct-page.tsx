import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CONDUCT_MONTH_LABELS, formatMonth } from '#domain/care/conduct.ts'
import type { ConductMonth } from '#domain/contract/conduct.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CareNav } from './care-nav.tsx'
import { ConductGrid } from './conduct-grid.tsx'
import { useTeamChip } from './use-team-chip.ts'
import { useZoneChip } from './use-zone-chip.ts'
import classes from './care.module.css'

const KEYS = ['thang', 'khu', 'to'] as const

/** The monthly rating: a grid of a zone by keyboard, approved and locked by the head of the centre. */
export function ConductPage() {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const zoneChip = useZoneChip()
  const teamChip = useTeamChip()
  const [values, setValues] = useUrlFilters(KEYS)
  const [asking, setAsking] = useState<'approve' | 'reopen' | null>(null)
  const months = useQuery(api.conduct.months.queryOptions({ input: {} }))
  const known = months.data?.months ?? []
  const month = known.find((one) => one.month === values['thang']?.[0]) ?? known[0]
  const may = (permission: 'care.edit' | 'care.approve') => desk?.permissions.includes(permission) ?? false
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.conduct.key() })
  const open = useMutation({
    mutationFn: (of: string) => hub.conduct.open({ month: of }),
    onSuccess: async (_answer, of) => {
      showNotice(`Đã mở xếp loại tháng ${formatMonth(of)}.`)
      await refresh()
    },
  })
  const settle = useMutation({
    mutationFn: ({ of, reason }: { of: ConductMonth; reason: string }) =>
      of.state === 'open'
        ? hub.conduct.approve({ month: of.month, version: of.version })
        : hub.conduct.reopen({ month: of.month, version: of.version, reason }),
    onSuccess: async (_answer, { of }) => {
      const done = of.state === 'open' ? 'duyệt và khóa' : 'mở lại'
      showNotice(`Đã ${done} tháng ${formatMonth(of.month)}.`)
      setAsking(null)
      await refresh()
    },
  })
  const openable = months.data?.openable ?? null

  return (
    <>
      <PageHeader
        title="Xếp loại tháng"
        back={{ href: '/quy-trinh', label: 'Quy trình' }}
        note={month && `Tháng ${formatMonth(month.month)}`}
        acts={
          <>
            {may('care.edit') && openable !== null && (
              <Button variant="default" loading={open.isPending} onClick={() => open.mutate(openable)}>
                Mở tháng {formatMonth(openable)}
              </Button>
            )}
            {may('care.approve') && month && (
              <Button
                variant={month.state === 'open' ? 'filled' : 'default'}
                onClick={() => setAsking(month.state === 'open' ? 'approve' : 'reopen')}
              >
                {month.state === 'open' ? 'Duyệt và khóa tháng' : 'Mở lại tháng'}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.stack}>
        <CareNav />
        {open.isError && (
          <p role="alert" className={classes.problem}>
            {toHubError(open.error).message}
          </p>
        )}
        {months.isError && (
          <ErrorState
            title="Chưa tải được các tháng"
            sentence={toHubError(months.error).message}
            onRetry={() => void months.refetch()}
          />
        )}
        {months.data && !month && (
          <EmptyState title="Chưa mở tháng nào">Mở tháng để xếp loại theo khu, bằng bàn phím.</EmptyState>
        )}
        {month && (
          <Panel>
            <div className={classes.stack}>
              <div className={classes.tools}>
                <Select
                  aria-label="Tháng"
                  w={150}
                  allowDeselect={false}
                  data={known.map((one) => ({ value: one.month, label: `Tháng ${formatMonth(one.month)}` }))}
                  value={month.month}
                  onChange={(value) => value !== null && setValues({ ...values, thang: [value] })}
                />
                <FilterChips
                  chips={[zoneChip, teamChip]}
                  values={{
                    ...(values['khu'] ? { khu: values['khu'] } : {}),
                    ...(values['to'] ? { to: values['to'] } : {}),
                  }}
                  onChange={(next) => setValues({ ...next, thang: [month.month] })}
                />
                <ToneChip
                  tone={month.state === 'approved' ? 'ok' : 'soon'}
                  text={CONDUCT_MONTH_LABELS[month.state]}
                />
                {month.approvedBy !== null && <span className={classes.note}>{month.approvedBy} duyệt</span>}
                {month.reopenReason !== null && (
                  <span className={classes.note}>Mở lại vì: {month.reopenReason}</span>
                )}
              </div>
              <ConductGrid
                key={`${month.month} ${month.version} ${(values['khu'] ?? []).join()} ${(values['to'] ?? []).join()}`}
                month={month}
                zones={[...(values['khu'] ?? [])]}
                teams={[...(values['to'] ?? [])]}
                mayEdit={may('care.edit') && month.state === 'open'}
              />
            </div>
          </Panel>
        )}
      </div>
      <ConfirmAct
        opened={asking !== null}
        onClose={() => {
          settle.reset()
          setAsking(null)
        }}
        title={
          asking === 'reopen'
            ? `Mở lại tháng ${month ? formatMonth(month.month) : ''}?`
            : `Duyệt và khóa tháng ${month ? formatMonth(month.month) : ''}?`
        }
        act={asking === 'reopen' ? 'Mở lại tháng' : 'Duyệt và khóa tháng'}
        {...(asking === 'reopen' ? { reason: { label: 'Lý do mở lại', required: true } } : {})}
        busy={settle.isPending}
        problem={settle.isError && toHubError(settle.error).message}
        onConfirm={(reason) => {
          if (month) settle.mutate({ of: month, reason })
        }}
      >
        {asking === 'reopen'
          ? 'Xếp loại của tháng sửa được cho đến khi duyệt lại; lý do đi kèm trong nhật ký.'
          : 'Sau khi duyệt, xếp loại của tháng chỉ sửa được khi trưởng cơ sở mở lại và ghi lý do.'}
      </ConfirmAct>
    </>
  )
}
