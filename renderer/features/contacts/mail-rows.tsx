import { useState } from 'react'
import { MAIL_DIRECTION_LABELS, MAIL_DIRECTIONS, type MailDirection } from '#domain/contacts/contact-codes.ts'
import type { Day } from '#domain/time/day.ts'
import { PickPerson, type PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** What a letter and a parcel both say: whose, which way, when, from or to whom. */
export interface Mail {
  person: PickedPerson | null
  direction: MailDirection
  on: Day | null
  otherName: string
}

/** The mail being typed; it starts with the person the screen is about. */
export function useMail(person: PickedPerson | undefined, today: Day) {
  return useState<Mail>({ person: person ?? null, direction: 'in', on: today, otherName: '' })
}

/** The mail as the hub takes it, or the sentences of what is missing by field. */
export function readMail({ person, direction, on, otherName }: Mail) {
  if (person !== null && on !== null) {
    return { person, fields: { personId: person.personId, direction, on, otherName }, errors: {} }
  }
  return {
    person: null,
    errors: {
      ...(person === null && { personId: 'Chọn học viên.' }),
      ...(on === null && { on: 'Ghi ngày.' }),
    },
  }
}

/** The rows of a letter or a parcel up to who sent it or gets it. */
export function MailRows({
  given,
  today,
  mail,
  onChange,
  errors,
}: {
  /** Whose mail it is, when the screen knows. */
  given: PickedPerson | undefined
  today: Day
  mail: Mail
  onChange: (mail: Mail) => void
  errors: Readonly<Record<string, string>>
}) {
  return (
    <>
      <FormRow label="Học viên" required error={errors['personId']}>
        {(control) =>
          given ? (
            <strong>{given.name}</strong>
          ) : (
            <PickPerson control={control} onPick={(person) => onChange({ ...mail, person })} />
          )
        }
      </FormRow>
      <FormRow label="Chiều">
        {() => (
          <CodeSegments
            label="Chiều"
            codes={MAIL_DIRECTIONS}
            labels={MAIL_DIRECTION_LABELS}
            value={mail.direction}
            onChange={(direction) => onChange({ ...mail, direction })}
          />
        )}
      </FormRow>
      <FormRow label="Ngày" required error={errors['on']}>
        {(control) => (
          <DayField {...control} today={today} value={mail.on} onChange={(on) => onChange({ ...mail, on })} />
        )}
      </FormRow>
      <TextRow
        label={mail.direction === 'in' ? 'Người gửi' : 'Người nhận'}
        required
        error={errors['otherName']}
        maxLength={160}
        value={mail.otherName}
        onChange={(otherName) => onChange({ ...mail, otherName })}
      />
    </>
  )
}
