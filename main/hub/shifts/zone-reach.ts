import type { ReadDb } from '#db/connection/handles.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { zoneOfBed, zoneOfPerson, zoneOfStay } from '#db/queries/shifts/reach.ts'
import { zonesOf } from '#db/queries/shifts/reader.ts'
import { AppError } from '#domain/errors.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Actor } from '../use-case.ts'

/** Roles whose people are those of their own zones; whoever has another role that sees people is not limited. */
const LIMITED: readonly Role[] = ['zone', 'administrator', 'reporter']

/** Whether the roles are those of zone staff and of nobody who sees everybody. */
export function isLimitedByRoles(roles: readonly Role[]): boolean {
  return roles.includes('zone') && roles.every((role) => LIMITED.includes(role))
}

/** The zones somebody is limited to; null for everybody the centre has not limited. */
export function reachOf(db: ReadDb, actor: Actor): ReadonlySet<string> | null {
  if (actor.userId === null || !isLimitedByRoles(actor.roles)) return null
  if (!readSetting(db, 'zones.restrict-staff')) return null
  return new Set(zonesOf(db, actor.userId))
}

const OUTSIDE =
  'Học viên, khu này không thuộc khu bạn phụ trách. Tìm được tên ở ô tìm; mở hồ sơ thì nhờ cán bộ của khu đó.'

/** What an input may name, and the zone it lies in; null for what lies in no zone (somebody waiting for a bed). */
const ZONE_OF: Readonly<Record<string, (db: ReadDb, id: string) => string | null>> = {
  zoneId: (_db, id) => id,
  bedId: zoneOfBed,
  roomId: zoneOfBed,
  stayId: zoneOfStay,
  personId: zoneOfPerson,
}
const MANY: Readonly<Record<string, string>> = { zones: 'zoneId', zoneIds: 'zoneId', stayIds: 'stayId' }

/** Routes whose `id` is a person. */
const PERSON_BY_ID = new Set(['people.get', 'people.history', 'people.views'])
/** Lists of people with a filter by zone: a limited reader's filter never leaves the own zones. */
const LISTS = new Set([
  'people.list',
  'people.count',
  'people.export',
  'people.print',
  'alerts.active',
  'obligations.list',
  'obligations.count',
  'alerts.count',
  'alerts.export',
  'alerts.print',
  'conductCases.list',
  'conductCases.counts',
  'conductCases.export',
])
/** What everybody may ask about everybody: the search, as the table of permissions has it. */
const OPEN = new Set(['people.search'])

/**
 * Holds a limited reader to the own zones, whatever a route is asked about: every id in its input is looked up.
 * @returns the input, with the filter of a list narrowed
 * @throws AppError `forbidden` for what lies in another zone
 */
export function holdToZones(db: ReadDb, actor: Actor, path: string, input: unknown): unknown {
  const reach = reachOf(db, actor)
  if (reach === null || OPEN.has(path) || typeof input !== 'object' || input === null) return input
  if (PERSON_BY_ID.has(path) && 'id' in input) check(db, reach, 'personId', input.id)
  walk(db, reach, input)
  if (path === 'roll.people' && 'zoneId' in input && input.zoneId === null) {
    throw new AppError(
      'forbidden',
      'Chọn một khu bạn phụ trách để xem tên: số cả cơ sở không mở ra tên được.',
    )
  }
  if (!LISTS.has(path)) return input
  const asked = 'zones' in input && Array.isArray(input.zones) ? input.zones : []
  return { ...input, zones: asked.length > 0 ? asked : [...reach, ...(reach.size === 0 ? [''] : [])] }
}

function walk(db: ReadDb, reach: ReadonlySet<string>, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, held] of Object.entries(value)) {
    const many = Object.hasOwn(MANY, key) ? MANY[key] : undefined
    if (many !== undefined && Array.isArray(held)) for (const one of held) check(db, reach, many, one)
    else if (typeof held === 'string') check(db, reach, key, held)
    else walk(db, reach, held)
  }
}

function check(db: ReadDb, reach: ReadonlySet<string>, key: string, id: unknown): void {
  const zoneOf = Object.hasOwn(ZONE_OF, key) ? ZONE_OF[key] : undefined
  if (!zoneOf || typeof id !== 'string') return
  const zone = zoneOf(db, id)
  if (zone !== null && !reach.has(zone)) throw new AppError('forbidden', OUTSIDE)
}
