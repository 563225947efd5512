import { useRef, useState } from 'react'
import type { ReshuffleBedLine, ReshuffleJudgement, ReshuffleLodgerLine } from '#domain/contract/reshuffle.ts'
import type { ReshuffleMove } from '#domain/placement/reshuffle.ts'
import { layOut, roomsOf } from '#renderer/features/reshuffle/draft-moves.ts'
import { walkCells } from '#renderer/features/zones/arrow-keys.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './reshuffle.module.css'

export interface DraftBoardProps {
  lodgers: readonly ReshuffleLodgerLine[]
  beds: readonly ReshuffleBedLine[]
  moves: readonly ReshuffleMove[]
  problems: ReshuffleJudgement['problems']
  mayChange: boolean
  onMove: (stayId: string, toBedId: string) => void
}

/**
 * The zone as it would be, bed by bed. A person is dragged to another bed, or taken with Enter, a click or a touch and
 * put down with the next; arrows walk the beds, Esc lets go.
 */
export function DraftBoard({ lodgers, beds, moves, problems, mayChange, onMove }: DraftBoardProps) {
  const [picked, setPicked] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const dragged = useRef<string | null>(null)
  const inBed = layOut(lodgers, moves)
  const moved = new Set(moves.map(({ stayId }) => stayId))
  const problemOf = new Map(problems.map((one) => [one.stayId, one]))

  function putDown(bedId: string) {
    if (picked === null) {
      const [first] = inBed.get(bedId) ?? []
      if (first && mayChange) setPicked(first.stayId)
      return
    }
    onMove(picked, bedId)
    setPicked(null)
  }

  function drop(bedId: string) {
    if (dragged.current !== null) onMove(dragged.current, bedId)
    dragged.current = null
    setOver(null)
    setPicked(null)
  }

  const pickedName = lodgers.find(({ stayId }) => stayId === picked)?.name
  return (
    <>
      <output className={classes.note}>
        {pickedName === undefined
          ? mayChange
            ? 'Kéo người sang giường khác, hoặc Enter để nhấc một người rồi Enter ở giường đến; giường có người thì hai người đổi chỗ.'
            : 'Bản này chỉ để xem.'
          : `Đang nhấc ${pickedName}: chọn giường đến, Esc để thôi.`}
      </output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys walk the buttons inside */}
      <section
        className={classes.rooms}
        aria-label="Giường của khu theo bản nháp"
        onKeyDown={(event) => {
          if (event.key === 'Escape') setPicked(null)
          else walkCells(event)
        }}
      >
        {roomsOf(beds).map((room) => (
          <div key={room.id} className={classes.room}>
            <h2>Phòng {room.code}</h2>
            <ul className={classes.beds}>
              {room.beds.map((bed) => {
                const people = inBed.get(bed.id) ?? []
                const hard = people.some(({ stayId }) => (problemOf.get(stayId)?.hard.length ?? 0) > 0)
                const soft = people.some(({ stayId }) => (problemOf.get(stayId)?.soft.length ?? 0) > 0)
                return (
                  <li key={bed.id}>
                    <button
                      type="button"
                      data-cell
                      tabIndex={bed.id === beds[0]?.id ? 0 : -1}
                      className={classes.bed}
                      data-picked={people.some(({ stayId }) => stayId === picked) || undefined}
                      data-moved={people.some(({ stayId }) => moved.has(stayId)) || undefined}
                      data-problem={hard || undefined}
                      data-over={over === bed.id || undefined}
                      draggable={mayChange && people.length > 0}
                      onDragStart={() => {
                        dragged.current = people[0]?.stayId ?? null
                      }}
                      onDragOver={(event) => {
                        event.preventDefault()
                        setOver(bed.id)
                      }}
                      onDragLeave={() => setOver(null)}
                      onDrop={() => drop(bed.id)}
                      onClick={() => putDown(bed.id)}
                    >
                      <span className={classes.code}>{bed.code}</span>
                      <span className={people.length === 0 ? classes.empty : classes.who}>
                        {people.length === 0
                          ? bed.isOut
                            ? 'ngừng sử dụng'
                            : 'trống'
                          : people
                              .map(({ name, isAway }) => (isAway ? `${name} (ra ngoài)` : name))
                              .join(', ')}
                      </span>
                      {hard ? (
                        <ToneChip tone="late" text="vi phạm" />
                      ) : soft ? (
                        <ToneChip tone="soon" text="cần lý do" quiet />
                      ) : people.some(({ stayId }) => moved.has(stayId)) ? (
                        <ToneChip tone="away" text="chuyển" quiet />
                      ) : (
                        <span />
                      )}
                    </button>
                  </li>
                )
              })}
            </ul>
          </div>
        ))}
      </section>
    </>
  )
}
