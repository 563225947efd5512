import type { ReadDb } from '#db/connection/handles.ts'
import { countOverdueOut } from '#db/queries/today/due.ts'
import { countCourse, countFlow, countRollNow, type RollNow } from '#db/queries/today/flow.ts'
import { listReceptions, listRecentImports, readSetupSteps } from '#db/queries/today/house.ts'
import { listZoneCapacities } from '#db/queries/today/zones.ts'
import type { Today, todayContract, ZoneFill } from '#domain/contract/today.ts'
import { can, type Permission } from '#domain/permissions/permissions.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { countsAtHand } from '../head-count/counts-at-hand.ts'
import { reachOf } from '../shifts/zone-reach.ts'
import { dueRows } from './due-rows.ts'

const FLOW_DAYS = 30
const COURSE_MONTHS = 12
const RECEPTIONS_SHOWN = 6
const IMPORTS_SHOWN = 3

type Overdue = NonNullable<Today['roll']>['overdue']

function overdueOf(counts: ReturnType<typeof countOverdueOut>): Overdue {
  const overdue: Overdue = {
    funeral: 0,
    hospital: 0,
    proceedings: 0,
    'home-treatment': 0,
    court: 0,
    'work-outside': 0,
    other: 0,
    suspended: 0,
  }
  for (const { kind, count } of counts) overdue[kind] += count
  return overdue
}

function zoneFills(
  db: ReadDb,
  roll: RollNow | null,
  counts: ReadonlyMap<string, ZoneFill['count']>,
): ZoneFill[] {
  return listZoneCapacities(db)
    .map((zone): ZoneFill => {
      if (roll === null) return { ...zone, present: null, out: null, count: null }
      const counted = roll.byZone.get(zone.id)
      const present = counted?.present ?? 0
      const count = zone.capacity > 0 ? (counts.get(zone.id) ?? counts.get('') ?? null) : null
      return { ...zone, present, out: present - (counted?.inZone ?? 0), count }
    })
    .toSorted((a, b) => comparePlaceCodes(a.code, b.code))
}

function receptions(db: ReadDb): Today['receptions'] {
  return listReceptions(db, RECEPTIONS_SHOWN).map((row) => ({
    personId: row.person_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    track: row.track,
    receivedAt: row.received_at,
    zoneCode: row.zone_code,
    bedCode: row.bed_code,
  }))
}

function imports(db: ReadDb): Today['imports'] {
  return listRecentImports(db, IMPORTS_SHOWN).map((row) => ({
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    startedAt: row.started_at,
    rows: row.rows,
    imported: row.imported,
    rejected: row.rejected,
    duplicates: row.duplicates,
  }))
}

export const todayReads: ReadUseCases<typeof todayContract> = {
  get: (db, { actor, now }) => {
    const may = (permission: Permission) => can(actor.roles, permission)
    const today = dayOf(now)
    const roll = may('roll.read') ? countRollNow(db) : null
    const overdue = roll ? countOverdueOut(db, now) : []
    return {
      now,
      setup: readSetupSteps(db),
      roll: roll && { total: roll.total, overdue: overdueOf(overdue) },
      due:
        roll &&
        dueRows(db, now, {
          roles: actor.roles,
          withNames: may('people.read') && reachOf(db, actor) === null,
        }),
      zones: may('places.read')
        ? zoneFills(db, roll, may('counts.read') ? countsAtHand(db, now) : new Map())
        : null,
      flow: roll && countFlow(db, today, FLOW_DAYS),
      receptions: may('people.read') && may('custody.receive') ? receptions(db) : null,
      imports: may('import.run') || may('health.read') ? imports(db) : null,
    }
  },
  course: (db, { now }) => {
    const today = dayOf(now)
    const { total } = countRollNow(db)
    const last = { day: today, onRoll: total.onRoll, present: total.present }
    return { points: [...countCourse(db, today, COURSE_MONTHS), last] }
  },
}
