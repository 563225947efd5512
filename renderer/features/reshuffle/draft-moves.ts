import type { ReshuffleBedLine, ReshuffleLodgerLine } from '#domain/contract/reshuffle.ts'
import type { ReshuffleMove } from '#domain/placement/reshuffle.ts'

/** The zone as it would be: who lies in which bed once the moves are made. */
export function layOut(
  lodgers: readonly ReshuffleLodgerLine[],
  moves: readonly ReshuffleMove[],
): Map<string, ReshuffleLodgerLine[]> {
  const target = new Map(moves.map(({ stayId, toBedId }) => [stayId, toBedId]))
  return Map.groupBy(lodgers, ({ stayId, bedId }) => target.get(stayId) ?? bedId)
}

/**
 * Puts somebody into a bed of the draft. Whoever would lie there comes to the bed the other one leaves: two change
 * places. Back in the bed held now, a person has no move.
 */
export function moveInDraft(
  zone: { lodgers: readonly ReshuffleLodgerLine[]; moves: readonly ReshuffleMove[] },
  stayId: string,
  toBedId: string,
): ReshuffleMove[] {
  const heldBy = layOut(zone.lodgers, zone.moves)
  const from = [...heldBy].find(([, people]) => people.some((person) => person.stayId === stayId))?.[0]
  if (from === undefined || from === toBedId) return [...zone.moves]
  const others = heldBy.get(toBedId) ?? []
  const targets = new Map(zone.moves.map((move) => [move.stayId, move.toBedId]))
  targets.set(stayId, toBedId)
  for (const other of others) targets.set(other.stayId, from)
  return zone.lodgers.flatMap(({ stayId: id, bedId }): ReshuffleMove[] => {
    const to = targets.get(id) ?? bedId
    return to === bedId ? [] : [{ stayId: id, fromBedId: bedId, toBedId: to }]
  })
}

/** Beds by room, in the order of the codes. */
export function roomsOf(
  beds: readonly ReshuffleBedLine[],
): { id: string; code: string; beds: ReshuffleBedLine[] }[] {
  return [...Map.groupBy(beds, ({ roomId }) => roomId)].map(([id, inRoom]) => ({
    id,
    code: inRoom[0]?.roomCode ?? '',
    beds: inRoom,
  }))
}
