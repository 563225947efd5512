import { Button, Group } from '@mantine/core'
import { IconArrowsSplit } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { formatTime, type Instant } from '#domain/time/instant.ts'
import classes from './conflict-card.module.css'

export interface ConflictField {
  field: string
  label: string
  mine: string
  theirs: string
}

export type ConflictSide = 'mine' | 'theirs'

export interface ConflictCardProps {
  changedBy: string
  changedAt: Instant
  fields: readonly ConflictField[]
  /** Called with the chosen side of every field. */
  onResolve: (choice: Readonly<Record<string, ConflictSide>>) => void
  onCancel: () => void
  busy?: boolean
}

const SIDES = ['mine', 'theirs'] as const

/** Two people changed the same record: both values side by side, one chosen per field. */
export function ConflictCard({
  changedBy,
  changedAt,
  fields,
  onResolve,
  onCancel,
  busy = false,
}: ConflictCardProps) {
  const titleId = useId()
  const [choice, setChoice] = useState<Readonly<Record<string, ConflictSide>>>({})
  const undecided = fields.filter((field) => choice[field.field] === undefined).length

  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <p id={titleId} className={classes.title}>
        <IconArrowsSplit size={16} stroke={2} aria-hidden />
        <span>
          <b>{changedBy}</b> vừa sửa {fields.length === 1 ? 'ô này' : `${fields.length} ô này`} lúc{' '}
          {formatTime(changedAt)}. Chọn giá trị đúng cho từng ô.
        </span>
      </p>
      <div className={classes.heads} aria-hidden>
        <span />
        <span>Bạn nhập</span>
        <span>{changedBy} nhập</span>
      </div>
      {fields.map((field) => (
        <div key={field.field} role="radiogroup" aria-label={field.label} className={classes.field}>
          <span className={classes.label}>{field.label}</span>
          {SIDES.map((side) => (
            <label
              key={side}
              className={classes.side}
              data-chosen={choice[field.field] === side || undefined}
            >
              <input
                type="radio"
                name={`${titleId}-${field.field}`}
                checked={choice[field.field] === side}
                onChange={() => setChoice({ ...choice, [field.field]: side })}
                aria-label={`${side === 'mine' ? 'Bạn nhập' : `${changedBy} nhập`}: ${field[side] || 'để trống'}`}
              />
              <span>{field[side] || <span className={classes.left}>để trống</span>}</span>
            </label>
          ))}
        </div>
      ))}
      <Group gap="sm" mt="md">
        <Button disabled={undecided > 0} loading={busy} onClick={() => onResolve(choice)}>
          Lưu giá trị đã chọn
        </Button>
        <Button variant="default" onClick={onCancel}>
          Xem lại sau
        </Button>
        {undecided > 0 && <span className={classes.left}>còn {undecided} ô chưa chọn</span>}
      </Group>
    </section>
  )
}
