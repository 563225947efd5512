import { Button, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './deposit.module.css'

type Act = 'person' | 'held' | 'pay-held'

const WORDS: Record<Act, { label: string; party: string; initial: string }> = {
  person: { label: 'Trả hết khi ra', party: 'Người nhận', initial: 'Chính học viên' },
  held: { label: 'Chuyển sang chờ trả', party: 'Lý do chưa trả, ai sẽ nhận', initial: '' },
  'pay-held': { label: 'Trả tiền chờ trả', party: 'Người nhận', initial: '' },
}

interface Owed {
  stayId: string
  name: string
  /** Deposit and labour money together. */
  owed: number
  held: number
}

function SettleForm({ act, stayId, name, owed, held, onDone }: Owed & { act: Act; onDone: () => void }) {
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const words = WORDS[act]
  const [id] = useState(() => crypto.randomUUID())
  const [party, setParty] = useState(words.initial)
  const [note, setNote] = useState('')
  const saving = useSave((input: { party: string; note: string }, key) => {
    const all = { ...input, id, stayId }
    return act === 'pay-held'
      ? hub.ledger.payHeld(all, { context: { key } })
      : hub.ledger.settle({ ...all, to: act }, { context: { key } })
  })
  const amount = act === 'pay-held' ? held : owed

  async function save() {
    if (party.trim() === '') return saving.setErrors({ party: 'Ghi ai nhận tiền.' })
    if (!(await saving.send({ party, note }))) return
    showNotice(`${words.label}: ${name}, ${dongText(amount)}.`)
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
    // The receipt is signed by both at once.
    if (act !== 'held') history.push(`/luu-ky/phieu/${id}`)
  }

  return (
    <DenseForm
      label={words.label}
      saveLabel={`${words.label} ${dongText(amount)}`}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={note !== ''}
      problem={saving.problem}
    >
      <FormRow label={words.party} required error={saving.errors['party']}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button
            autoFocus
            maxLength={160}
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <TextRow
        label="Ghi chú"
        error={saving.errors['note']}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}

/** Giving everything back at the exit: the balance goes to nothing and a receipt is printed. */
export function SettleActs(owed: Owed) {
  const [act, setAct] = useState<Act | null>(null)
  if (owed.owed === 0 && owed.held === 0) return null
  return (
    <div className={classes.balance}>
      <Group gap="sm">
        {owed.owed > 0 && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setAct('person')}>
              Trả hết khi ra
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setAct('held')}>
              Chuyển sang chờ trả
            </Button>
          </>
        )}
        {owed.held > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setAct('pay-held')}>
            Trả tiền chờ trả
          </Button>
        )}
      </Group>
      <Dialog
        opened={act !== null}
        onClose={() => setAct(null)}
        title={act ? `${WORDS[act].label}: ${owed.name}` : ''}
        size="lg"
      >
        {act && <SettleForm {...owed} act={act} onDone={() => setAct(null)} />}
      </Dialog>
    </div>
  )
}
