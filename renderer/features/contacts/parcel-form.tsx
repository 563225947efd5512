import { NumberInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ITEM_KIND_LABELS,
  ITEM_KINDS,
  ITEM_OUTCOME_LABELS,
  ITEM_OUTCOMES,
  type ItemKind,
  type ItemOutcome,
} from '#domain/contacts/contact-codes.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { MailRows, readMail, useMail, type Mail } from '#renderer/features/contacts/mail-rows.tsx'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

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
  person,
  today,
  onDone,
}: {
  person: PickedPerson | undefined
  today: Day
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [mail, setMail] = useMail(person, today)
  const [returnedTo, setReturnedTo] = useState('')
  const [items, setItems] = useState<readonly Item[]>(() => [newItem()])
  const visit = useVisitOfDay(mail)
  const saving = useSave((input: Parameters<typeof hub.contacts.recordParcel>[0], key) =>
    hub.contacts.recordParcel(input, { context: { key } }),
  )
  async function save() {
    const read = readMail(mail)
    saving.setErrors(read.errors)
    if (read.person === null) return
    const visitId = visit?.id ?? null
    const parcel = { id, ...read.fields, visitId, returnedTo, items: [...items] }
    if (!(await saving.send(parcel))) return
    showNotice(`Đã ghi quà, đồ gửi của ${read.person.name}.`)
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
      dirty={mail.otherName !== '' || items.some(({ description }) => description !== '')}
      problem={saving.problem}
    >
      <MailRows given={person} today={today} mail={mail} onChange={setMail} errors={saving.errors} />
      {visit !== null && (
        <FormRow label="Lượt thăm" hint="Vật cấm trong gói được lần theo lượt thăm này.">
          {() => <span>Gửi ở lượt thăm lúc {formatTime(visit.startsAt)}</span>}
        </FormRow>
      )}
      <FormRow
        label="Đồ trong gói"
        required
        error={wrongItem}
        hint={
          mail.direction === 'in'
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
        <TextRow
          label="Người ký nhận lại"
          required
          error={saving.errors['returnedTo']}
          maxLength={120}
          value={returnedTo}
          onChange={setReturnedTo}
        />
      )}
    </DenseForm>
  )
}

/** The visit at which a parcel was brought in: the only one the person had that day; null where there is no such. */
function useVisitOfDay({ person, direction, on }: Mail) {
  const known = useQuery(
    api.visits.person.queryOptions({
      input: { personId: person?.personId ?? '' },
      enabled: person !== null && direction === 'in',
    }),
  )
  if (person === null || direction !== 'in') return null
  const ofDay = (known.data?.visits ?? []).filter(
    ({ startsAt, state }) => dayOf(startsAt) === on && state !== 'cancelled' && state !== 'absent',
  )
  return ofDay.length === 1 ? (ofDay[0] ?? null) : null
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
      <CodeSelect
        aria-label={`Loại đồ, ${who}`}
        w={160}
        codes={ITEM_KINDS}
        labels={ITEM_KIND_LABELS}
        value={item.kind}
        onChange={(kind) => put({ kind })}
      />
      <CodeSelect
        aria-label={`Xử lý, ${who}`}
        w={170}
        codes={ITEM_OUTCOMES}
        labels={ITEM_OUTCOME_LABELS}
        value={item.outcome}
        onChange={(outcome) => put({ outcome })}
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
