import type { Problem } from '../errors.ts'
import { assessBed, type PlacementSettings } from './assess-bed.ts'
import type { KeepApart } from './keep-apart.ts'
import { comparePlaceCodes } from './place-kinds.ts'
import type { Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'

/** How far a draft that lays a zone out anew (sắp xếp lại cả khu) has come. */
export const RESHUFFLE_STATES = ['draft', 'done', 'undone', 'cancelled'] as const
export type ReshuffleState = (typeof RESHUFFLE_STATES)[number]

export const RESHUFFLE_STATE_LABELS: Record<ReshuffleState, string> = {
  draft: 'Bản nháp',
  done: 'Đã thực hiện',
  undone: 'Đã hoàn tác',
  cancelled: 'Đã bỏ',
}

/** One person of a draft: the bed held when it was drawn up, and the bed to go to. */
export interface ReshuffleMove {
  stayId: string
  fromBedId: string
  toBedId: string
}

/** Somebody of the zone with the bed held now. */
export interface ReshuffleLodger {
  person: PlacementPerson
  bedId: string
  keepApart: readonly KeepApart[]
}

/** A zone as it is: everybody who holds a bed of it, and its beds, held and free, out of service too. */
export interface ZoneLayout {
  lodgers: readonly ReshuffleLodger[]
  beds: readonly PlacementBed[]
  settings: PlacementSettings
}

/** What stands against one person's bed once all moves are made. */
export interface ReshuffleProblem {
  stayId: string
  hard: Problem[]
  soft: Problem[]
}

/** Where everybody lies, in thought. */
class Layout {
  readonly #zone: ZoneLayout
  readonly #beds: ReadonlyMap<string, PlacementBed>
  readonly #lodgers: ReadonlyMap<string, ReshuffleLodger>
  readonly #stayOfPerson: ReadonlyMap<string, string>
  readonly #bedOf = new Map<string, string>()
  readonly #inRoom = new Map<string, Set<string>>()

  constructor(zone: ZoneLayout, moves: readonly ReshuffleMove[]) {
    this.#zone = zone
    this.#beds = new Map(zone.beds.map((bed) => [bed.bedId, bed]))
    this.#lodgers = new Map(zone.lodgers.map((lodger) => [lodger.person.stayId, lodger]))
    this.#stayOfPerson = new Map(zone.lodgers.map(({ person }) => [person.personId, person.stayId]))
    const targets = new Map(moves.map(({ stayId, toBedId }) => [stayId, toBedId]))
    for (const { person, bedId } of zone.lodgers) this.lay(person.stayId, targets.get(person.stayId) ?? bedId)
  }

  bedOf(stayId: string): PlacementBed | undefined {
    return this.#beds.get(this.#bedOf.get(stayId) ?? '')
  }

  lay(stayId: string, bedId: string): void {
    this.#roomOf(this.#bedOf.get(stayId))?.delete(stayId)
    this.#bedOf.set(stayId, bedId)
    this.#roomOf(bedId)?.add(stayId)
  }

  #roomOf(bedId: string | undefined): Set<string> | undefined {
    const roomId = this.#beds.get(bedId ?? '')?.roomId
    if (roomId === undefined) return undefined
    const known = this.#inRoom.get(roomId)
    if (known) return known
    const fresh = new Set<string>()
    this.#inRoom.set(roomId, fresh)
    return fresh
  }

  /** What stands against the person where he or she would lie. */
  problems(stayId: string): ReshuffleProblem {
    const lodger = this.#lodgers.get(stayId)
    const bed = this.bedOf(stayId)
    if (!lodger || !bed) return { stayId, hard: [], soft: [] }
    const occupants = [...(this.#inRoom.get(bed.roomId) ?? [])].flatMap((id): Occupant[] => {
      const other = this.#lodgers.get(id)
      return other ? [{ ...other.person, bedId: this.#bedOf.get(id) ?? '', since: '' }] : []
    })
    const keepApart = lodger.keepApart.map((pair): KeepApart => {
      const there = this.bedOf(this.#stayOfPerson.get(pair.otherPersonId) ?? '')
      return there ? { ...pair, otherRoomId: there.roomId, otherZoneId: there.zoneId } : pair
    })
    const { hard, soft } = assessBed({
      person: lodger.person,
      bed,
      occupants: occupants.filter((other) => other.stayId === stayId || other.bedId !== bed.bedId),
      keepApart,
      settings: this.#zone.settings,
    })
    const sharing = occupants.find((other) => other.stayId !== stayId && other.bedId === bed.bedId)
    if (!sharing) return { stayId, hard, soft: soft.filter(({ code }) => !isAdvice(code)) }
    const message = `Giường ${bed.code} được xếp cho cả ${lodger.person.name} và ${sharing.name}. Chọn giường khác cho một người.`
    return { stayId, hard: [{ code: 'bed-twice', message }, ...hard], soft }
  }

  /** How bad it is for the person; 0 when nothing stands against the bed. */
  cost(stayId: string): number {
    const { hard, soft } = this.problems(stayId)
    return hard.length * HARD_COST + soft.length
  }
}

const HARD_COST = 100

/** Alerts to be read before a bed is given say nothing against one bed rather than another. */
function isAdvice(code: string): boolean {
  return code.startsWith('alert-') && code !== 'alert-violent-neighbour'
}

/** Everything that would stand against the zone once the moves are made; people without a problem are left out. */
export function judgeReshuffle(zone: ZoneLayout, moves: readonly ReshuffleMove[]): ReshuffleProblem[] {
  const layout = new Layout(zone, moves)
  return zone.lodgers
    .map(({ person }) => layout.problems(person.stayId))
    .filter(({ hard, soft }) => hard.length + soft.length > 0)
}

/** Passes over those who lie badly; each pass may free the bed another one needs. */
const PASSES = 4

/**
 * The fewest moves that put right what is wrong in a zone, by the rules of placement: whoever lies well stays. Each one
 * who does not goes to the best free bed, or changes with somebody, where both together are better off than before.
 * Beginning from `moves` already drawn up by hand. The same zone gives the same proposal on every desk.
 */
export function proposeReshuffle(zone: ZoneLayout, moves: readonly ReshuffleMove[] = []): ReshuffleMove[] {
  const layout = new Layout(zone, moves)
  const beds = zone.beds.toSorted((a, b) => comparePlaceCodes(a.code, b.code))
  const stays = zone.lodgers.map(({ person }) => person.stayId)
  const fixed = new Set(moves.map(({ stayId }) => stayId))
  for (let pass = 0; pass < PASSES; pass += 1) {
    const badly = stays
      .filter((stayId) => !fixed.has(stayId))
      .map((stayId) => ({ stayId, cost: layout.cost(stayId) }))
      .filter(({ cost }) => cost > 0)
      .toSorted((a, b) => b.cost - a.cost)
    const moved = badly.filter(({ stayId }) => improve(layout, { stayId, stays, beds, fixed }))
    if (moved.length === 0) break
  }
  return zone.lodgers.flatMap(({ person: { stayId }, bedId }): ReshuffleMove[] => {
    const toBedId = layout.bedOf(stayId)?.bedId ?? bedId
    return toBedId === bedId ? [] : [{ stayId, fromBedId: bedId, toBedId }]
  })
}

interface Search {
  stayId: string
  stays: readonly string[]
  beds: readonly PlacementBed[]
  /** Those whom a person has already given a bed by hand: they stay where they were put. */
  fixed: ReadonlySet<string>
}

/** Tries free beds first, one of each room, then changes of two. Returns true when somebody moved. */
function improve(layout: Layout, { stayId, stays, beds, fixed }: Search): boolean {
  const from = layout.bedOf(stayId)
  const before = layout.cost(stayId)
  if (!from || before === 0) return false
  const held = new Set(stays.map((id) => layout.bedOf(id)?.bedId))
  const firstFree = new Map<string, PlacementBed>()
  for (const bed of beds) {
    if (bed.outage === null && !held.has(bed.bedId) && !firstFree.has(bed.roomId))
      firstFree.set(bed.roomId, bed)
  }
  let best: { cost: number; make: () => void } | undefined
  const keep = (cost: number, make: () => void) => {
    if (cost < (best?.cost ?? before)) best = { cost, make }
  }
  for (const bed of firstFree.values()) {
    layout.lay(stayId, bed.bedId)
    keep(layout.cost(stayId), () => layout.lay(stayId, bed.bedId))
  }
  layout.lay(stayId, from.bedId)
  if (best?.cost !== 0) {
    for (const other of stays) {
      const there = layout.bedOf(other)
      if (other === stayId || fixed.has(other) || !there || there.roomId === from.roomId) continue
      const otherBefore = layout.cost(other)
      layout.lay(stayId, there.bedId)
      layout.lay(other, from.bedId)
      const change = () => {
        layout.lay(stayId, there.bedId)
        layout.lay(other, from.bedId)
      }
      keep(layout.cost(stayId) + layout.cost(other) - otherBefore, change)
      layout.lay(other, there.bedId)
      layout.lay(stayId, from.bedId)
      if (best?.cost === 0) break
    }
  }
  best?.make()
  return best !== undefined
}
