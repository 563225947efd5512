import { Button } from '@mantine/core'
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { CountRoom } from '#domain/contract/head-count.ts'
import { formatTime } from '#domain/time/instant.ts'
import { roomWord, signedNumber } from '#renderer/features/head-count/count-words.ts'
import type { RoomCounts } from '#renderer/features/head-count/use-room-counts.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

export interface RoomRowProps {
  room: CountRoom
  counts: RoomCounts
  isOpen: boolean
  isSelected: boolean
  onSelect: () => void
  /** Goes to the box of the room above (−1) or below (1). */
  onStep: (by: 1 | -1) => void
}

/** Two digits at most stand in the box while they are typed; anything else is a key of its own. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, 3)
}

/** One room of the grid: what the roll has, what was counted, how they differ. */
export function RoomRow({ room, counts, isOpen, isSelected, onSelect, onStep }: RoomRowProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const unsettled = counts.unsettled.get(room.roomId)
  const shown = unsettled ? unsettled.counted : room.counted
  const computed = room.occupants.length
  const difference = shown === null ? null : shown - computed

  function commit() {
    if (typed !== null) counts.enter(room, typed === '' ? null : Number(typed))
    setTyped(null)
  }

  function set(counted: number) {
    setTyped(null)
    counts.enter(room, Math.max(0, counted))
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      Enter: () => {
        if (typed === null && shown === null) set(computed)
        else commit()
        onStep(1)
      },
      ArrowDown: () => {
        commit()
        onStep(1)
      },
      ArrowUp: () => {
        commit()
        onStep(-1)
      },
      '-': () => set((shown ?? computed) - 1),
      '+': () => set((shown ?? computed) + 1),
      '=': () => set(computed),
      Delete: () => counts.enter(room, null),
      Escape: () => setTyped(null),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <tr data-selected={isSelected || undefined} onFocus={onSelect}>
      <th scope="row">
        <button type="button" className={classes.roomName} onClick={onSelect} tabIndex={-1}>
          {room.code}
        </button>
      </th>
      <td className={classes.number}>{computed}</td>
      <td>
        <span className={classes.entry}>
          {isOpen && (
            <Button
              variant="default"
              tabIndex={-1}
              className={classes.step}
              aria-label={`Phòng ${room.code}: bớt một`}
              onClick={() => set((shown ?? computed) - 1)}
            >
              <IconMinus size={18} aria-hidden />
            </Button>
          )}
          <input
            ref={box}
            data-count
            className={classes.box}
            inputMode="numeric"
            autoComplete="off"
            aria-label={`Phòng ${room.code}, sổ có ${computed}: số đếm được`}
            readOnly={!isOpen}
            value={typed ?? (shown === null ? '' : String(shown))}
            placeholder={String(computed)}
            onChange={(event) => setTyped(digitsOf(event.currentTarget.value))}
            onFocus={(event) => event.currentTarget.select()}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keys named above the grid work from its first box
            autoFocus={isOpen && isSelected}
            onBlur={commit}
            onKeyDown={isOpen ? onKey : undefined}
          />
          {isOpen && (
            <>
              <Button
                variant="default"
                tabIndex={-1}
                className={classes.step}
                aria-label={`Phòng ${room.code}: thêm một`}
                onClick={() => set((shown ?? computed) + 1)}
              >
                <IconPlus size={18} aria-hidden />
              </Button>
              <Button
                variant={shown === computed ? 'light' : 'default'}
                tabIndex={-1}
                className={classes.full}
                leftSection={<IconCheck size={16} aria-hidden />}
                aria-label={`Phòng ${room.code}: đủ ${computed}`}
                onClick={() => set(computed)}
              >
                Đủ
              </Button>
            </>
          )}
        </span>
      </td>
      <td className={classes.number} data-tone={difference ? 'late' : undefined}>
        {difference === null ? '' : signedNumber(difference)}
      </td>
      <td>
        <RoomState room={room} counts={counts} />
      </td>
      <td className={classes.dim} data-narrow>
        {room.countedAt !== null && `${formatTime(room.countedAt)} ${room.countedBy ?? ''}`}
      </td>
    </tr>
  )
}

function RoomState({ room, counts }: Pick<RoomRowProps, 'room' | 'counts'>) {
  const unsettled = counts.unsettled.get(room.roomId)
  if (!unsettled) return <ToneChip {...roomWord(room)} quiet={room.state === 'equal'} />
  if (unsettled.state === 'sending') return <span className={classes.dim}>đang lưu…</span>
  if (unsettled.state === 'failed') {
    return (
      <span className={classes.refused} role="alert">
        {unsettled.message}{' '}
        <Button size="compact-sm" variant="default" onClick={() => counts.insist(room)}>
          Gửi lại
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => counts.yieldTo(room)}>
          Bỏ
        </Button>
      </span>
    )
  }
  const theirs = unsettled.theirs
  return (
    <span className={classes.refused} role="alert">
      {theirs?.by} vừa ghi <b>{theirs?.counted ?? 'trống'}</b>, bạn ghi <b>{unsettled.counted ?? 'trống'}</b>.{' '}
      <Button size="compact-sm" variant="default" onClick={() => counts.yieldTo(room)}>
        Giữ {theirs?.counted ?? 'trống'}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => counts.insist(room)}>
        Ghi {unsettled.counted ?? 'trống'}
      </Button>
    </span>
  )
}
