import { Button, Checkbox, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CountRoom } from '#domain/contract/head-count.ts'
import type { Instant } from '#domain/time/instant.ts'
import { ReportEscapeForm } from '#renderer/features/escapes/report-escape.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import classes from './escapes.module.css'

interface Missing {
  room: CountRoom
  /** Whom the room may lack: those of its list nobody explained yet. */
  people: CountRoom['occupants']
  /** How many it lacks; all of them where it was not counted. */
  lacks: number
}

/** Rooms that lack somebody, then rooms nobody counted, with whom they may lack. */
function missingOf(rooms: readonly CountRoom[]): Missing[] {
  const found = rooms.flatMap((room): Missing[] => {
    const named = new Set(room.lines.map(({ stayId }) => stayId))
    const people = room.occupants.filter(({ stayId }) => !named.has(stayId))
    const lacks = room.counted === null ? people.length : -room.left
    return lacks > 0 && people.length > 0 ? [{ room, people, lacks }] : []
  })
  const uncounted = ({ room }: Missing) => (room.counted === null ? 1 : 0)
  return found.toSorted((a, b) => uncounted(a) - uncounted(b))
}

/** Everybody a room surely lacks: it was counted to lack as many as it has. */
function surelyMissing({ room, people, lacks }: Missing): string[] {
  return room.counted !== null && lacks >= people.length ? people.map(({ stayId }) => stayId) : []
}

export interface MissingPeopleProps {
  opened: boolean
  onClose: () => void
  rooms: readonly CountRoom[]
  zoneId: string
  shiftAt: Instant
}

/** A failed count: who of the zone escaped, room by room, reported in one act. */
export function MissingPeopleDialog(props: MissingPeopleProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Báo bỏ trốn từ lần điểm danh này" size={820}>
      {props.opened && <MissingPeople {...props} />}
    </Dialog>
  )
}

function MissingPeople({ rooms, zoneId, shiftAt, onClose }: MissingPeopleProps) {
  const [missing] = useState(() => missingOf(rooms))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(missing.flatMap(surelyMissing)))
  const [isSure, setIsSure] = useState(false)
  const report = useRef<HTMLDivElement>(null)
  // The window is open already: nothing else takes the keyboard to the second form.
  useEffect(() => {
    if (isSure) report.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [isSure])
  if (missing.length === 0) {
    return (
      <EmptyState title="Không phòng nào thiếu người">
        Ghi số đếm được của từng phòng trước; phòng chưa đếm cũng hiện ở đây.
      </EmptyState>
    )
  }
  if (isSure) {
    return (
      <div ref={report}>
        <ReportEscapeForm stayIds={[...chosen]} count={{ zoneId, shiftAt }} onClose={onClose} />
      </div>
    )
  }
  const set = (stayIds: readonly string[], isOn: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of stayIds)
        if (isOn) next.add(id)
        else next.delete(id)
      return next
    })
  const everybody = missing.flatMap(({ people }) => people.map(({ stayId }) => stayId))
  return (
    <form
      aria-label="Ai trong khu không điểm danh được"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.size > 0) setIsSure(true)
      }}
    >
      <Group justify="space-between" mb="sm">
        <Checkbox
          data-autofocus
          label={`Mọi người chưa điểm danh được (${formatNumber(everybody.length)})`}
          checked={chosen.size === everybody.length}
          indeterminate={chosen.size > 0 && chosen.size < everybody.length}
          onChange={(event) => set(everybody, event.currentTarget.checked)}
        />
        <span className={classes.dim}>Đã chọn {formatNumber(chosen.size)} người</span>
      </Group>
      <div className={classes.rooms}>
        {missing.map(({ room, people, lacks }) => (
          <section key={room.roomId} className={classes.room}>
            <h3>
              Phòng {room.code}{' '}
              <span className={classes.dim}>
                {room.counted === null
                  ? `chưa đếm, sổ có ${people.length}`
                  : `đếm ${room.counted}, còn thiếu ${lacks} chưa rõ`}
              </span>
            </h3>
            <ul>
              {people.map(({ stayId, name, bedCode }) => (
                <li key={stayId}>
                  <Checkbox
                    size="xs"
                    label={bedCode === null ? name : `${name} · ${bedCode}`}
                    checked={chosen.has(stayId)}
                    onChange={(event) => set([stayId], event.currentTarget.checked)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" color="red" disabled={chosen.size === 0}>
          Tiếp: báo {formatNumber(chosen.size)} người
        </Button>
      </Group>
    </form>
  )
}
