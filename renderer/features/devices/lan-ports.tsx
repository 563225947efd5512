import { NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LanState } from '#domain/contract/devices.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'

/** Moves the hub to other ports; desks that are paired look for it at the old one. */
export function LanPorts({ lan, onClose }: { lan: LanState; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [port, setPort] = useState<number | string>(lan.port)
  const [pairingPort, setPairingPort] = useState<number | string>(lan.pairingPort)
  const saving = useSave((choice: { enabled: boolean; port: number; pairingPort: number }) =>
    hub.devices.setLan(choice),
  )

  async function save() {
    const choice = { enabled: lan.enabled, port: Number(port), pairingPort: Number(pairingPort) }
    if (!(await saving.send(choice))) return
    await queryClient.invalidateQueries({ queryKey: api.devices.key() })
    showNotice('Đã đổi cổng. Ở mỗi máy trạm đã ghép, nhập lại địa chỉ với cổng mới.')
    onClose()
  }

  return (
    <Dialog opened onClose={onClose} title="Đổi cổng của mạng nội bộ">
      <DenseForm
        label="Cổng của mạng nội bộ"
        saveLabel="Lưu cổng"
        onSave={() => void save()}
        saving={saving.isSaving}
        onLeave={onClose}
        dirty={port !== lan.port || pairingPort !== lan.pairingPort}
        problem={saving.problem}
      >
        <FormRow
          label="Cổng làm việc"
          required
          error={saving.errors['port']}
          hint="Máy trạm đã ghép phải được chỉ cổng mới. Chỉ đổi khi cổng này vướng chương trình khác."
        >
          {(control) => (
            <NumberInput
              {...control}
              data-autofocus
              hideControls
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator=""
              value={port}
              onChange={setPort}
            />
          )}
        </FormRow>
        <FormRow
          label="Cổng ghép máy"
          required
          error={saving.errors['pairingPort']}
          hint="Chỉ mở trong lúc có mã ghép máy còn hạn."
        >
          {(control) => (
            <NumberInput
              {...control}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator=""
              value={pairingPort}
              onChange={setPairingPort}
            />
          )}
        </FormRow>
      </DenseForm>
    </Dialog>
  )
}
