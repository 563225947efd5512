import { SegmentedControl, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  LETTER_OUTCOME_LABELS,
  LETTER_OUTCOMES,
  MAIL_DIRECTION_LABELS,
  MAIL_DIRECTIONS,
  type LetterOutcome,
  type MailDirection,
} from '#domain/contacts/contact-codes.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { RegisterHead } from '#renderer/features/contacts/register-head.tsx'
import { MoreRows, RegisterTable } from '#renderer/features/contacts/register-table.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { PickPerson, type PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

/** Letters of a month, or of one person, each checked. */
export function LettersPanel({ person }: { person?: PickedPerson }) {
  const { month, setMonth, choices, asked, today } = useRegisterMonth(person?.personId ?? null)
  const list = useInfiniteQuery(
    api.contacts.letters.infiniteOptions({
      input: (cursor: string | null) => ({ ...asked, cursor, limit: 50 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const [isAdding, setIsAdding] = useState(false)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Panel
      title="Thư"
      flush
      aside={
        <RegisterHead
          month={person ? null : month}
          choices={choices}
          onMonth={setMonth}
          act="Ghi thư"
          onAdd={() => setIsAdding(true)}
        />
      }
    >
      <RegisterTable
        label="Thư đã kiểm tra"
        heads={['Ngày', ...(person ? [] : ['Học viên']), 'Chiều', 'Người gửi, nhận', 'Kiểm tra']}
        isPending={list.isPending}
        error={list.error}
        isEmpty={rows.length === 0}
        none="Chưa có thư nào"
      >
        {rows.map((letter) => (
          <tr key={letter.id}>
            <td className={classes.nowrap}>{formatDay(letter.on)}</td>
            {!person && (
              <td>
                <InnerLink href={personHref(letter.personId, 'tham-gap')}>{letter.name}</InnerLink>
                <div className={classes.dim}>{letter.zoneName}</div>
              </td>
            )}
            <td>{MAIL_DIRECTION_LABELS[letter.direction]}</td>
            <td>{letter.otherName}</td>
            <td>
              <ToneChip
                quiet={letter.outcome === 'passed'}
                tone={letter.outcome === 'passed' ? 'ok' : 'late'}
                text={LETTER_OUTCOME_LABELS[letter.outcome]}
              />
              <div className={classes.dim}>
                {letter.reason !== null && `${letter.reason}. `}
                {letter.checkedBy}
              </div>
            </td>
          </tr>
        ))}
      </RegisterTable>
      <MoreRows list={list} />
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi thư" size={600}>
        {isAdding && (
          <LetterForm {...(person ? { person } : {})} today={today} onDone={() => setIsAdding(false)} />
        )}
      </Dialog>
    </Panel>
  )
}

function LetterForm({
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
  const [outcome, setOutcome] = useState<LetterOutcome>('passed')
  const [reason, setReason] = useState('')
  const saving = useSave((input: Parameters<typeof hub.contacts.recordLetter>[0], key) =>
    hub.contacts.recordLetter(input, { context: { key } }),
  )
  async function save() {
    const found = {
      ...(person === null && { personId: 'Chọn học viên.' }),
      ...(on === null && { on: 'Ghi ngày.' }),
    }
    saving.setErrors(found)
    if (person === null || on === null) return
    const { personId } = person
    if (!(await saving.send({ id, personId, direction, on, otherName, outcome, reason }))) return
    showNotice(`Đã ghi thư của ${person.name}.`)
    await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Ghi thư"
      saveLabel="Ghi thư đã kiểm tra"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={otherName !== ''}
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
      <FormRow label="Kết quả kiểm tra">
        {() => (
          <SegmentedControl
            aria-label="Kết quả kiểm tra"
            size="xs"
            data={LETTER_OUTCOMES.map((value) => ({ value, label: LETTER_OUTCOME_LABELS[value] }))}
            value={outcome}
            onChange={(value) => setOutcome(value === 'withheld' ? 'withheld' : 'passed')}
          />
        )}
      </FormRow>
      {outcome === 'withheld' && (
        <FormRow label="Lý do giữ lại" required error={saving.errors['reason']}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </FormRow>
      )}
    </DenseForm>
  )
}
