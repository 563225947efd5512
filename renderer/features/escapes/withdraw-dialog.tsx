import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EscapeDetail } from '#domain/contract/escape-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

interface WithdrawProps {
  /** Nobody: the dialog is closed. */
  people: readonly EscapeDetail[]
  onClose: () => void
}

/** Takes escapes back that were recorded by mistake, and says what goes with them. */
export function WithdrawDialog({ people, onClose }: WithdrawProps) {
  return people.length > 0 && <Withdraw people={people} onClose={onClose} />
}

function Withdraw({ people, onClose }: WithdrawProps) {
  const queryClient = useQueryClient()
  const [escapes] = useState(() => people.map(({ id }) => ({ id, correctionId: crypto.randomUUID() })))
  const withdraw = useMutation({
    mutationFn: (why: string) => hub.escapes.withdraw({ escapes, why }),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  const who = people.length > 1 ? `${people.length} người` : (people[0]?.name ?? '')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={`Rút việc ghi ${who} bỏ trốn?`}
      act="Đính chính là ghi nhầm"
      reason={{ label: 'Lý do', required: true }}
      danger
      busy={withdraw.isPending}
      problem={withdraw.error && toHubError(withdraw.error).message}
      onConfirm={(why) => withdraw.mutate(why)}
    >
      Thời hạn và việc đến hạn trở lại như trước; giường chưa ai nằm thì học viên giữ giường cũ. Quyết định,
      phiếu ảnh, thông báo đã lập bị hủy, số vẫn giữ; người này được gỡ khỏi vụ việc và dòng giải trình điểm
      danh chưa ký. Nơi đã nhận thông báo thì phải báo lại. Cả hai lần ghi vẫn ở trong hồ sơ.
    </ConfirmAct>
  )
}
