import { instantMs, type Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'

/** One look lasts this long, in milliseconds: a file that stays open and refreshes by itself is one look. */
const LOOK_MS = 10 * 60_000
const MOST_KEPT = 5000

const looks = new Map<string, number>()

/** True when this session begins to look at the file now, false while its last look lasts. */
export function beginsLook(actor: Actor, what: string, now: Instant): boolean {
  const key = `${actor.sessionId ?? actor.key}|${what}`
  const ms = instantMs(now)
  const last = looks.get(key)
  if (last !== undefined && ms - last < LOOK_MS) return false
  looks.delete(key)
  looks.set(key, ms)
  for (const oldest of looks.keys()) {
    if (looks.size <= MOST_KEPT) break
    looks.delete(oldest)
  }
  return true
}
