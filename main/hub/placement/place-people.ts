import type { WriteDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import type { LodgerRow } from '#db/queries/placement/reader.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { assessBed, DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { keptApartOf, placementPerson, RoomsNow } from './bed-questions.ts'
import { lodgerInside } from './reads.ts'

/** One person to be put into one bed; the reason sets soft rules aside. */
export interface PlacementLine {
  eventId: string
  stayId: string
  bedId: string
  reason: string | null
}

/** What stands against one line, on the field of the draft it concerns. */
function onLine(
  problems: readonly Problem[],
  index: number,
  field: 'bedId' | 'reason',
  of: { row: LodgerRow; isAlone: boolean },
): Problem[] {
  return problems.map(({ code, message }) => ({
    code,
    // Whom it is about goes without saying where only one person is placed.
    message: of.isAlone ? message : `${of.row.name}: ${message}`,
    field: `placements.${index}.${field}`,
  }))
}

/**
 * Puts people into beds or moves them, all or none, in the order given, each judged as the beds stand then.
 * @throws AppError `rule_violated` with a problem per line that cannot be, `not_found`
 */
export function placePeople(
  db: WriteDb,
  context: WriteContext,
  input: { placements: readonly PlacementLine[]; at: Instant | null },
): { events: { stayId: string; eventId: string }[] } {
  const problems: Problem[] = []
  const at = input.at ?? context.now
  for (const [index, line] of input.placements.entries()) {
    const row = lodgerInside(db, line.stayId)
    const found = placeOne(db, context, { line, row, at })
    const of = { row, isAlone: input.placements.length === 1 }
    problems.push(
      ...onLine(found.hard, index, 'bedId', of),
      ...onLine(found.unexplained, index, 'reason', of),
    )
  }
  if (problems.length > 0) throw ruleViolated(problems)
  return { events: input.placements.map(({ stayId, eventId }) => ({ stayId, eventId })) }
}

function placeOne(
  db: WriteDb,
  context: WriteContext,
  { line, row, at }: { line: PlacementLine; row: LodgerRow; at: Instant },
): { hard: Problem[]; unexplained: Problem[] } {
  const found = new RoomsNow(db, context.now).bed(line.bedId)
  if (!found) throw new AppError('not_found', 'Không tìm thấy giường này. Tải lại trang.')
  const { hard, soft } = assessBed({
    person: placementPerson(row, context.now),
    bed: found.bed,
    occupants: found.occupants,
    keepApart: keptApartOf(db, row.person_id),
    settings: DEFAULT_PLACEMENT_SETTINGS,
  })
  const { reason } = line
  if (hard.length > 0 || (soft.length > 0 && reason === null)) {
    return { hard, unexplained: hard.length > 0 ? [] : soft }
  }
  const kind = row.bed_id === null ? 'placed' : 'moved'
  const overrides = soft.map(({ code }) => ({ code, reason: reason ?? '' }))
  const facts = {
    bedId: line.bedId,
    ...(reason === null ? {} : { reason }),
    ...(overrides.length === 0 ? {} : { overrides }),
  }
  recordCustodyEvents(db, context, [{ id: line.eventId, stayId: line.stayId, at, act: { kind, facts } }])
  context.audit({
    action: `custody.${kind}`,
    subject: { kind: 'stay', id: line.stayId },
    personId: row.person_id,
    facts: { event: line.eventId, bed: line.bedId, from: row.bed_id, overrides: overrides.length },
  })
  context.changed('custody', line.stayId)
  return { hard: [], unexplained: [] }
}

/**
 * As {@link placePeople}, for who receives people: only whoever has never had a bed in this stay.
 * @throws AppError `rule_violated` naming whom the zone has to move
 */
export function placeFirst(
  db: WriteDb,
  context: WriteContext,
  input: { placements: readonly PlacementLine[]; at: Instant | null },
): { events: { stayId: string; eventId: string }[] } {
  const problems = input.placements.flatMap(({ stayId }, index): Problem[] => {
    const row = lodgerInside(db, stayId)
    if (!listCustodyEvents(db, stayId).some(({ facts }) => 'bedId' in facts)) return []
    const message = `${row.name} đã từng được xếp giường trong đợt này. Nhờ quản lý khu chuyển giường.`
    return onLine([{ code: 'not-first-bed', message }], index, 'bedId', { row, isAlone: true })
  })
  if (problems.length > 0) throw ruleViolated(problems)
  return placePeople(db, context, input)
}
