import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IntakeRecord } from '#domain/contract/intake.ts'
import { MARK_KIND_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

type Mark = IntakeRecord['marks'][number]

/** Withdraws a mark with the reason: written down wrongly, or gone. */
export function RetireMark({ mark, onClose }: { mark: Mark | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const name = mark ? `${MARK_KIND_LABELS[mark.kind].toLowerCase()}, ${mark.place}` : ''
  const retire = useMutation({
    mutationFn: (input: { id: string; reason: string }) => hub.dossier.retireMark(input),
    onSuccess: async () => {
      showNotice(`Đã bỏ đặc điểm: ${name}.`)
      await queryClient.invalidateQueries({ queryKey: api.intake.record.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={mark !== null}
      onClose={() => {
        retire.reset()
        onClose()
      }}
      title={`Bỏ đặc điểm ${name}?`}
      act="Bỏ đặc điểm"
      reason={{ label: 'Lý do bỏ', required: true }}
      danger
      busy={retire.isPending}
      problem={retire.isError && toHubError(retire.error).message}
      onConfirm={(reason) => {
        if (mark) retire.mutate({ id: mark.id, reason })
      }}
    >
      Đặc điểm không còn hiện ở đây và trên giấy tờ in sau này; nội dung cũ và lý do vẫn ở Lịch sử.
    </ConfirmAct>
  )
}
