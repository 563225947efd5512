import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CountRoom } from '#domain/contract/head-count.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'

/** What became of a number that is not yet what the hub has. */
interface Unsettled {
  counted: number | null
  state: 'sending' | 'failed' | 'conflict'
  message: string
  /** On a conflict: what another desk wrote, by whom. */
  theirs: { counted: number | null; by: string; at: string | null } | null
}

/** The numbers of a grid on their way to the hub: each kept there at once, with an undo of this desk's own. */
export interface RoomCounts {
  unsettled: ReadonlyMap<string, Unsettled>
  enter: (room: CountRoom, counted: number | null) => void
  /** Sends the own number over what another desk wrote, or again after a failure. */
  insist: (room: CountRoom) => void
  /** Lets what another desk wrote stand. */
  yieldTo: (room: CountRoom) => void
  /** Takes the last number of this desk back. */
  undo: () => void
  canUndo: boolean
}

interface Step {
  roomId: string
  before: number | null
}

/** @param at minute of what was written on paper; null = now */
export function useRoomCounts(
  of: { zoneId: string; shiftAt: Instant; at: Instant | null },
  rooms: readonly CountRoom[],
): RoomCounts {
  const queryClient = useQueryClient()
  const [unsettled, setUnsettled] = useState<ReadonlyMap<string, Unsettled>>(new Map())
  const [steps, setSteps] = useState<readonly Step[]>([])
  const versions = useRef(new Map<string, number>())
  const sending = useRef(new Map<string, Promise<void>>())

  function mark(roomId: string, change: Unsettled | null) {
    setUnsettled((before) => {
      const next = new Map(before)
      if (change === null) next.delete(roomId)
      else next.set(roomId, change)
      return next
    })
  }

  function versionOf(room: CountRoom): number {
    return Math.max(versions.current.get(room.roomId) ?? 0, room.version)
  }

  async function send(room: CountRoom, counted: number | null): Promise<void> {
    const { roomId } = room
    const input = { ...of, roomId, counted, version: versionOf(room) }
    try {
      const { version } = await hub.headCount.enter(input)
      versions.current.set(roomId, version)
      await queryClient.invalidateQueries({ queryKey: api.headCount.key() })
      mark(roomId, null)
    } catch (error) {
      const { code, message, details } = toHubError(error)
      const current = details.current ?? {}
      const { version, counted: other } = current
      if (code === 'conflict' && typeof version === 'number') versions.current.set(roomId, version)
      mark(roomId, {
        counted,
        message,
        state: code === 'conflict' ? 'conflict' : 'failed',
        theirs:
          code === 'conflict'
            ? {
                counted: typeof other === 'number' ? other : null,
                by: details.changedBy ?? 'Người khác',
                at: details.changedAt ?? null,
              }
            : null,
      })
      await queryClient.invalidateQueries({ queryKey: api.headCount.key() })
    }
  }

  /** Numbers of one room go one after the other, each over the version of the one before. */
  function queue(room: CountRoom, counted: number | null) {
    mark(room.roomId, { counted, state: 'sending', message: '', theirs: null })
    const before = sending.current.get(room.roomId) ?? Promise.resolve()
    sending.current.set(
      room.roomId,
      before.then(() => send(room, counted)),
    )
  }

  function enter(room: CountRoom, counted: number | null) {
    const shown = unsettled.get(room.roomId)?.counted ?? room.counted
    if (shown === counted && !unsettled.has(room.roomId)) return
    setSteps([...steps, { roomId: room.roomId, before: shown }])
    queue(room, counted)
  }

  return {
    unsettled,
    enter,
    insist: (room) => queue(room, unsettled.get(room.roomId)?.counted ?? null),
    yieldTo: (room) => mark(room.roomId, null),
    undo: () => {
      const last = steps.at(-1)
      const room = rooms.find(({ roomId }) => roomId === last?.roomId)
      if (!last || !room) return
      setSteps(steps.slice(0, -1))
      queue(room, last.before)
    },
    canUndo: steps.length > 0,
  }
}
