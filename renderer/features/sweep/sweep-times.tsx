import { NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

type Times = Parameters<typeof hub.sweep.setTimes>[0]

/** When the hub looks over the beds by night, and from how many days away a kept bed is named: choices of the house. */
export function SweepTimes({ times, onDone }: { times: Times; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(times)
  const saving = useSave((input: Times, key) => hub.sweep.setTimes(input, { context: { key } }))

  async function save() {
    if (!(await saving.send(typed))) return
    await queryClient.invalidateQueries({ queryKey: api.sweep.key() })
    showNotice(`Máy chủ rà soát chỗ ở lúc ${typed.time} hằng đêm.`)
    onDone()
  }

  return (
    <DenseForm
      label="Giờ rà soát chỗ ở"
      saveLabel="Lưu giờ rà soát"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={typed.time !== times.time || typed.outDays !== times.outDays}
      problem={saving.problem}
    >
      <TextRow
        label="Giờ rà soát hằng đêm"
        required
        hint="Giờ Việt Nam, ví dụ 02:00"
        error={saving.errors['time']}
        w={120}
        maxLength={5}
        isFirst
        value={typed.time}
        onChange={(text) => setTyped({ ...typed, time: text })}
      />
      <FormRow
        label="Ra ngoài còn giữ giường từ"
        required
        hint="ngày; mức của cơ sở, chưa có văn bản quy định"
        error={saving.errors['outDays']}
      >
        {(control) => (
          <NumberInput
            {...control}
            w={120}
            min={1}
            max={365}
            allowDecimal={false}
            value={typed.outDays}
            onChange={(value) => setTyped({ ...typed, outDays: Number(value) })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
