import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { TextRow } from '#ui/text-row.tsx'

const FIELDS = [
  { name: 'newSeal', label: 'Số niêm phong mới', missing: 'Ghi số trên niêm phong mới.', max: 40 },
  { name: 'reason', label: 'Lý do mở túi', missing: 'Ghi vì sao mở túi.', max: 300 },
  { name: 'witness', label: 'Người cùng mở', missing: 'Ghi họ tên người cùng mở túi.', max: 120 },
] as const

/** Opens a bag before two people and seals it anew; the old number is never used again. */
export function SealForm({ bag, onDone }: { bag: { id: string; sealNumber: string }; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState({ newSeal: '', reason: '', witness: '' })
  const saving = useSave((input: Parameters<typeof hub.belongings.changeSeal>[0], key) =>
    hub.belongings.changeSeal(input, { context: { key } }),
  )
  async function save() {
    const found = Object.fromEntries(
      FIELDS.filter(({ name }) => typed[name].trim() === '').map(({ name, missing }) => [name, missing]),
    )
    saving.setErrors(found)
    if (Object.keys(found).length > 0) return
    if (!(await saving.send({ id, bagId: bag.id, ...typed }))) return
    showNotice(`Túi ${bag.sealNumber} nay mang niêm phong số ${typed.newSeal.trim()}.`)
    await queryClient.invalidateQueries({ queryKey: api.belongings.key() })
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
  }
  return (
    <DenseForm
      label={`Thay niêm phong túi ${bag.sealNumber}`}
      saveLabel="Thay niêm phong"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={Object.values(typed).some((text) => text !== '')}
      problem={saving.problem}
    >
      {FIELDS.map(({ name, label, max }) => (
        <TextRow
          key={name}
          label={label}
          required
          error={saving.errors[name]}
          maxLength={max}
          value={typed[name]}
          onChange={(text) => setTyped({ ...typed, [name]: text })}
        />
      ))}
    </DenseForm>
  )
}
