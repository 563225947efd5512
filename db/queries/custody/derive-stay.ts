import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import type { CustodySpan } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { rollKeyOf } from '#domain/roll/roll-count.ts'
import { rollDeltas, type RollDelta } from '#domain/roll/roll-deltas.ts'
import { clockOfStay, type ClockRules } from '#domain/stay/clock-of-stay.ts'
import type { Insertable } from 'kysely'
import type { RosterTable } from '../../schema/roster.ts'
import type { StayStateTable } from '../../schema/stay-state.ts'
import type { BedPlace, StayFacts } from './reader.ts'

/** Everything that follows from a stay's events: what the derived tables hold of it. */
export interface DerivedStay {
  timeline: CustodySpan[]
  state: Insertable<StayStateTable> | null
  /** Null when the stay is not on the roll. */
  roster: Insertable<RosterTable> | null
  deltas: RollDelta[]
}

/** Computes a stay's part of stay_state, roster and census from its facts, its events and the rules alone. */
export function deriveStay(
  facts: StayFacts,
  events: readonly CustodyEvent[],
  findBed: (bedId: string) => BedPlace | null,
  rules: ClockRules,
): DerivedStay {
  if (facts.isCancelled) return { timeline: [], state: null, roster: null, deltas: [] }
  const { timeline, current } = replayCustody(events, { initialTrack: facts.initialTrack })
  const context = { sex: facts.sex, zoneOfBed: (bedId: string) => findBed(bedId)?.zoneId ?? null }
  const first = timeline[0]
  if (current === null || first === undefined) return { timeline, state: null, roster: null, deltas: [] }
  const zoneId = rollKeyOf(current, context)?.zoneId ?? null
  const isEnded = current.state === 'ended'
  const endOn = isEnded ? null : clockOfStay(facts, events, rules).endOn
  const state = {
    stay_id: facts.stayId,
    person_id: facts.personId,
    state: current.state,
    track: current.track,
    out_kind: current.outKind,
    is_suspended: current.suspended ? 1 : 0,
    bed_id: current.bedId,
    zone_id: zoneId,
    since_at: current.since,
    out_until: current.outUntil,
    received_at: first.from,
    ended_at: isEnded ? current.from : null,
    ended_kind: current.endedKind,
    end_on: endOn,
  }
  const deltas = rollDeltas(timeline, context)
  if (current.state === 'ended' || current.state === 'expected')
    return { timeline, state, roster: null, deltas }
  const bed = current.bedId === null ? null : findBed(current.bedId)
  const roster = {
    stay_id: facts.stayId,
    person_id: facts.personId,
    sort_key: facts.sortKey,
    name: facts.name,
    birth_on: facts.birthOn,
    birth_precision: facts.birthPrecision,
    sex: facts.sex,
    ordinal: facts.ordinal,
    track: current.track,
    term_regime: facts.termRegime,
    state: current.state,
    out_kind: current.outKind,
    is_suspended: current.suspended ? 1 : 0,
    bed_id: current.bedId,
    bed_code: bed?.code ?? null,
    room_id: bed?.roomId ?? null,
    zone_id: zoneId,
    since_at: current.since,
    out_until: current.outUntil,
    received_at: first.from,
    end_on: endOn,
  }
  return { timeline, state, roster, deltas }
}
