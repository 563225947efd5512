import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
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
      Người này rời danh sách dự kiến đến; lý do còn lại ở mục Đã hủy.
    </ConfirmAct>
  )
}
