import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { FilesUnderway, unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

const SCAN = 'bản chụp'

/** Files a paper that is on no list. */
export function AddPaper({ stayId, onDone }: { stayId: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => crypto.randomUUID())
  const [title, setTitle] = useState('')
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [issuer, setIssuer] = useState('')
  const [scanId, setScanId] = useState<string | null>(null)
  const [files] = useState(() => new FilesUnderway())
  const [isWaiting, setIsWaiting] = useState(false)
  const saving = useSave((input: Parameters<typeof hub.dossier.addItem>[0], key) =>
    hub.dossier.addItem(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    if (title.trim() === '') {
      saving.setErrors({ title: 'Ghi tên giấy tờ.' })
      return
    }
    setIsWaiting(true)
    const { sent, failed } = await files.settle()
    setIsWaiting(false)
    if (failed.length > 0) {
      saving.setErrors({ fileId: unsentSentence(failed) })
      return
    }
    const fileId = sent.get(SCAN) ?? null
    if (!(await saving.send({ id, stayId, title, number, issuedOn, issuer, fileId }))) return
    showNotice(`Đã thêm vào hồ sơ: ${title.trim()}.`)
    await queryClient.invalidateQueries({ queryKey: api.dossier.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Thêm giấy tờ vào hồ sơ"
      saveLabel="Thêm giấy tờ"
      onSave={() => void save()}
      saving={saving.isSaving || isWaiting}
      onLeave={onDone}
      dirty={title !== '' || number !== '' || issuer !== '' || scanId !== null}
      problem={saving.problem}
    >
      <FormRow label="Tên giấy tờ" required error={errors['title']}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <TextRow
        label="Số văn bản"
        error={errors['number']}
        maxLength={80}
        value={number}
        w={260}
        onChange={setNumber}
      />
      <FormRow label="Ngày ban hành" error={errors['issuedOn']}>
        {(control) => <DayField {...control} today={today} value={issuedOn} onChange={setIssuedOn} />}
      </FormRow>
      <TextRow
        label="Nơi ban hành"
        error={errors['issuer']}
        maxLength={200}
        value={issuer}
        onChange={setIssuer}
      />
      <FormRow
        label="Bản chụp"
        error={errors['fileId']}
        hint="Tệp PDF hoặc ảnh, không quá 8 MB. Bản chụp được lưu khi thêm giấy tờ."
      >
        {({ id: control }) => (
          <ScanField
            id={control}
            fileId={scanId}
            onSent={setScanId}
            onSending={(sending) => files.follow(SCAN, sending)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
