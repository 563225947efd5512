import type { Sex } from '#domain/people/sex.ts'
import { addDays } from '#domain/time/day.ts'
import { atTime, dayOf, type Instant } from '#domain/time/instant.ts'

/** The largest number of people present a seed makes. */
export const MOST_PEOPLE = 50_000

/** People who live beside each other: they and their beds are invented together, whatever the size of the whole. */
export interface SeedBlock {
  index: number
  sex: Sex
  kind: 'compulsory' | 'voluntary' | 'women'
  /** Code of the zone of their rooms. */
  zone: string
  /** People present, and away by escape, suspension or prison, at the end. */
  present: number
  away: number
  /** Stays that ended before. */
  past: number
}

export interface SeedPlan {
  seed: string
  /** The moment at which the history ends: 08:00 of a day. */
  asOf: Instant
  blocks: readonly SeedBlock[]
  /** Codes of the zones of ordinary rooms for men under decisions. */
  mainZones: readonly string[]
}

const BLOCK_SIZE = 40
const AWAY_SHARE = 0.025
const WOMEN_SHARE = 0.065
const VOLUNTARY_SHARE = 0.1
const PEOPLE_PER_ZONE = 100
const ZONE_LETTERS = 'A B C D E G H I K M O P Q R S T U X Y'.split(' ')

/** 08:00 in Viet Nam of today, or of yesterday before that: seeding twice in a day gives the same rows. */
export function seedMoment(now: Instant): Instant {
  const morning = atTime(dayOf(now), '08:00')
  return morning <= now ? morning : atTime(addDays(dayOf(now), -1), '08:00')
}

/** Stays that ended in ten years, for so many people present: a centre turns over faster than the whole country. */
export function pastStaysFor(people: number): number {
  return Math.round(people * (people <= 5000 ? 2500 / 320 : 5))
}

/** Divides people into blocks and these into zones. */
export function planSeed(people: number, seed: string, asOf: Instant): SeedPlan {
  const women = people < 20 ? 0 : Math.round(people * WOMEN_SHARE)
  const voluntary = people < 20 ? 0 : Math.round(people * VOLUNTARY_SHARE)
  const men = people - women - voluntary
  const zoneCount = Math.max(1, Math.min(2 * ZONE_LETTERS.length, Math.round(men / PEOPLE_PER_ZONE)))
  const mainZones = [...ZONE_LETTERS, ...ZONE_LETTERS.map((letter) => `${letter}X`)].slice(0, zoneCount)
  const groups = [
    ...split(men).map((present, i, all) => ({
      sex: 'male' as const,
      kind: 'compulsory' as const,
      zone: mainZones[Math.floor((i * zoneCount) / all.length)] ?? 'A',
      present,
    })),
    ...split(voluntary).map((present) => ({
      sex: 'male' as const,
      kind: 'voluntary' as const,
      zone: 'V',
      present,
    })),
    ...split(women).map((present) => ({
      sex: 'female' as const,
      kind: 'women' as const,
      zone: 'N',
      present,
    })),
  ]
  const past = pastStaysFor(people)
  const away = Math.round(people * AWAY_SHARE)
  let before = 0
  const blocks = groups.map((group, index) => {
    const share = (whole: number, upTo: number) => Math.round((whole * upTo) / people)
    const after = before + group.present
    const block = {
      index,
      ...group,
      past: share(past, after) - share(past, before),
      away: share(away, after) - share(away, before),
    }
    before = after
    return block
  })
  return { seed, asOf, blocks, mainZones }
}

function split(people: number): number[] {
  const count = Math.ceil(people / BLOCK_SIZE)
  return Array.from(
    { length: count },
    (_, i) => Math.floor(((i + 1) * people) / count) - Math.floor((i * people) / count),
  )
}
