import type { ReadDb } from '#db/connection/handles.ts'
import {
  countAwaiting,
  findLodger,
  listAwaiting,
  listLodgersOfZone,
  type LodgerRow,
  type PlacedBedRow,
} from '#db/queries/placement/reader.ts'
import { listSubtree } from '#db/queries/places/reader.ts'
import type { BedChoice, placementContract } from '#domain/contract/placement.ts'
import { AppError } from '#domain/errors.ts'
import { DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import type { PlacementBed } from '#domain/placement/placement-person.ts'
import { rankBeds, type RankedBed } from '#domain/placement/rank-beds.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '../alerts/shown.ts'
import type { ReadUseCases } from '../use-case.ts'
import { keptApartOf, placementPerson, RoomsNow } from './bed-questions.ts'
import { bedChoice, lodgerLine } from './lines.ts'
import { readNameCursor, writeNameCursor } from './name-cursor.ts'

interface FreeBed {
  row: PlacedBedRow
  bed: PlacementBed
}

/** Who is inside, so that a bed may be given. @throws AppError `not_found`, `rule_violated` */
export function lodgerInside(db: ReadDb, stayId: string): LodgerRow {
  const row = findLodger(db, stayId)
  if (!row) throw new AppError('not_found', 'Học viên này không có trong danh sách. Tải lại trang.')
  return row
}

/**
 * Ranks beds by judging each room once, on its first free bed: what speaks for or against a free bed is the room's.
 * Every bed comes with the answer of its room.
 */
function rankFree(
  db: ReadDb,
  now: Instant,
  rooms: RoomsNow,
  row: LodgerRow,
  free: readonly FreeBed[],
): RankedBed[] {
  const byRoom = Map.groupBy(free, ({ bed }) => bed.roomId)
  const firsts = [...byRoom.values()].flatMap((beds) => beds.slice(0, 1))
  return rankBeds({
    person: placementPerson(row, now),
    beds: firsts.map((first) => rooms.withRoom(first.row)),
    keepApart: keptApartOf(db, row.person_id),
    settings: DEFAULT_PLACEMENT_SETTINGS,
  })
}

function choicesOf(ranked: readonly RankedBed[], free: readonly FreeBed[], limit: number): BedChoice[] {
  const byRoom = Map.groupBy(free, ({ bed }) => bed.roomId)
  const choices: BedChoice[] = []
  for (const answer of ranked) {
    for (const { row, bed } of byRoom.get(answer.bed.roomId) ?? []) {
      if (choices.length >= limit) return choices
      choices.push(bedChoice({ ...answer, bed }, row.zone_name))
    }
  }
  return choices
}

function oneBed(db: ReadDb, now: Instant, row: LodgerRow, bedId: string): BedChoice {
  const found = new RoomsNow(db, now).bed(bedId)
  if (!found) throw new AppError('not_found', 'Không tìm thấy giường này. Tải lại trang.')
  const [ranked] = rankBeds({
    person: placementPerson(row, now),
    beds: [found],
    keepApart: keptApartOf(db, row.person_id),
    settings: DEFAULT_PLACEMENT_SETTINGS,
  })
  if (!ranked) throw new AppError('not_found')
  return bedChoice(ranked, found.row.zone_name)
}

/** Free beds of a zone, or of all, without those in a place that is about to be closed. */
function freeBeds(
  db: ReadDb,
  rooms: RoomsNow,
  { zoneId, closingId }: { zoneId: string | null; closingId: string | null },
): FreeBed[] {
  const free = rooms.free(zoneId)
  if (closingId === null) return free
  const closing = new Set(listSubtree(db, closingId).map(({ id }) => id))
  return free.filter(({ bed }) => !closing.has(bed.bedId))
}

/** Gives each person in turn the best bed that is left, those who fit fewest rooms first. */
function propose(
  db: ReadDb,
  reader: Reader,
  { stayIds, ...where }: { stayIds: readonly string[]; zoneId: string | null; closingId: string | null },
) {
  const { now } = reader
  const rooms = new RoomsNow(db, now)
  let free = freeBeds(db, rooms, where)
  const rows = stayIds.map((stayId) => lodgerInside(db, stayId))
  const choosiness = new Map(
    rows.map((row) => [
      row.stay_id,
      rankFree(db, now, rooms, row, free).filter(({ allowed, soft }) => allowed && soft.length === 0).length,
    ]),
  )
  const lines = new Map<string, { bed: BedChoice | null; why: string }>()
  for (const row of rows.toSorted(
    (a, b) => (choosiness.get(a.stay_id) ?? 0) - (choosiness.get(b.stay_id) ?? 0),
  )) {
    const [best] = rankFree(db, now, rooms, row, free)
    if (!best?.allowed) {
      const why =
        best?.hard[0]?.message ??
        'Không còn giường trống nào. Đưa giường ngừng sử dụng trở lại hoặc thêm giường.'
      lines.set(row.stay_id, { bed: null, why })
      continue
    }
    const taken = free.find(({ bed }) => bed.bedId === best.bed.bedId)
    lines.set(row.stay_id, {
      bed: bedChoice(best, taken?.row.zone_name ?? ''),
      why: best.soft[0]?.message ?? best.reasons[0]?.text ?? '',
    })
    rooms.lay(placementPerson(row, now), best.bed)
    free = free.filter(({ bed }) => bed.bedId !== best.bed.bedId)
  }
  return rows.map((row) => ({
    person: lodgerLine(reader, row),
    ...(lines.get(row.stay_id) ?? { bed: null, why: '' }),
  }))
}

export const placementReads: ReadUseCases<typeof placementContract> = {
  lodgers: (db, context, input) => ({
    lodgers: listLodgersOfZone(db, input.zoneId).map((row) => lodgerLine(context, row)),
  }),
  awaiting: (db, context, input) => {
    const rows = listAwaiting(db, readNameCursor(input.cursor), input.limit + 1)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      people: page.map((row) => lodgerLine(context, row)),
      total: countAwaiting(db),
      next:
        rows.length > input.limit && last
          ? writeNameCursor({ key: last.sort_key, stay: last.stay_id })
          : null,
    }
  },
  beds: (db, context, input) => {
    const row = lodgerInside(db, input.stayId)
    const person = lodgerLine(context, row)
    if (input.bedId !== null) {
      return { person, beds: [oneBed(db, context.now, row, input.bedId)], free: 1 }
    }
    const rooms = new RoomsNow(db, context.now)
    const free = freeBeds(db, rooms, input)
    const ranked = rankFree(db, context.now, rooms, row, free)
    return { person, beds: choicesOf(ranked, free, input.limit), free: free.length }
  },
  propose: (db, context, input) => ({ lines: propose(db, context, input) }),
}
