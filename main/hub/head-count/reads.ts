import { createHash } from 'node:crypto'
import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  findHeadCountById,
  listHeadCounts,
  listSignedCounts,
  listVarianceSince,
  type HeadCountLine,
  type HistoryCursor,
} from '#db/queries/head-count/reader.ts'
import { listZones } from '#db/queries/places/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { listDuty, listSchedules } from '#db/queries/shifts/reader.ts'
import { countRollNow } from '#db/queries/today/flow.ts'
import {
  sheetShape,
  type CountFilter,
  type headCountContract,
  type ZoneCount,
} from '#domain/contract/head-count.ts'
import { AppError } from '#domain/errors.ts'
import type { CountState } from '#domain/head-count/count-states.ts'
import { sumRooms, type CountSums } from '#domain/head-count/explain-room.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { handOverAt, shiftBefore, type Shift, type ShiftSchedule } from '#domain/shifts/shift-times.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { countedZone } from './counted-zone.ts'
import { handOverOf } from './hand-over.ts'

const RECENT_SHIFTS = 7

/** How far a count is, by its row. */
function countStateOf(count: Pick<HeadCountLine, 'signed_at'> | undefined): CountState {
  if (!count) return 'none'
  return count.signed_at === null ? 'open' : 'signed'
}

/** The sums of a signed count stand in its row; those of one under way are added up. */
function sumsOf(db: ReadDb, zoneId: string, shiftAt: Instant, count: HeadCountLine | undefined): CountSums {
  const sums = sumRooms(countedZone(db, zoneId, shiftAt).rooms)
  if (!count || count.signed_at === null) return sums
  const { computed, counted, missing, extra } = count
  return {
    ...sums,
    computed: computed ?? 0,
    counted: counted ?? 0,
    missing: missing ?? 0,
    extra: extra ?? 0,
    open: 0,
  }
}

function recentShifts(schedules: readonly ShiftSchedule[], newest: Shift): Shift[] {
  const shifts = [newest]
  for (let shift = newest; shifts.length < RECENT_SHIFTS; shifts.push(shift)) {
    shift = shiftBefore(schedules, shift)
  }
  return shifts
}

function zoneCounts(db: ReadDb, shiftAt: Instant): ZoneCount[] {
  const counts = new Map(listHeadCounts(db, shiftAt).map((row) => [row.zone_id, row]))
  const keys = [...counts.values()].flatMap((row) => [row.given_by, row.received_by])
  const names = actorNames(
    db,
    keys.filter((key) => key !== null),
  )
  return listZones(db)
    .toSorted((a, b) => comparePlaceCodes(a.code, b.code))
    .map((zone) => {
      const count = counts.get(zone.id)
      return {
        zoneId: zone.id,
        code: zone.code,
        name: zone.name,
        state: countStateOf(count),
        sums: sumsOf(db, zone.id, shiftAt, count),
        headCountId: count?.id ?? null,
        givenBy: names.get(count?.given_by ?? '') ?? null,
        receivedBy: names.get(count?.received_by ?? '') ?? null,
        signedAt: count?.signed_at ?? null,
      }
    })
    .filter(({ sums, state }) => sums.rooms > 0 || state !== 'none')
}

interface TrendPoint {
  day: Day
  counts: number
  missing: number
  extra: number
}

function readCursor(cursor: string | null): HistoryCursor | null {
  const [shiftAt, zoneId] = cursor?.split(' ') ?? []
  return shiftAt === undefined || zoneId === undefined ? null : { shiftAt, zoneId }
}

/** Signed counts of a page, newest first. */
export function countPage(
  db: ReadDb,
  { cursor, limit, ...query }: CountFilter & { cursor: string | null; limit: number },
) {
  const page = { before: readCursor(cursor), limit: limit + 1 }
  const found = listSignedCounts(db, query, page)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const keys = shown.flatMap((row) => [row.given_by, row.received_by]).filter((key) => key !== null)
  const names = actorNames(db, [...new Set(keys)])
  return {
    rows: shown.map((row) => ({
      id: row.id,
      zoneId: row.zone_id,
      zoneName: row.zone_name,
      shiftAt: row.shift_at,
      computed: row.computed ?? 0,
      counted: row.counted ?? 0,
      missing: row.missing ?? 0,
      extra: row.extra ?? 0,
      givenBy: names.get(row.given_by ?? '') ?? '',
      receivedBy: names.get(row.received_by ?? '') ?? '',
      signedAt: row.signed_at ?? '',
    })),
    next: found.length > limit && last ? `${last.shift_at} ${last.zone_id}` : null,
  }
}

export const headCountReads: ReadUseCases<typeof headCountContract> = {
  board: (db, { now }, input) => {
    const schedules = listSchedules(db)
    const newest = handOverAt(schedules, now, readSetting(db, 'count.early-minutes'))
    const { shift, giving } = handOverOf(db, input.shiftAt ?? newest.at)
    return {
      shift,
      giving,
      recent: recentShifts(schedules, newest),
      zones: zoneCounts(db, shift.at),
      duty: listDuty(db, shift.at, shift.at).map((row) => ({
        userName: row.display_name,
        postName: row.post_name,
        isLead: row.is_lead === 1,
      })),
      awaitingBed: countRollNow(db).total.awaitingBed,
    }
  },
  grid: (db, _context, { zoneId, shiftAt }) => {
    const { shift, giving } = handOverOf(db, shiftAt)
    const { zone, count, rooms } = countedZone(db, zoneId, shiftAt)
    return {
      zoneName: zone.name,
      shift,
      giving,
      headCountId: count?.id ?? null,
      state: countStateOf(count),
      rooms: rooms.map(({ expected: _expected, ...room }) => room),
      sums: sumRooms(rooms),
    }
  },
  sheet: (db, _context, { id }) => {
    const count = findHeadCountById(db, id)
    if (!count || count.sheet === null || count.sheet_hash === null) throw new AppError('not_found')
    const hash = createHash('sha256').update(count.sheet).digest('hex')
    return {
      sheet: sheetShape.parse(JSON.parse(count.sheet)),
      hash: count.sheet_hash,
      isUnchanged: hash === count.sheet_hash,
    }
  },
  history: (db, _context, input) => countPage(db, input),
  trend: (db, { now }, { zoneId, days }) => {
    const today = dayOf(now)
    const first = addDays(today, 1 - days)
    const points = new Map(
      Array.from({ length: days }, (_, index) => {
        const day = addDays(first, index)
        const point: [Day, TrendPoint] = [day, { day, counts: 0, missing: 0, extra: 0 }]
        return point
      }),
    )
    for (const row of listVarianceSince(db, startOfDay(first))) {
      const point = points.get(dayOf(row.shift_at))
      if (!point || (zoneId !== null && row.zone_id !== zoneId)) continue
      point.counts += 1
      point.missing += row.missing ?? 0
      point.extra += row.extra ?? 0
    }
    return { points: [...points.values()] }
  },
}
