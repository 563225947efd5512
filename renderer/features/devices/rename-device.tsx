import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviceLine } from '#domain/contract/devices.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Gives a desk the name that sign-ins and the audit carry from then on. */
export function RenameDevice({ device, onClose }: { device: DeviceLine; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = useState(device.name)
  const saving = useSave((next: string, key) =>
    hub.devices.rename({ id: device.id, version: device.version, name: next }, { context: { key } }),
  )

  async function save() {
    if (!(await saving.send(name))) return
    await queryClient.invalidateQueries({ queryKey: api.devices.key() })
    showNotice(`Đã đổi tên máy trạm thành ${name.trim()}.`)
    onClose()
  }

  return (
    <Dialog opened onClose={onClose} title={`Đổi tên ${device.name}`}>
      <DenseForm
        label="Tên máy trạm"
        saveLabel="Lưu tên"
        onSave={() => void save()}
        saving={saving.isSaving}
        onLeave={onClose}
        dirty={name !== device.name}
        problem={
          saving.clash
            ? `${saving.clash.changedBy} vừa sửa máy trạm này. Đóng rồi mở lại để sửa trên tên mới.`
            : saving.problem
        }
      >
        <TextRow
          label="Tên máy trạm"
          required
          error={saving.errors['name']}
          hint="Nơi đặt máy hoặc việc của máy: Phòng tiếp nhận 1, Trực khu A. Nhật ký ghi theo tên này."
          isFirst
          maxLength={60}
          value={name}
          onChange={setName}
        />
      </DenseForm>
    </Dialog>
  )
}
