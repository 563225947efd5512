import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Day } from '#domain/time/day.ts'
import { dayToText, parseDayText } from '#ui/day-text.ts'
import { UNREAD } from '#ui/form-keys.ts'
import type { RowControl } from '#ui/form-row.tsx'

const DayCalendar = lazy(() =>
  import('#ui/day-calendar.tsx').then((module) => ({ default: module.DayCalendar })),
)

export interface DayFieldProps extends Partial<RowControl> {
  value: Day | null
  /** Called with the day once it can be read, with null when the field is emptied. */
  onChange: (day: Day | null) => void
  /** Called on leaving the field: a sentence when the text is no day, undefined when it is in order. */
  onProblem?: (message: string | undefined) => void
  /** The day by which `1/7` and two-digit years are read. */
  today: Day
  'aria-label'?: string
  disabled?: boolean
  withCalendar?: boolean
}

/** A day typed as `01/07/2026`, `1/7/26` or `01072026`; a calendar waits behind a button for those who want it. */
export function DayField(props: DayFieldProps) {
  const { value, onChange, onProblem, today, withCalendar = true, disabled, ...control } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [picking, setPicking] = useState(false)

  function type(text: string) {
    setTyped(text)
    tell(undefined)
    const read = parseDayText(text, today)
    if (read.kind === 'day') onChange(read.day)
    else if (read.kind === 'empty') onChange(null)
  }

  function tell(message: string | undefined) {
    setWrong(message)
    onProblem?.(message)
  }

  function settle() {
    if (typed === null) return
    const read = parseDayText(typed, today)
    tell(read.kind === 'wrong' ? read.message : undefined)
    if (read.kind === 'wrong') onChange(null)
    else setTyped(null)
  }

  const isUnread = typed !== null && parseDayText(typed, today).kind === 'wrong'
  const calendar = withCalendar && !disabled && (
    <Popover opened={picking} onChange={setPicking} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={24} aria-label="Mở lịch" tabIndex={-1} onClick={() => setPicking(!picking)}>
          <IconCalendar size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Đang mở lịch…">
          <DayCalendar
            value={value}
            today={today}
            onPick={(day) => {
              setTyped(null)
              tell(undefined)
              onChange(day)
              setPicking(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )

  return (
    <TextInput
      {...control}
      {...(isUnread && { [UNREAD]: true })}
      error={onProblem || wrong === undefined ? control.error : wrong}
      value={typed ?? dayToText(value)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
      placeholder="dd/mm/yyyy"
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      w={148}
      disabled={disabled}
      rightSection={calendar}
    />
  )
}
