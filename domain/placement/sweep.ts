import { OUT_KIND_LABELS, type OutKind } from '../custody/event-kinds.ts'
import { daysBetween, formatDay } from '../time/day.ts'
import { dayOf, type Instant } from '../time/instant.ts'
import { assessBed, type PlacementSettings } from './assess-bed.ts'
import type { KeepApart } from './keep-apart.ts'
import type { Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'
import type { SweepKind } from './sweep-kinds.ts'

/** Somebody who holds a bed, with the bed and whom he or she is kept apart from. */
export interface SweptLodger {
  person: PlacementPerson
  bed: PlacementBed
  keepApart: readonly KeepApart[]
  /** Why and since when the person is not in the centre; null for whoever is. */
  away: { kind: OutKind | 'escaped' | 'interrupted'; since: Instant } | null
}

/** Something wrong with a bed that is held. `mark` is the same each time the same thing is found. */
export interface SweepFinding {
  mark: string
  kind: SweepKind
  zoneId: string
  placeCode: string
  personId: string
  otherId: string | null
  sentence: string
  isHard: boolean
}

/** All who hold beds, and what the centre holds to. */
export interface SweepQuestion {
  lodgers: readonly SweptLodger[]
  settings: PlacementSettings
  now: Instant
  /** Calendar days outside after which a bed still kept is a finding. */
  outDays: number
}

/** What {@link assessBed} calls a problem, by what the sweep calls it; the rest is advice for a new placement only. */
const KIND_OF_CODE: Readonly<Record<string, SweepKind>> = {
  sex: 'sex',
  'private-room': 'private-room',
  age: 'age',
  infection: 'infection',
  'alert-protected': 'alert',
  'alert-violent-neighbour': 'alert',
  'bed-out-of-service': 'bed-out-of-service',
}

/**
 * Looks over every bed held, by the same rules as a placement: what has become wrong because a pair was recorded, a
 * room or a person's file changed, or somebody stayed away. Each thing once, in the order of the lodgers.
 */
export function sweepFindings({ lodgers, settings, now, outDays }: SweepQuestion): SweepFinding[] {
  const byRoom = Map.groupBy(lodgers, ({ bed }) => bed.roomId)
  const found = new Map<string, SweepFinding>()
  for (const lodger of lodgers) {
    const others = (byRoom.get(lodger.bed.roomId) ?? []).map(asOccupant)
    const findings = [
      ...pairsOf(lodger),
      ...roomOf(lodger, others, settings),
      ...crowding(lodger, others.length),
      ...awayTooLong(lodger, now, outDays),
    ]
    for (const finding of findings) if (!found.has(finding.mark)) found.set(finding.mark, finding)
  }
  return [...found.values()]
}

function asOccupant({ person, bed }: SweptLodger): Occupant {
  return { ...person, bedId: bed.bedId, since: '' }
}

function finding(
  { person, bed }: SweptLodger,
  what: Pick<SweepFinding, 'kind' | 'sentence' | 'isHard'> & { otherId?: string; key?: string },
): SweepFinding {
  const { kind, sentence, isHard, otherId = null } = what
  const mark = what.key ?? `${kind}|${person.personId}|${bed.bedId}`
  return {
    mark,
    kind,
    sentence,
    isHard,
    otherId,
    zoneId: bed.zoneId,
    placeCode: bed.code,
    personId: person.personId,
  }
}

function pairsOf(lodger: SweptLodger): SweepFinding[] {
  const { person, bed } = lodger
  return lodger.keepApart.flatMap((pair): SweepFinding[] => {
    const isRoom = pair.otherRoomId === bed.roomId
    if (!isRoom && (pair.level !== 'zone' || pair.otherZoneId !== bed.zoneId)) return []
    const kind = isRoom ? 'keep-apart-room' : 'keep-apart-zone'
    const pairMark = [person.personId, pair.otherPersonId].toSorted().join('|')
    const sentence = isRoom
      ? `${person.name} và ${pair.otherName} không được xếp chung nhưng đang cùng phòng ${bed.roomCode}. Chuyển một người.`
      : `${person.name} và ${pair.otherName} không được ở cùng khu nhưng đang cùng khu. Chuyển một người sang khu khác.`
    return [
      finding(lodger, {
        kind,
        sentence,
        isHard: isRoom,
        otherId: pair.otherPersonId,
        key: `${kind}|${pairMark}|${isRoom ? bed.roomId : bed.zoneId}`,
      }),
    ]
  })
}

function roomOf(
  lodger: SweptLodger,
  occupants: readonly Occupant[],
  settings: PlacementSettings,
): SweepFinding[] {
  const { person, bed } = lodger
  const { hard, soft } = assessBed({ person, bed, occupants, keepApart: [], settings })
  return [...hard, ...soft].flatMap(({ code, message }): SweepFinding[] => {
    const kind = KIND_OF_CODE[code]
    if (kind === undefined) return []
    const sentence = `${person.name} (${bed.code}): ${message}`
    return [finding(lodger, { kind, sentence, isHard: hard.some((problem) => problem.code === code) })]
  })
}

function crowding(lodger: SweptLodger, people: number): SweepFinding[] {
  const { capacity, roomCode, roomId } = lodger.bed
  if (!capacity || people <= capacity.inUse) return []
  const isHard = people > capacity.maximum
  const limit = isHard ? `tối đa ${capacity.maximum}` : `sử dụng ${capacity.inUse}`
  const sentence = `Phòng ${roomCode} có ${people} người giữ giường, vượt sức chứa ${limit}. Chuyển bớt người.`
  return [finding(lodger, { kind: 'over-capacity', sentence, isHard, key: `over-capacity|${roomId}` })]
}

function awayTooLong(lodger: SweptLodger, now: Instant, outDays: number): SweepFinding[] {
  const { away, person, bed } = lodger
  if (!away) return []
  const days = daysBetween(dayOf(away.since), dayOf(now))
  if (days < outDays) return []
  const why =
    away.kind === 'escaped'
      ? 'bỏ trốn'
      : away.kind === 'interrupted'
        ? 'gián đoạn'
        : OUT_KIND_LABELS[away.kind].toLowerCase()
  const sentence = `${person.name} ${why} từ ${formatDay(dayOf(away.since))} (${days} ngày), vẫn giữ giường ${bed.code}. Cho rời giường nếu cần chỗ.`
  return [finding(lodger, { kind: 'out-too-long', sentence, isHard: false })]
}
