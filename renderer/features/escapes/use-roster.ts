import { useEffect, useRef, useState } from 'react'
import type { RosterZone } from '#domain/contract/escape-roster.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { drawAnew } from '#renderer/features/dossier/desk-file.ts'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'

/** Longest side of a face on the roster, in pixels: thousands of whole photos are more than a PC prints. */
const FACE_SIDE = 240
const AT_ONCE = 4
/** So many faces between two words of how far it is. */
const TELL_EVERY = 20

/** How far the roster is. */
export interface RosterProgress {
  done: number
  of: number
  step: string
}

/** One zone laid out, with its faces drawn small; a face that does not come leaves an empty frame. */
interface LaidZone extends RosterZone {
  faces: ReadonlyMap<string, string>
}

async function faceOf(photoId: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(photoUrl(photoId) ?? '', { credentials: 'same-origin', signal })
    const small = response.ok ? await drawAnew(await response.blob(), FACE_SIDE) : null
    return small && URL.createObjectURL(small)
  } catch {
    return null
  }
}

async function facesOf(
  zone: RosterZone,
  signal: AbortSignal,
  tell: (done: number, of: number) => void,
): Promise<Map<string, string>> {
  const waiting = zone.rooms.flatMap(({ people }) => people.flatMap(({ photoId }) => photoId ?? []))
  const of = waiting.length
  const faces = new Map<string, string>()
  let done = 0
  async function work() {
    for (let id = waiting.pop(); id !== undefined && !signal.aborted; id = waiting.pop()) {
      const face = await faceOf(id, signal)
      if (face !== null) faces.set(id, face)
      done += 1
      if (done % TELL_EVERY === 0) tell(done, of)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return faces
}

/** Lays the roster out a zone at a time: its people, then their faces. */
export function useRoster() {
  const [zones, setZones] = useState<readonly LaidZone[]>([])
  const [progress, setProgress] = useState<RosterProgress | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isWhole, setIsWhole] = useState(false)
  const running = useRef<AbortController>(null)
  const drawn = useRef<string[]>([])

  function stop() {
    running.current?.abort()
    running.current = null
  }
  function forget() {
    for (const url of drawn.current) URL.revokeObjectURL(url)
    drawn.current = []
  }
  useEffect(
    () => () => {
      stop()
      forget()
    },
    [],
  )

  async function lay(asked: readonly { id: string | null; name: string }[]) {
    stop()
    forget()
    const control = new AbortController()
    running.current = control
    const { signal } = control
    setZones([])
    setIsWhole(false)
    setProblem(null)
    try {
      for (const [done, { id, name }] of asked.entries()) {
        const tell = (step: string) => setProgress({ done, of: asked.length, step })
        tell(name)
        const zone = await hub.escapes.roster({ zoneId: id })
        const faces = await facesOf(zone, signal, (got, of) => tell(`${name}: ${got}/${of} ảnh`))
        drawn.current.push(...faces.values())
        if (signal.aborted) return
        if (zone.people > 0) setZones((before) => [...before, { ...zone, faces }])
      }
      setIsWhole(true)
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      if (running.current === control || signal.aborted) setProgress(null)
    }
  }

  return { zones, isWhole, progress, problem, lay, stop }
}
