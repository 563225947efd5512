import { Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#domain/time/day.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { momentOf, parseTimeText } from '#renderer/features/custody/moment-text.ts'
import { DayField } from '#ui/day-field.tsx'
import { UNREAD } from '#ui/form-keys.ts'
import type { RowControl } from '#ui/form-row.tsx'

export interface MomentFieldProps extends Partial<RowControl> {
  value: Instant | null
  /** Called with the moment once day and time can be read, with null while they cannot. */
  onChange: (moment: Instant | null) => void
  /** The hub's clock, for years left out. */
  now: Instant
  /** What the two boxes are about: `Thời điểm`. */
  label: string
}

/** A day and a time of day beside each other. */
export function MomentField({ value, onChange, now, label, ...control }: MomentFieldProps) {
  const [day, setDay] = useState<Day | null>(value === null ? null : dayOf(value))
  const [time, setTime] = useState(value === null ? '' : formatTime(value))
  const [isLeft, setIsLeft] = useState(false)
  const isUnread = time.trim() !== '' && parseTimeText(time) === undefined

  function change(nextDay: Day | null, nextTime: string) {
    setDay(nextDay)
    setTime(nextTime)
    onChange(momentOf(nextDay, nextTime) ?? null)
  }

  return (
    <Group gap="sm" wrap="nowrap">
      <DayField
        {...control}
        aria-label={`${label}: ngày`}
        today={dayOf(now)}
        value={day}
        onChange={(next) => change(next, time)}
      />
      <TextInput
        {...(isUnread && { [UNREAD]: true })}
        error={isUnread && isLeft ? 'Ví dụ 14:02' : control.error}
        aria-describedby={control['aria-describedby']}
        aria-label={`${label}: giờ`}
        value={time}
        onChange={(event) => {
          setIsLeft(false)
          change(day, event.currentTarget.value)
        }}
        onBlur={() => {
          setIsLeft(true)
          const read = parseTimeText(time)
          if (read !== undefined) setTime(read)
        }}
        placeholder="giờ:phút"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        w={92}
      />
    </Group>
  )
}
