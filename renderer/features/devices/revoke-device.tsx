import { useQueryClient } from '@tanstack/react-query'
import type { DeviceLine } from '#domain/contract/devices.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'

/** Asks before a desk is shut out for good. */
export function RevokeDevice({ device, onClose }: { device: DeviceLine; onClose: () => void }) {
  const queryClient = useQueryClient()
  const saving = useSave((version: number, key) =>
    hub.devices.revoke({ id: device.id, version }, { context: { key } }),
  )

  async function revoke() {
    if (!(await saving.send(device.version))) return
    await queryClient.invalidateQueries({ queryKey: api.devices.key() })
    showNotice(`Đã thu hồi ${device.name}.`)
    onClose()
  }

  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={`Thu hồi ${device.name}?`}
      act="Thu hồi máy trạm"
      danger
      busy={saving.isSaving}
      problem={
        saving.clash
          ? `${saving.clash.changedBy} vừa sửa máy trạm này. Đóng rồi xem lại trước khi thu hồi.`
          : saving.problem
      }
      onConfirm={() => void revoke()}
    >
      Máy này bị cắt khỏi máy chủ ngay, ai đang làm việc trên đó bị đăng xuất. Dùng khi máy mất, hỏng hoặc
      chuyển đi nơi khác. Không lấy lại được: muốn dùng tiếp phải ghép lại bằng mã mới.
    </ConfirmAct>
  )
}
