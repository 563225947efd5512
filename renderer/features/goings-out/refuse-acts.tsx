import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

interface ActProps {
  /** Null: the question is closed. */
  outing: Outing | null
  onClose: () => void
}

/** Denies, with the reason. */
export function DenyAct(props: ActProps) {
  return (
    <ReasonAct
      {...props}
      title="Không duyệt việc ra ngoài này?"
      act="Không duyệt"
      send={(input) => hub.goingsOut.deny(input)}
    >
      Lý do đi kèm đơn và hiện cho người ghi đơn.
    </ReasonAct>
  )
}

/** Withdraws what nobody has left on. */
export function WithdrawAct(props: ActProps) {
  return (
    <ReasonAct
      {...props}
      title="Rút việc ra ngoài này?"
      act="Rút"
      send={(input) => hub.goingsOut.withdraw(input)}
    >
      Đơn vẫn còn trong hồ sơ, ghi là đã rút.
    </ReasonAct>
  )
}

function ReasonAct({
  outing,
  onClose,
  title,
  act,
  send,
  children,
}: ActProps & {
  title: string
  act: string
  send: (input: { id: string; version: number; reason: string }) => Promise<unknown>
  children: string
}) {
  const queryClient = useQueryClient()
  const run = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={outing !== null}
      onClose={() => {
        run.reset()
        onClose()
      }}
      title={title}
      act={act}
      reason={{ label: 'Lý do', required: true }}
      busy={run.isPending}
      problem={run.isError && toHubError(run.error).message}
      onConfirm={(reason) => {
        if (outing) run.mutate({ id: outing.id, version: outing.version, reason })
      }}
    >
      {children}
    </ConfirmAct>
  )
}
