import { OUT_KINDS, type OutKind } from '../custody/event-kinds.ts'
import type { CustodySpan } from '../custody/custody-span.ts'
import type { Sex } from '../people/sex.ts'
import type { Track } from '../stay/track.ts'

/** How a person on the roll is counted: exactly one of these. */
export const ROLL_STATES = [
  'inside',
  'out:funeral',
  'out:hospital',
  'out:proceedings',
  'out:home-treatment',
  'out:court',
  'out:work-outside',
  'out:other',
  'suspended',
  'escaped',
  'interrupted',
] as const satisfies readonly ('inside' | `out:${OutKind}` | 'suspended' | 'escaped' | 'interrupted')[]
export type RollState = (typeof ROLL_STATES)[number]

/** Under what a person on the roll is counted, on the screen, in the census and in the reports. */
export interface RollKey {
  /**
   * The zone of the bed held. Someone out, escaped, suspended or in prison stays with the zone of the last bed, so
   * that a zone's figures add up to those it answers for; null (chưa xếp) inside without a bed, or never placed.
   */
  zoneId: string | null
  track: Track
  sex: Sex
  state: RollState
}

/** Persons by the words for counting; `out` holds no suspended ones. */
export interface RollCount {
  onRoll: number
  present: number
  inZone: number
  out: Record<OutKind, number>
  suspended: number
  escaped: number
  interrupted: number
  /** In zone, but without a bed yet. */
  awaitingBed: number
}

/** One count in total and by each way of splitting it. A zone is there once someone was counted in it. */
export interface RollBreakdown {
  total: RollCount
  byZone: Map<string | null, RollCount>
  byTrack: Record<Track, RollCount>
  bySex: Record<Sex, RollCount>
}

/** What a stay's events do not say but its counting needs. */
export interface RollContext {
  sex: Sex
  /** The zone a bed stands in; null for a bed no longer known. */
  zoneOfBed: (bedId: string) => string | null
}

/** The key under which a span is counted, or null when it is not on the roll. */
export function rollKeyOf(span: CustodySpan | null, context: RollContext): RollKey | null {
  if (span === null) return null
  const state = rollStateOf(span)
  if (state === null) return null
  const bedId = state === 'inside' ? span.bedId : span.lastBedId
  const zoneId = bedId === null ? null : context.zoneOfBed(bedId)
  return { zoneId, track: span.track, sex: context.sex, state }
}

function rollStateOf(span: CustodySpan): RollState | null {
  switch (span.state) {
    case 'inside':
    case 'escaped':
    case 'interrupted':
      return span.state
    case 'out':
      return span.suspended ? 'suspended' : `out:${span.outKind ?? 'other'}`
    case 'expected':
    case 'ended':
      return null
  }
}

/** A count of nobody. */
export function emptyRollCount(): RollCount {
  const out: Record<OutKind, number> = {
    funeral: 0,
    hospital: 0,
    proceedings: 0,
    'home-treatment': 0,
    court: 0,
    'work-outside': 0,
    other: 0,
  }
  return { onRoll: 0, present: 0, inZone: 0, out, suspended: 0, escaped: 0, interrupted: 0, awaitingBed: 0 }
}

/** Adds `persons` (negative to take away) counted under the key to the count, in place. */
export function addToRollCount(count: RollCount, key: RollKey, persons: number): void {
  count.onRoll += persons
  switch (key.state) {
    case 'suspended':
    case 'escaped':
    case 'interrupted':
      count[key.state] += persons
      return
    case 'inside':
      count.present += persons
      count.inZone += persons
      if (key.zoneId === null) count.awaitingBed += persons
      return
    default: {
      count.present += persons
      count.out[outKindOf(key.state)] += persons
    }
  }
}

function outKindOf(state: Extract<RollState, `out:${string}`>): OutKind {
  return OUT_KINDS.find((kind) => state === `out:${kind}`) ?? 'other'
}

/** A breakdown of nobody. */
export function emptyRollBreakdown(): RollBreakdown {
  return {
    total: emptyRollCount(),
    byZone: new Map(),
    byTrack: { compulsory: emptyRollCount(), voluntary: emptyRollCount(), held: emptyRollCount() },
    bySex: { male: emptyRollCount(), female: emptyRollCount() },
  }
}

/** Adds `persons` (negative to take away) counted under the key everywhere they belong, in place. */
export function addToRollBreakdown(breakdown: RollBreakdown, key: RollKey, persons: number): void {
  addToRollCount(breakdown.total, key, persons)
  addToRollCount(breakdown.byTrack[key.track], key, persons)
  addToRollCount(breakdown.bySex[key.sex], key, persons)
  const zone = breakdown.byZone.get(key.zoneId) ?? emptyRollCount()
  breakdown.byZone.set(key.zoneId, zone)
  addToRollCount(zone, key, persons)
}
