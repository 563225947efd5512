import type { Problem } from '../errors.ts'
import { assessBed, type PlacementSettings } from './assess-bed.ts'
import type { KeepApart } from './keep-apart.ts'
import type { BedWithRoom, Occupant, PlacementPerson } from './placement-person.ts'

/** One of the two who change places: the person and the bed held now, with everybody in its room. */
export interface SwapSide extends BedWithRoom {
  person: PlacementPerson
  keepApart: readonly KeepApart[]
}

/** What stands against a swap; each sentence begins with the name of the one it concerns. */
export interface SwapCheck {
  hard: Problem[]
  soft: Problem[]
}

/**
 * May two people change beds in one act? Each is judged in the other's bed as things stand after the swap: neither
 * is in the way of the other, and a pair kept apart is looked at where both end up.
 */
export function checkSwap(a: SwapSide, b: SwapSide, settings: PlacementSettings): SwapCheck {
  if (a.person.stayId === b.person.stayId || a.bed.bedId === b.bed.bedId) {
    const message = 'Chọn hai người ở hai giường khác nhau để đổi chỗ.'
    return { hard: [{ code: 'swap-same', message }], soft: [] }
  }
  const moved = [side(a), side(b)].filter((missing) => missing !== undefined)
  if (moved.length > 0) return { hard: moved, soft: [] }
  const first = assessSide(a, b, settings)
  const second = assessSide(b, a, settings)
  return { hard: [...first.hard, ...second.hard], soft: [...first.soft, ...second.soft] }
}

function side({ person, bed, occupants }: SwapSide): Problem | undefined {
  if (occupants.some(({ stayId, bedId }) => stayId === person.stayId && bedId === bed.bedId)) return undefined
  const message = `${person.name} không còn ở giường ${bed.code}. Chọn lại hai người để đổi chỗ.`
  return { code: 'swap-moved', message }
}

function assessSide(mover: SwapSide, other: SwapSide, settings: PlacementSettings): SwapCheck {
  const occupants = other.occupants
    .filter(({ stayId }) => stayId !== mover.person.stayId)
    .flatMap((occupant) => afterSwap(occupant, mover, other))
  const keepApart = mover.keepApart.map((pair): KeepApart => {
    if (pair.otherPersonId !== other.person.personId) return pair
    return { ...pair, otherRoomId: mover.bed.roomId, otherZoneId: mover.bed.zoneId }
  })
  const { person } = mover
  const { hard, soft } = assessBed({ person, bed: other.bed, occupants, keepApart, settings })
  return {
    hard: hard.map((problem) => named(person, problem)),
    soft: soft.map((problem) => named(person, problem)),
  }
}

/** The other one stays in the room only when both beds are in it. */
function afterSwap(occupant: Occupant, mover: SwapSide, other: SwapSide): Occupant[] {
  if (occupant.stayId !== other.person.stayId) return [occupant]
  return mover.bed.roomId === other.bed.roomId ? [{ ...occupant, bedId: mover.bed.bedId }] : []
}

function named({ name }: PlacementPerson, problem: Problem): Problem {
  return { ...problem, message: `${name} → ${problem.message}` }
}
