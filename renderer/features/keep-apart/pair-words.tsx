import { Checkbox, Group } from '@mantine/core'
import {
  KEEP_APART_GROUND_LABELS,
  KEEP_APART_GROUNDS,
  KEEP_APART_LEVEL_LABELS,
  KEEP_APART_LEVELS,
  KEEP_APART_REVIEW_DAYS,
  KEEP_APART_ROLE_LABELS,
  KEEP_APART_ROLES,
  KEEP_APART_SCOPE_LABELS,
  type KeepApartGround,
  type KeepApartLevel,
  type KeepApartRole,
} from '#domain/placement/keep-apart.ts'
import type { Day } from '#domain/time/day.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'

/** What is said of a pair: how far apart, who is what in it, why, until when. */
export interface PairWords {
  level: KeepApartLevel
  inClass: boolean
  inVisit: boolean
  role: KeepApartRole
  otherRole: KeepApartRole
  ground: KeepApartGround
  reason: string
  authorisedBy: string
  reviewOn: Day | null
}

export const NEW_PAIR: PairWords = {
  level: 'room',
  inClass: true,
  inVisit: false,
  role: 'unknown',
  otherRole: 'unknown',
  ground: 'fight',
  reason: '',
  authorisedBy: '',
  reviewOn: null,
}

/** The rows of the form of a pair, seen from the file of one of the two. */
export function PairWordsFields({
  words,
  errors,
  today,
  onChange,
}: {
  words: PairWords
  errors: Readonly<Record<string, string>>
  today: Day
  onChange: (words: PairWords) => void
}) {
  const put = (patch: Partial<PairWords>) => onChange({ ...words, ...patch })
  return (
    <>
      <FormRow label="Chỗ ở" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={KEEP_APART_LEVELS}
            labels={KEEP_APART_LEVEL_LABELS}
            value={words.level}
            onChange={(value) => put({ level: value })}
          />
        )}
      </FormRow>
      <FormRow label="Ngoài chỗ ở" hint="Chặn khi xếp lớp, buổi sinh hoạt, buổi thăm gặp có cả hai người.">
        {() => (
          <Group gap="md">
            <Checkbox
              label={KEEP_APART_SCOPE_LABELS.class}
              checked={words.inClass}
              onChange={(event) => put({ inClass: event.currentTarget.checked })}
            />
            <Checkbox
              label={KEEP_APART_SCOPE_LABELS.visit}
              checked={words.inVisit}
              onChange={(event) => put({ inVisit: event.currentTarget.checked })}
            />
          </Group>
        )}
      </FormRow>
      <FormRow label="Người này là" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={KEEP_APART_ROLES}
            labels={KEEP_APART_ROLE_LABELS}
            value={words.role}
            onChange={(value) => put({ role: value })}
          />
        )}
      </FormRow>
      <FormRow label="Người kia là" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={KEEP_APART_ROLES}
            labels={KEEP_APART_ROLE_LABELS}
            value={words.otherRole}
            onChange={(value) => put({ otherRole: value })}
          />
        )}
      </FormRow>
      <FormRow label="Căn cứ" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={KEEP_APART_GROUNDS}
            labels={KEEP_APART_GROUND_LABELS}
            value={words.ground}
            onChange={(value) => put({ ground: value })}
          />
        )}
      </FormRow>
      <ParagraphRow
        label="Lý do"
        required
        error={errors['reason']}
        maxLength={500}
        value={words.reason}
        onChange={(reason) => put({ reason })}
      />
      <TextRow
        label="Người quyết định"
        required={words.ground === 'authority'}
        error={errors['authorisedBy']}
        hint="Họ tên, chức vụ hoặc cơ quan yêu cầu."
        maxLength={120}
        value={words.authorisedBy}
        onChange={(authorisedBy) => put({ authorisedBy })}
      />
      <FormRow
        label="Xem lại ngày"
        error={errors['reviewOn']}
        hint={`Để trống: sau ${KEEP_APART_REVIEW_DAYS} ngày.`}
      >
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={words.reviewOn}
            onChange={(reviewOn) => put({ reviewOn })}
          />
        )}
      </FormRow>
    </>
  )
}
