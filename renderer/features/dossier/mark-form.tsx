import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MARK_KIND_LABELS, MARK_KINDS, type MarkKind } from '#domain/information-sheet/personal-lists.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Writes down a mark on the body. */
export function MarkForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<MarkKind>('tattoo')
  const [place, setPlace] = useState('')
  const [description, setDescription] = useState('')
  const saving = useSave((input: Parameters<typeof hub.dossier.addMark>[0], key) =>
    hub.dossier.addMark(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    if (place.trim() === '') {
      saving.setErrors({ place: 'Ghi vị trí trên người, ví dụ cánh tay trái.' })
      return
    }
    if (!(await saving.send({ id, personId, kind, place, description }))) return
    showNotice(`Đã ghi: ${MARK_KIND_LABELS[kind].toLowerCase()}, ${place.trim()}.`)
    await queryClient.invalidateQueries({ queryKey: api.intake.record.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Thêm đặc điểm"
      saveLabel="Thêm đặc điểm"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={place !== '' || description !== ''}
      problem={saving.problem}
    >
      <FormRow label="Đặc điểm" required error={errors['kind']}>
        {(control) => (
          <CodeSelect
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            openOnFocus={false}
            w={200}
            codes={MARK_KINDS}
            labels={MARK_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <TextRow
        label="Vị trí trên người"
        required
        error={errors['place']}
        maxLength={120}
        placeholder="Cánh tay trái, mặt ngoài"
        value={place}
        onChange={setPlace}
      />
      <TextRow
        label="Mô tả"
        error={errors['description']}
        maxLength={300}
        value={description}
        onChange={setDescription}
      />
    </DenseForm>
  )
}
