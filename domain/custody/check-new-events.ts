import type { Problem } from '../errors.ts'
import type { Track } from '../stay/track.ts'
import { formatInstant, instantMs, type Instant } from '../time/instant.ts'
import type { CustodyEvent } from './custody-event.ts'
import { nameEvent, type CustodyProblem } from './refusal.ts'
import { replayCustody } from './replay.ts'

/** Desks' clocks differ a little from the hub's. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * May these events be added to a stay's line? Refuses what lies in the future (more than 5 minutes after `now`),
 * what cannot have happened at its moment, and what would make an event already recorded for later impossible,
 * naming that event. Candidates are judged together, so that a correction and the event that replaces it are
 * one act; their `seq` is the one they will get. Returns no problem when all may be written.
 */
export function checkNewEvents(
  existing: readonly CustodyEvent[],
  candidates: readonly CustodyEvent[],
  settings: { initialTrack: Track; now: Instant },
): Problem[] {
  const latest = instantMs(settings.now) + CLOCK_TOLERANCE_MS
  const future = candidates.filter(({ at }) => instantMs(at) > latest)
  if (future.length > 0) {
    return future.map(({ kind, at }) => ({
      code: 'in-the-future',
      message:
        `Không ghi được ${nameEvent(kind, at)}: thời điểm này chưa tới ` +
        `(bây giờ là ${formatInstant(settings.now)}). Sửa lại ngày giờ.`,
      field: 'at',
    }))
  }
  const known = new Set(replayCustody(existing, settings).problems.map(sameProblem))
  const after = replayCustody([...existing, ...candidates], settings).problems
  const byId = new Map([...existing, ...candidates].map((event) => [event.id, event]))
  const own = new Set(candidates.map(({ id }) => id))
  const fresh = after.filter((problem) => own.has(problem.eventId) || !known.has(sameProblem(problem)))
  return fresh.map((problem) => {
    if (own.has(problem.eventId)) return { code: problem.code, message: problem.message, field: 'at' }
    return laterImpossible(problem, byId, candidates)
  })
}

function sameProblem({ eventId, code }: CustodyProblem): string {
  return `${eventId} ${code}`
}

function laterImpossible(
  problem: CustodyProblem,
  byId: ReadonlyMap<string, CustodyEvent>,
  candidates: readonly CustodyEvent[],
): Problem {
  const later = byId.get(problem.eventId)
  const laterName = later ? nameEvent(later.kind, later.at) : 'một việc đã ghi'
  const acts = candidates.map((event) => nameCandidate(event, byId)).join(' và ')
  return {
    code: 'later-event-impossible',
    message: `Không ${acts} được vì sau đó đã ghi ${laterName}: ${problem.cause} Đính chính ${laterName} trước.`,
    field: 'at',
  }
}

function nameCandidate(event: CustodyEvent, byId: ReadonlyMap<string, CustodyEvent>): string {
  if (event.kind !== 'corrected') return `ghi ${nameEvent(event.kind, event.at)}`
  const target = byId.get(event.facts.cancels)
  return target ? `hủy ${nameEvent(target.kind, target.at)}` : `ghi ${nameEvent(event.kind, event.at)}`
}
