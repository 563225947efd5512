import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ITEM_KIND_LABELS,
  ITEM_KINDS,
  ITEM_OUTCOME_LABELS,
  ITEM_OUTCOMES,
  MAIL_DIRECTION_LABELS,
  MAIL_DIRECTIONS,
  type ItemKind,
  type ItemOutcome,
  type MailDirection,
} from '#domain/contacts/contact-codes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { PickPerson, type PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'

interface Item {
  id: string
  description: string
  kind: ItemKind
  quantity: number
  outcome: ItemOutcome
  reason: string
}

function newItem(): Item {
  return {
    id: crypto.randomUUID(),
    description: '',
    kind: 'food',
    quantity: 1,
    outcome: 'returned',
    reason: '',
  }
}

/** Takes down the things of a parcel as they were checked; what is given back is signed for. */
export function ParcelForm({
  person: given,
  today,
  onDone,
}: {
  person?: PickedPerson
  today: string
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [person, setPerson] = useState<PickedPerson | null>(given ?? null)
  const [direction, setDirection] = useState<MailDirection>('in')
  const [on, setOn] = useState<string | null>(today)
  const [otherName, setOtherName] = useState('')
  const [returnedTo, setReturnedTo] = useState('')
  const [items, setItems] = useState<readonly Item[]>(() => [newItem()])
  const saving = useSave((input: Parameters<typeof hub.contacts.recordParcel>[0], key) =>
    hub.contacts.recordParcel(input, { context: { key } }),
  )
  async function save() {
    const found = {
      ...(person === null && { personId: 'Chọn học viên.' }),
      ...(on === null && { on: 'Ghi ngày.' }),
    }
    saving.setErrors(found)
    if (person === null || on === null) return
    const { personId } = person
    const parcel = { id, personId, direction, on, otherName, returnedTo, items: [...items] }
    if (!(await saving.send(parcel))) return
    showNotice(`Đã ghi quà, đồ gửi của ${person.name}.`)
    await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    onDone()
  }
  const wrongItem = Object.entries(saving.errors).find(([field]) => field.startsWith('items'))?.[1]
  return (
    <DenseForm
      label="Ghi quà, đồ gửi"
      saveLabel="Ghi đã kiểm tra"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={otherName !== '' || items.some(({ description }) => description !== '')}
      problem={saving.problem}
    >
      <FormRow label="Học viên" required error={saving.errors['personId']}>
        {(control) =>
          given ? <strong>{given.name}</strong> : <PickPerson control={control} onPick={setPerson} />
        }
      </FormRow>
      <FormRow label="Chiều">
        {() => (
          <SegmentedControl
            aria-label="Chiều"
            size="xs"
            data={MAIL_DIRECTIONS.map((value) => ({ value, label: MAIL_DIRECTION_LABELS[value] }))}
            value={direction}
            onChange={(value) => setDirection(value === 'out' ? 'out' : 'in')}
          />
        )}
      </FormRow>
      <FormRow label="Ngày" required error={saving.errors['on']}>
        {(control) => <DayField {...control} today={today} value={on} onChange={setOn} />}
      </FormRow>
      <FormRow
        label={direction === 'in' ? 'Người gửi' : 'Người nhận'}
        required
        error={saving.errors['otherName']}
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={160}
            value={otherName}
            onChange={(event) => setOtherName(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow
        label="Đồ trong gói"
        required
        error={wrongItem}
        hint={
          direction === 'in'
            ? 'Theo quy định của ngày ghi; tiền gửi ghi ở lượt thăm hoặc thẻ Lưu ký.'
            : undefined
        }
      >
        {() => (
          <ListLines
            lines={items}
            onChange={setItems}
            empty={newItem}
            addLabel="Thêm món"
            noun="món"
            label="Đồ trong gói"
            most={60}
          >
            {(item, put, index) => <ItemBoxes item={item} put={put} who={`món ${index + 1}`} />}
          </ListLines>
        )}
      </FormRow>
      {items.some(({ outcome }) => outcome === 'returned') && (
        <FormRow label="Người ký nhận lại" required error={saving.errors['returnedTo']}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={120}
              value={returnedTo}
              onChange={(event) => setReturnedTo(event.currentTarget.value)}
            />
          )}
        </FormRow>
      )}
    </DenseForm>
  )
}

function ItemBoxes({ item, put, who }: { item: Item; put: (change: Partial<Item>) => void; who: string }) {
  return (
    <>
      <NumberInput
        aria-label={`Số lượng, ${who}`}
        w={64}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={item.quantity}
        onChange={(value) => put({ quantity: Number(value) })}
      />
      <TextInput
        aria-label={`Tên đồ, ${who}`}
        placeholder="Tên đồ"
        w={180}
        maxLength={160}
        value={item.description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <Select
        aria-label={`Loại đồ, ${who}`}
        w={160}
        allowDeselect={false}
        data={ITEM_KINDS.map((value) => ({ value, label: ITEM_KIND_LABELS[value] }))}
        value={item.kind}
        onChange={(value) => put({ kind: ITEM_KINDS.find((one) => one === value) ?? 'other' })}
      />
      <Select
        aria-label={`Xử lý, ${who}`}
        w={170}
        allowDeselect={false}
        data={ITEM_OUTCOMES.map((value) => ({ value, label: ITEM_OUTCOME_LABELS[value] }))}
        value={item.outcome}
        onChange={(value) => put({ outcome: ITEM_OUTCOMES.find((one) => one === value) ?? 'returned' })}
      />
      {item.outcome !== 'accepted' && (
        <TextInput
          aria-label={`Lý do, ${who}`}
          placeholder="Lý do"
          w={180}
          maxLength={200}
          value={item.reason}
          onChange={(event) => put({ reason: event.currentTarget.value })}
        />
      )}
    </>
  )
}
