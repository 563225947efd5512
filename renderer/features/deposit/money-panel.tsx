import { Button, Group, VisuallyHidden } from '@mantine/core'
import { IconCash, IconCashBanknoteOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DepositEntry } from '#domain/contract/deposit.ts'
import { LEDGER_KIND_LABELS, MONEY_WAY_LABELS } from '#domain/deposit/ledger.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { MoneyForm, type MoneyKind } from '#renderer/features/deposit/money-form.tsx'
import { SettleActs } from '#renderer/features/deposit/settle-acts.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './deposit.module.css'

/** Money kept for a person: what is owed now and every entry with its receipt. */
export function MoneyPanel({ stayId, name }: { stayId: string; name: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('deposit.edit') ?? false
  const statement = useQuery(api.deposit.statement.queryOptions({ input: { stayId } }))
  const [writing, setWriting] = useState<MoneyKind | null>(null)
  const [reversing, setReversing] = useState<DepositEntry | null>(null)
  if (statement.isPending) return <PagePending />
  if (statement.error) {
    return (
      <ErrorState
        title="Chưa mở được tiền lưu ký"
        sentence={toHubError(statement.error).message}
        onRetry={() => void statement.refetch()}
      />
    )
  }
  const { balance, labour, held, entries } = statement.data
  return (
    <Panel
      title="Tiền lưu ký"
      flush
      aside={
        mayEdit &&
        writing === null && (
          <Group gap="sm" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCashBanknoteOff size={14} stroke={1.75} aria-hidden />}
              disabled={balance === 0}
              onClick={() => setWriting('out')}
            >
              Trả tiền
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCash size={14} stroke={1.75} aria-hidden />}
              onClick={() => setWriting('in')}
            >
              Nhận tiền
            </Button>
          </Group>
        )
      }
    >
      <div className={classes.balance}>
        <span className={classes.dim}>Đang giữ</span>
        <span className={classes.sum}>{dongText(balance)}</span>
        {labour > 0 && <span className={classes.dim}>tiền lao động giữ lại {dongText(labour)}</span>}
        {held > 0 && <span className={classes.dim}>chờ trả {dongText(held)}</span>}
        <InnerLink href={`/luu-ky/sao-ke/${stayId}`}>Sao kê</InnerLink>
      </div>
      {mayEdit && writing === null && (
        <SettleActs stayId={stayId} name={name} owed={balance + labour} held={held} />
      )}
      {writing && (
        <div className={classes.form}>
          <MoneyForm
            key={writing}
            stayId={stayId}
            name={name}
            kind={writing}
            balance={balance}
            onDone={() => setWriting(null)}
          />
        </div>
      )}
      {entries.length === 0 ? (
        <EmptyState title="Chưa có khoản tiền nào">
          Tiền nhận khi tiếp nhận hoặc do gia đình gửi được ghi ở đây, kèm số phiếu.
        </EmptyState>
      ) : (
        <EntryTable entries={entries} {...(mayEdit && { onReverse: setReversing })} />
      )}
      <ReverseEntry entry={reversing} onClose={() => setReversing(null)} />
    </Panel>
  )
}

function EntryTable({
  entries,
  onReverse,
}: {
  entries: readonly DepositEntry[]
  onReverse?: (entry: DepositEntry) => void
}) {
  return (
    <table className={classes.entries} aria-label="Các khoản thu, chi">
      <thead>
        <tr>
          <th>Lúc</th>
          <th>Việc</th>
          <th data-number>Số tiền</th>
          <th data-number className={classes.rest}>
            Còn lại
          </th>
          <th>Phiếu</th>
          {onReverse && (
            <th>
              <VisuallyHidden>Việc khác</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {entries.toReversed().map((entry) => (
          <tr key={entry.id} data-off={entry.isReversed || undefined}>
            <td className={classes.nowrap}>{formatInstant(entry.at)}</td>
            <td>
              {LEDGER_KIND_LABELS[entry.kind]}{' '}
              {entry.isReversed && <ToneChip tone="ended" text="đã hủy" quiet />}
              <div className={classes.dim}>
                {[entry.way && MONEY_WAY_LABELS[entry.way], entry.party, entry.note]
                  .filter(Boolean)
                  .map((said) => `${said} · `)}
                {entry.recordedBy}
              </div>
            </td>
            <td data-number>
              <span className={classes.amount}>
                {entry.credit === 'deposits' || entry.credit === 'labour' ? '+' : '−'}
                {dongText(entry.amount)}
              </span>
            </td>
            <td data-number className={classes.rest}>
              {dongText(entry.balance)}
            </td>
            <td className={classes.nowrap}>
              {entry.receipt !== null && (
                <InnerLink href={`/luu-ky/phieu/${entry.id}`}>{entry.receipt}</InnerLink>
              )}
            </td>
            {onReverse && (
              <td>
                {!entry.isReversed && entry.kind !== 'reversal' && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`Hủy khoản ${entry.receipt ?? LEDGER_KIND_LABELS[entry.kind]}`}
                    onClick={() => onReverse(entry)}
                  >
                    Hủy
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ReverseEntry({ entry, onClose }: { entry: DepositEntry | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const reverse = useMutation({
    mutationFn: (input: { id: string; entryId: string; reason: string }) => hub.deposit.reverse(input),
    onSuccess: async () => {
      showNotice(`Đã hủy khoản ${entry?.receipt ?? ''} bằng bút toán ngược.`)
      await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={entry !== null}
      onClose={() => {
        reverse.reset()
        onClose()
      }}
      title={`Hủy khoản ${entry?.receipt ?? ''}?`}
      act={`Hủy khoản ${entry ? dongText(entry.amount) : ''}`}
      reason={{ label: 'Lý do hủy', required: true }}
      danger
      busy={reverse.isPending}
      problem={reverse.isError && toHubError(reverse.error).message}
      onConfirm={(reason) => {
        if (entry) reverse.mutate({ id: crypto.randomUUID(), entryId: entry.id, reason })
      }}
    >
      Khoản cũ vẫn còn trong sổ; một bút toán ngược được ghi thêm và số dư tính lại.
    </ConfirmAct>
  )
}
