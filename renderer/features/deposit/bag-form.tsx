import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './deposit.module.css'

interface Thing {
  id: string
  description: string
  quantity: number
  condition: string
}

function newThing(): Thing {
  return { id: crypto.randomUUID(), description: '', quantity: 1, condition: '' }
}

/** A sentence under the box of the seal, wherever the hub says the seal stands. */
function sealError(errors: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(errors).find(([path]) => path.endsWith('sealNumber'))?.[1]
}

/** Seals one more bag and lists what is in it. */
export function BagForm({ stayId, onDone }: { stayId: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [sealNumber, setSealNumber] = useState('')
  const [storedAt, setStoredAt] = useState('')
  const [things, setThings] = useState<readonly Thing[]>(() => [newThing()])
  const saving = useSave((input: Parameters<typeof hub.deposit.addBag>[0], key) =>
    hub.deposit.addBag(input, { context: { key } }),
  )
  const { errors } = saving
  const named = things.filter(({ description }) => description.trim() !== '')

  function change(changed: Thing) {
    setThings(things.map((thing) => (thing.id === changed.id ? changed : thing)))
  }

  async function save() {
    const found = {
      ...(sealNumber.trim() === '' && { sealNumber: 'Ghi số trên niêm phong.' }),
      ...(named.length === 0 && { lines: 'Ghi ít nhất một đồ vật trong túi.' }),
    }
    saving.setErrors(found)
    if (Object.keys(found).length > 0) return
    if (!(await saving.send({ stayId, bag: { id, sealNumber, storedAt, lines: named } }))) return
    showNotice(`Đã ghi túi niêm phong số ${sealNumber.trim()}.`)
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Thêm túi niêm phong"
      saveLabel="Niêm phong túi"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={sealNumber !== '' || named.length > 0}
      problem={sealError(errors) === undefined && saving.problem}
    >
      <FormRow label="Số niêm phong" required error={sealError(errors)}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            maxLength={40}
            value={sealNumber}
            onChange={(event) => setSealNumber(event.currentTarget.value)}
            w={200}
          />
        )}
      </FormRow>
      <TextRow
        label="Nơi cất"
        error={errors['storedAt']}
        maxLength={120}
        placeholder="Kho A, kệ 3"
        value={storedAt}
        w={260}
        onChange={setStoredAt}
      />
      <FormRow label="Trong túi" required error={errors['lines']}>
        {(control) => (
          <div className={classes.rows}>
            {things.map((thing, index) => (
              <div key={thing.id} className={classes.thing}>
                <NumberInput
                  aria-label={`Số lượng, món ${index + 1}`}
                  w={72}
                  min={1}
                  max={1000}
                  allowDecimal={false}
                  value={thing.quantity}
                  onChange={(value) => change({ ...thing, quantity: Number(value) || 1 })}
                />
                <TextInput
                  {...(index === 0 && { id: control.id })}
                  aria-label={`Tên đồ vật, món ${index + 1}`}
                  placeholder="Đồ vật"
                  maxLength={200}
                  style={{ flex: 2 }}
                  value={thing.description}
                  onChange={(event) => change({ ...thing, description: event.currentTarget.value })}
                />
                <TextInput
                  aria-label={`Tình trạng, món ${index + 1}`}
                  placeholder="Tình trạng"
                  maxLength={200}
                  style={{ flex: 1 }}
                  value={thing.condition}
                  onChange={(event) => change({ ...thing, condition: event.currentTarget.value })}
                />
                <ActionIcon
                  size={30}
                  aria-label={`Bỏ món ${index + 1}`}
                  disabled={things.length === 1}
                  onClick={() => setThings(things.filter(({ id: other }) => other !== thing.id))}
                >
                  <IconX size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </div>
            ))}
            <div>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
                onClick={() => setThings([...things, newThing()])}
              >
                Thêm món
              </Button>
            </div>
          </div>
        )}
      </FormRow>
    </DenseForm>
  )
}
