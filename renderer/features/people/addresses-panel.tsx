import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonAddress, PersonFile } from '#domain/contract/person-shapes.ts'
import { ADDRESS_KIND_LABELS, ADDRESS_KINDS, type AddressKind } from '#domain/people/person-fields.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './person-page.module.css'

function addressText(address: PersonAddress | undefined): string {
  return address?.detail ?? address?.printed ?? ''
}

/** The address of each kind in use; setting a new one keeps the earlier in the history. */
export function AddressesPanel({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const [isWriting, setIsWriting] = useState(false)
  const inUse = (kind: AddressKind) =>
    file.addresses.find((address) => address.kind === kind && address.supersededAt === null)
  return (
    <Panel
      title="Địa chỉ"
      aside={
        mayEdit &&
        !isWriting && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsWriting(true)}
          >
            Ghi địa chỉ mới
          </Button>
        )
      }
    >
      <dl className={classes.record}>
        {ADDRESS_KINDS.map((kind) => {
          const address = inUse(kind)
          const text = address?.printed ?? addressText(address)
          return (
            <div key={kind} data-wide>
              <dt>{ADDRESS_KIND_LABELS[kind]}</dt>
              <dd data-empty={text === '' || undefined}>{text === '' ? 'chưa ghi' : text}</dd>
            </div>
          )
        })}
      </dl>
      {isWriting && <AddressForm personId={file.id} current={inUse} onDone={() => setIsWriting(false)} />}
    </Panel>
  )
}

interface AddressFormProps {
  personId: string
  current: (kind: AddressKind) => PersonAddress | undefined
  onDone: () => void
}

function AddressForm({ personId, current, onDone }: AddressFormProps) {
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({ address: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [kind, setKind] = useState<AddressKind>('permanent')
  const [detail, setDetail] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const before = addressText(current(kind))

  async function save() {
    if (detail.trim() === '') {
      setProblems({ detail: 'Địa chỉ không được để trống.' })
      return
    }
    setIsSaving(true)
    setProblem(null)
    try {
      await hub.people.setAddress({ id: ids.address, personId, kind, detail }, { context: { key: ids.key } })
      notifications.show({ message: `Đã ghi ${ADDRESS_KIND_LABELS[kind].toLowerCase()}.` })
      await queryClient.invalidateQueries({ queryKey: api.people.key() })
      onDone()
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <DenseForm
      label="Ghi địa chỉ mới"
      saveLabel="Ghi địa chỉ"
      onSave={() => void save()}
      saving={isSaving}
      onLeave={onDone}
      dirty={detail !== ''}
      problem={problem}
    >
      <FormRow label="Loại địa chỉ" required>
        {(control) => (
          <CodeSelect
            {...control}
            w={260}
            codes={ADDRESS_KINDS}
            labels={ADDRESS_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <TextRow
        label="Địa chỉ"
        required
        error={problems['detail']}
        hint={before === '' ? undefined : `Đang ghi: ${before}`}
        isFirst
        maxLength={300}
        placeholder="Thôn, xã hoặc phường, tỉnh"
        value={detail}
        onChange={setDetail}
      />
    </DenseForm>
  )
}
