import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { searchDecisionOf } from '#domain/incidents/search-decision.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useClockRules } from '#renderer/features/rules/use-clock-rules.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

/** Says with a reason that nobody will come of an announcement. */
export function CancelArrival({
  arrival,
  onClose,
}: {
  arrival: ExpectedArrival | null
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const cancel = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.intake.cancelExpected(input),
    onSuccess: async ({ name }) => {
      showNotice(`Đã hủy dự kiến đến của ${name}.`)
      await queryClient.invalidateQueries({ queryKey: api.intake.expected.key() })
      onClose()
    },
  })
  const now = useHubNow()
  const rules = useClockRules()
  const search =
    rules && arrival && arrival.track !== 'voluntary'
      ? searchDecisionOf(rules.book, { track: arrival.track, situation: 'before-admission', at: now })
      : null
  return (
    <ConfirmAct
      opened={arrival !== null}
      onClose={() => {
        cancel.reset()
        onClose()
      }}
      title={`Hủy dự kiến đến của ${arrival?.name ?? ''}?`}
      act="Hủy dự kiến này"
      reason={{ label: 'Lý do', required: true }}
      danger
      busy={cancel.isPending}
      problem={cancel.isError && toHubError(cancel.error).message}
      onConfirm={(reason) => {
        if (arrival) cancel.mutate({ id: arrival.id, version: arrival.version, reason })
      }}
    >
      <p>Người này rời danh sách dự kiến đến; lý do còn lại ở mục Đã hủy.</p>
      {search && (
        <p>
          Bỏ trốn trước khi được đưa vào cơ sở thì không báo bỏ trốn ở đây: {search.issuer} ({search.rule.id},{' '}
          {search.article}). Ghi việc bỏ trốn vào lý do.
        </p>
      )}
    </ConfirmAct>
  )
}
