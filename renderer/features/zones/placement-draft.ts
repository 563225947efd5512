import type { BedChoice, Lodger } from '#domain/contract/placement.ts'
import type { HubError } from '#renderer/api/hub-error.ts'

/** One person of a placement being prepared. */
export interface DraftLine {
  person: Lodger
  eventId: string
  bed: BedChoice | null
  /** Why no bed was found. */
  why: string
  /** Sets soft rules aside; only asked for where there are any. */
  reason: string
}

/** Lines that can be sent: those with a bed. */
export function readyLines(lines: readonly DraftLine[]): DraftLine[] {
  return lines.filter(({ bed }) => bed !== null)
}

/** Lines whose bed a soft rule speaks against and whose reason is still missing. */
export function unexplainedLines(lines: readonly DraftLine[]): DraftLine[] {
  return readyLines(lines).filter(({ bed, reason }) => bed && bed.soft.length > 0 && reason.trim() === '')
}

/** Gives one person the bed; whoever had it in the draft is without one again. */
export function chooseBed(lines: readonly DraftLine[], stayId: string, bed: BedChoice): DraftLine[] {
  return lines.map((line) => {
    if (line.person.stayId === stayId) return { ...line, bed }
    if (line.bed?.bedId === bed.bedId)
      return { ...line, bed: null, why: 'Giường vừa dành cho người khác. Chọn giường.' }
    return line
  })
}

/** Sentences of a refusal by stay: the hub names the line by its place in what was sent. */
export function problemsByStay(error: HubError, sent: readonly DraftLine[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { field, message } of error.details.problems ?? []) {
    const index = /^placements\.(\d+)\./.exec(field ?? '')?.[1]
    const line = index === undefined ? undefined : sent[Number(index)]
    if (line && !found.has(line.person.stayId)) found.set(line.person.stayId, message)
  }
  return found
}

/** The button that commits, in the words of the act. */
export function commitLabel(lines: readonly DraftLine[]): string {
  const ready = readyLines(lines)
  const [only] = ready
  if (ready.length === 1 && only?.bed) {
    return `${only.person.bedId === null ? 'Xếp' : 'Chuyển'} ${only.person.name} vào ${only.bed.code}`
  }
  const moved = ready.filter(({ person }) => person.bedId !== null).length
  if (moved === ready.length && moved > 0) return `Chuyển ${moved} người`
  return moved === 0 ? `Xếp ${ready.length} người` : `Xếp, chuyển ${ready.length} người`
}
