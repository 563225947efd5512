import { Checkbox, Select } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CALL_KIND_LABELS, CALL_KINDS, type CallKind } from '#domain/contacts/contact-codes.ts'
import { RELATION_LABELS, RELATIONS, type Relation } from '#domain/information-sheet/personal-lists.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { PickPerson, type PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { RefusalList } from '#renderer/features/visits/refusal-list.tsx'
import { CodeSegments, CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'

/** Registers a call with what it is to be about, before it is made. */
export function CallForm({ person: given, onDone }: { person?: PickedPerson; onDone: () => void }) {
  const [picked, setPicked] = useState<PickedPerson | null>(given ?? null)
  if (picked === null) {
    return (
      <FormRow label="Học viên" required>
        {(control) => <PickPerson control={control} onPick={setPicked} />}
      </FormRow>
    )
  }
  return <AskedCallForm person={picked} onDone={onDone} />
}

function AskedCallForm({ person, onDone }: { person: PickedPerson; onDone: () => void }) {
  const { personId, name } = person
  const desk = useDesk()
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const mayAllow = desk?.permissions.includes('contacts.approve') ?? false
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<CallKind>('phone')
  const [on, setOn] = useState<string | null>(today)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [callee, setCallee] = useState('')
  const [relation, setRelation] = useState<Relation>('mother')
  const [number, setNumber] = useState('')
  const [content, setContent] = useState('')
  const [isAllowedByHead, setIsAllowed] = useState(false)
  const known = useQuery(api.visits.person.queryOptions({ input: { personId } }))
  const left = useQuery(api.contacts.callsLeft.queryOptions({ input: { personId } }))
  const length = minutes ?? left.data?.minutes ?? 15
  const day = on ?? today
  const check = useQuery(
    api.contacts.checkCall.queryOptions({
      // What is still to be typed is no reason yet.
      input: { personId, on: day, minutes: length, content: '-', isAllowedByHead },
      placeholderData: keepPreviousData,
    }),
  )
  const refusals = check.data?.refusals ?? []
  const saving = useSave((input: Parameters<typeof hub.contacts.registerCall>[0], key) =>
    hub.contacts.registerCall(input, { context: { key } }),
  )
  const people = [...(known.data?.visitors ?? []), ...(known.data?.relatives ?? [])]

  async function save() {
    if (on === null) {
      saving.setErrors({ on: 'Ghi ngày gọi.' })
      return
    }
    const call = {
      id,
      personId,
      on,
      minutes: length,
      content,
      isAllowedByHead,
      kind,
      callee,
      relation,
      number,
    }
    if (!(await saving.send(call))) return
    showNotice(`Đã đăng ký cuộc gọi của ${name}.`)
    await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Đăng ký cuộc gọi"
      saveLabel="Đăng ký cuộc gọi"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={content !== '' || callee !== ''}
      problem={
        refusals.length > 0 ? <RefusalList refusals={refusals} label="Chưa thể cho gọi" /> : saving.problem
      }
    >
      <FormRow
        label="Học viên"
        hint={
          left.data &&
          left.data.left !== null &&
          `Tháng này còn ${left.data.left} lần, Trưởng cơ sở có thể cho thêm ${left.data.extra} lần.`
        }
      >
        {() => <strong>{name}</strong>}
      </FormRow>
      <FormRow label="Người nghe máy" required error={saving.errors['callee']}>
        {(control) => (
          <Select
            {...control}
            data-autofocus
            searchable
            clearable
            placeholder="Chọn trong sổ, hoặc gõ ở ô dưới"
            data={people.map((one) => ({
              value: one.id,
              label: `${one.name}, ${RELATION_LABELS[one.relation].toLowerCase()}`,
            }))}
            onChange={(value) => {
              const one = people.find((other) => other.id === value)
              if (!one) return
              setCallee(one.name)
              setRelation(one.relation)
              setNumber(one.phone ?? '')
            }}
          />
        )}
      </FormRow>
      <TextRow
        label="Họ tên"
        required
        error={saving.errors['callee']}
        maxLength={120}
        value={callee}
        onChange={setCallee}
      />
      <FormRow label="Quan hệ" required>
        {(control) => (
          <CodeSelect
            {...control}
            w={220}
            codes={RELATIONS}
            labels={RELATION_LABELS}
            value={relation}
            onChange={setRelation}
          />
        )}
      </FormRow>
      <TextRow
        label="Số điện thoại"
        required
        error={saving.errors['number']}
        w={220}
        inputMode="tel"
        maxLength={30}
        value={number}
        onChange={setNumber}
      />
      <FormRow label="Hình thức">
        {() => (
          <CodeSegments
            label="Hình thức"
            codes={CALL_KINDS}
            labels={CALL_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <FormRow label="Ngày gọi" required error={saving.errors['on']}>
        {(control) => <DayField {...control} today={today} value={on} onChange={setOn} />}
      </FormRow>
      <FormRow label="Số phút" required error={saving.errors['minutes']}>
        {(control) => <WholeNumber {...control} value={length} onChange={setMinutes} />}
      </FormRow>
      <ParagraphRow
        label="Nội dung"
        required
        error={saving.errors['content']}
        hint="Đăng ký trước khi gọi."
        maxLength={500}
        value={content}
        onChange={setContent}
      />
      {mayAllow && (
        <FormRow label="Trưởng cơ sở">
          {(control) => (
            <Checkbox
              id={control.id}
              label="Cho gọi thêm lần, hoặc gọi đến 30 phút"
              checked={isAllowedByHead}
              onChange={(event) => setIsAllowed(event.currentTarget.checked)}
            />
          )}
        </FormRow>
      )}
    </DenseForm>
  )
}
