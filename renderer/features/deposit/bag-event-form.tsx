import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Belongings } from '#domain/contract/deposit.ts'
import { BAG_EVENT_LABELS, type BagEventKind } from '#domain/deposit/bag-events.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

type Kind = Exclude<BagEventKind, 'reversed'>

const SIGNER_LABELS: Record<Kind, string> = {
  returned: 'Người ký nhận lại',
  found: 'Người ký xác nhận',
  lost: 'Người ký biên bản',
  damaged: 'Người ký biên bản',
  disposed: 'Người ký biên bản',
}

/** Records that a bag was given back, lost, damaged… with who signed for it. */
export function BagEventForm({
  bag,
  kind,
  label,
  onDone,
}: {
  bag: Belongings['bags'][number]
  kind: Kind
  label: string
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [signedBy, setSignedBy] = useState('')
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState('')
  const [secondSigner, setSecondSigner] = useState('')
  const [compensation, setCompensation] = useState<number | null>(null)
  const asksNote = kind !== 'returned' && kind !== 'found'
  const saving = useSave((input: Parameters<typeof hub.deposit.recordBag>[0], key) =>
    hub.deposit.recordBag(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    const found = {
      ...(signedBy.trim() === '' && { signedBy: 'Ghi họ tên người ký.' }),
      ...(asksNote && note.trim() === '' && { note: 'Ghi việc đã xảy ra.' }),
      ...(kind === 'disposed' && minutes.trim() === '' && { minutes: 'Ghi số biên bản xử lý tài sản.' }),
      ...(secondSigner.trim() === '' && { secondSigner: 'Ghi họ tên người ký của cơ sở.' }),
    }
    saving.setErrors(found)
    if (Object.keys(found).length > 0) return
    if (
      !(await saving.send({ id, bagId: bag.id, kind, signedBy, note, minutes, secondSigner, compensation }))
    )
      return
    showNotice(`Túi ${bag.sealNumber}: ${BAG_EVENT_LABELS[kind].toLowerCase()}, ${signedBy.trim()} ký.`)
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
  }

  return (
    <DenseForm
      label={label}
      saveLabel={label}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={signedBy !== '' || note !== ''}
      problem={saving.problem}
    >
      <FormRow label={SIGNER_LABELS[kind]} required error={errors['signedBy']}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button of the same bag
            autoFocus
            maxLength={120}
            value={signedBy}
            onChange={(event) => setSignedBy(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <TextRow
        label="Người ký của cơ sở"
        required
        error={errors['secondSigner']}
        maxLength={120}
        value={secondSigner}
        onChange={setSecondSigner}
      />
      {asksNote && (
        <TextRow
          label="Số biên bản"
          required={kind === 'disposed'}
          error={errors['minutes']}
          maxLength={60}
          value={minutes}
          onChange={setMinutes}
        />
      )}
      {(kind === 'lost' || kind === 'damaged') && (
        <FormRow label="Tiền bồi thường" error={errors['compensation']} hint="Bỏ trống nếu chưa bồi thường">
          {(control) => <AmountInput {...control} value={compensation} onChange={setCompensation} />}
        </FormRow>
      )}
      <TextRow
        label="Ghi chú"
        required={asksNote}
        error={errors['note']}
        maxLength={300}
        placeholder={asksNote ? 'Việc đã xảy ra' : ''}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}
