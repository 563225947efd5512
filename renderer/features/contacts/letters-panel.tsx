import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  LETTER_OUTCOME_LABELS,
  LETTER_OUTCOMES,
  MAIL_DIRECTION_LABELS,
  type LetterOutcome,
} from '#domain/contacts/contact-codes.ts'
import type { Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { MailRows, readMail, useMail } from '#renderer/features/contacts/mail-rows.tsx'
import { RegisterPanel } from '#renderer/features/contacts/register-panel.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { IncidentsOfRecord } from '#renderer/features/incidents/incidents-of-record.tsx'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

/** Letters of a month, or of one person, each checked. */
export function LettersPanel({ person }: { person?: PickedPerson }) {
  const register = useRegisterMonth(person?.personId ?? null)
  const list = useInfiniteQuery(api.contacts.letters.infiniteOptions(register.paging))
  return (
    <RegisterPanel
      title="Thư"
      label="Thư đã kiểm tra"
      heads={['Chiều', 'Người gửi, nhận', 'Kiểm tra']}
      none="Chưa có thư nào"
      isOfOne={person !== undefined}
      register={register}
      list={list}
      cells={(letter) => (
        <>
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
            {letter.outcome === 'withheld' && (
              <IncidentsOfRecord
                targetId={letter.id}
                otherwise={
                  <ReportLink
                    from={{
                      origin: 'letter',
                      originId: letter.id,
                      kind: 'contraband',
                      personId: letter.personId,
                    }}
                    label={`Báo vụ việc: thư của ${letter.name}`}
                  />
                }
              />
            )}
          </td>
        </>
      )}
      act={{
        label: 'Ghi thư',
        width: 600,
        form: (onDone) => <LetterForm person={person} today={register.today} onDone={onDone} />,
      }}
    />
  )
}

function LetterForm({
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
  const [outcome, setOutcome] = useState<LetterOutcome>('passed')
  const [reason, setReason] = useState('')
  const saving = useSave((input: Parameters<typeof hub.contacts.recordLetter>[0], key) =>
    hub.contacts.recordLetter(input, { context: { key } }),
  )
  async function save() {
    const read = readMail(mail)
    saving.setErrors(read.errors)
    if (read.person === null || !(await saving.send({ id, ...read.fields, outcome, reason }))) return
    showNotice(`Đã ghi thư của ${read.person.name}.`)
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
      dirty={mail.otherName !== ''}
      problem={saving.problem}
    >
      <MailRows given={person} today={today} mail={mail} onChange={setMail} errors={saving.errors} />
      <FormRow label="Kết quả kiểm tra">
        {() => (
          <CodeSegments
            label="Kết quả kiểm tra"
            codes={LETTER_OUTCOMES}
            labels={LETTER_OUTCOME_LABELS}
            value={outcome}
            onChange={setOutcome}
          />
        )}
      </FormRow>
      {outcome === 'withheld' && (
        <TextRow
          label="Lý do giữ lại"
          required
          error={saving.errors['reason']}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      )}
    </DenseForm>
  )
}
