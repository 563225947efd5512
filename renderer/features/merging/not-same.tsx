import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

export interface NotSameProps {
  person: { id: string; name: string }
  /** Null while nobody is asked about. */
  other: { id: string; name: string } | null
  onClose: () => void
  onDecided?: () => void
}

/** Remembers that two people are two, so that the question is not asked again. */
export function NotSame({ person, other, onClose, onDecided }: NotSameProps) {
  const queryClient = useQueryClient()
  const decide = useMutation({
    mutationFn: (input: { id: string; personId: string; otherPersonId: string; reason: string }) =>
      hub.merging.notSame(input),
    onSuccess: async () => {
      showNotice('Đã ghi nhớ: hai hồ sơ là hai người.')
      await queryClient.invalidateQueries({ queryKey: api.merging.key() })
      onClose()
      onDecided?.()
    },
  })
  return (
    <ConfirmAct
      opened={other !== null}
      onClose={() => {
        decide.reset()
        onClose()
      }}
      title={`${person.name} và ${other?.name ?? ''} là hai người khác nhau?`}
      act="Ghi nhớ là hai người"
      reason={{ label: 'Vì sao biết', required: true }}
      busy={decide.isPending}
      problem={decide.isError && toHubError(decide.error).message}
      onConfirm={(reason) => {
        if (other) {
          decide.mutate({ id: crypto.randomUUID(), personId: person.id, otherPersonId: other.id, reason })
        }
      }}
    >
      Chương trình không hỏi lại về hai người này khi tiếp nhận và khi tìm hồ sơ trùng.
    </ConfirmAct>
  )
}
