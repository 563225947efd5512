import { PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'

export interface SignDialogProps {
  opened: boolean
  onClose: () => void
  zoneId: string
  zoneName: string
  shiftAt: Instant
}

/** Both shifts sign at one desk: the one signed in gives, the other confirms with login and password. */
export function SignDialog(props: SignDialogProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={`Ký giao ca: ${props.zoneName}`}>
      <SignForm {...props} />
    </Dialog>
  )
}

function SignForm({ onClose, zoneId, shiftAt }: SignDialogProps) {
  const desk = useDesk()
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [signed, setSigned] = useState<string | null>(null)
  const saving = useSave(async (input: Parameters<typeof hub.headCount.sign>[0], key) => {
    const { id } = await hub.headCount.sign(input, { context: { key } })
    setSigned(id)
    history.push(`/diem-danh/phieu/${id}`)
  })

  async function save() {
    const missing: Record<string, string> = {}
    if (login.trim() === '') missing['receiver.login'] = 'Nhập tên đăng nhập của người nhận ca.'
    if (password === '') missing['receiver.password'] = 'Người nhận ca nhập mật khẩu của mình.'
    if (Object.keys(missing).length > 0) {
      saving.setErrors(missing)
      return
    }
    await saving.send({ zoneId, shiftAt, note, receiver: { login, password } })
    setPassword('')
    await queryClient.invalidateQueries({ queryKey: api.headCount.key() })
  }

  return (
    <DenseForm
      label="Ký giao ca"
      saveLabel="Hai ca ký và khóa phiếu"
      onSave={() => void save()}
      saving={saving.isSaving || signed !== null}
      onLeave={onClose}
      dirty={note !== ''}
      problem={saving.problem}
    >
      <FormRow label="Ca giao">{() => <b>{desk?.userName}</b>}</FormRow>
      <ParagraphRow
        label="Nội dung bàn giao"
        hint="Chìa khóa, sổ sách, việc ca sau phải làm tiếp."
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <FormRow label="Ca nhận: tên đăng nhập" required error={saving.errors['receiver.login']}>
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            autoComplete="off"
            autoCapitalize="none"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Mật khẩu người nhận" required error={saving.errors['receiver.password']}>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': 'Hiện mật khẩu' }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
