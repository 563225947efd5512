import type { Insertable } from 'kysely'
import { createHash } from 'node:crypto'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { HeadCountTable } from '#db/schema/head-count.ts'
import type { HeadCountRoomTable } from '#db/schema/head-count-room.ts'
import type { HandOverSheet } from '#domain/contract/head-count.ts'
import type { VarianceReason } from '#domain/head-count/variance-reasons.ts'
import { shiftBefore, shiftsOfDay, type Shift } from '#domain/shifts/shift-times.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, type Instant } from '#domain/time/instant.ts'
import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey, seedUsers } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Past the blocks of people, apart from those of the desk and of accounts. */
const BLOCK_OF_SHIFTS = 65_530
/** A year of counts; a great centre has as many zones, so that it gets fewer days. */
const MOST_COUNTS = 9_000
const HISTORY_DAYS = 365
const DUTY_DAYS_BACK = 7
const DUTY_DAYS_AHEAD = 3
const TEAM_SIZE = 12
/** Most people put into teams: a list to work with, whatever the size of the whole. */
const MOST_IN_TEAMS = 400
const VARIANCE_SHARE = 0.02

interface Zone {
  id: string
  name: string
  people: number
  rooms: { id: string; code: string; stays: string[] }[]
}

interface ShiftSeed {
  plan: SeedPlan
  random: SeededRandom
  newId: () => string
  userOf: (login: string) => string
  by: string
}

/** Posts, the duty list, teams with who answers for them, and a year of signed counts. Follows the accounts. */
export function fillShifts(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'shifts')
  const users = new Map(seedUsers(plan).map(({ login, id }) => [login, id]))
  const seed: ShiftSeed = {
    plan,
    random,
    newId: uuidMaker(random, BLOCK_OF_SHIFTS),
    userOf: (login) => users.get(login) ?? '',
    by: recorderKey(plan, 'truong'),
  }
  const zones = listInhabited(db)
  fillDuty(db, seed, zones)
  fillTeams(db, seed)
  fillCounts(db, seed, zones)
}

function listInhabited(db: WriteDb): Zone[] {
  const rows = db.all(
    qb
      .selectFrom('roster')
      .innerJoin('place as zone', 'zone.id', 'roster.zone_id')
      .innerJoin('place as room', 'room.id', 'roster.room_id')
      .select(['zone.id as zone_id', 'zone.name', 'room.id as room_id', 'room.full_code', 'roster.stay_id'])
      .where('roster.state', '=', 'inside')
      .orderBy('zone.sort')
      .orderBy('zone.id')
      .orderBy('room.full_code')
      .orderBy('roster.stay_id'),
  )
  return [...Map.groupBy(rows, (row) => row.zone_id)].map(([id, inZone]) => ({
    id,
    name: inZone[0]?.name ?? '',
    people: inZone.length,
    rooms: [...Map.groupBy(inZone, (row) => row.room_id)].map(([roomId, there]) => ({
      id: roomId,
      code: there[0]?.full_code ?? '',
      stays: there.map((row) => row.stay_id),
    })),
  }))
}

function fillDuty(db: WriteDb, { plan, random, newId, userOf, by }: ShiftSeed, zones: readonly Zone[]): void {
  const createdAt = addHours(plan.asOf, -24 * (HISTORY_DAYS + 10))
  const named = [
    { name: 'Cổng chính', zone_id: null },
    { name: 'Trực chỉ huy', zone_id: null },
    { name: 'Trực y tế', zone_id: null },
    ...zones.slice(0, 12).map(({ id, name }) => ({ name: `Chốt ${name}`, zone_id: id })),
  ]
  const posts = named.map((post) => ({ id: newId(), ...post, created_at: createdAt, created_by: by }))
  insertRows(db, 'post', posts)
  const [gate, command, health, ...ofZones] = posts
  const today = dayOf(plan.asOf)
  const shifts = Array.from({ length: DUTY_DAYS_BACK + DUTY_DAYS_AHEAD }, (_, index) =>
    shiftsOfDay([], addDays(today, index - DUTY_DAYS_BACK)),
  ).flat()
  const rows = shifts.flatMap((shift, index) => {
    const onDuty = [
      { user: index % 3 === 2 ? 'daynghe' : 'truong', post: command, lead: 1 },
      { user: index % 2 === 0 ? 'khu' : 'vuviec', post: ofZones[0] ?? gate, lead: 0 },
      { user: 'tiepnhan', post: gate, lead: 0 },
      ...(random.chance(0.7) ? [{ user: 'yte', post: health, lead: 0 }] : []),
    ]
    return onDuty
      .filter(({ user }) => userOf(user) !== '')
      .map(({ user, post, lead }) => ({
        id: newId(),
        shift_at: shift.at,
        user_id: userOf(user),
        post_id: post?.id ?? null,
        is_lead: lead,
        assigned_at: addHours(shift.at, -24 * 4),
        assigned_by: by,
        removed_at: null,
        removed_by: null,
      }))
  })
  insertRows(db, 'duty', rows)
  const staffed = zones.slice(0, 2)
  insertRows(
    db,
    'user_zone',
    staffed.map(({ id }) => ({ user_id: userOf('khu'), zone_id: id })),
  )
}

const PURPOSES = [
  'Cùng thời hạn, mới vào',
  'Sức khỏe tốt, lao động nặng được',
  'Lớn tuổi, sức khỏe yếu',
  'Đang học nghề',
]

function fillTeams(db: WriteDb, { plan, newId, userOf, by }: ShiftSeed): void {
  const people = db.all(
    qb
      .selectFrom('roster')
      .select(['stay_id', 'received_at'])
      .where('state', '=', 'inside')
      .where('track', '<>', 'held')
      .where('zone_id', 'is not', null)
      .orderBy('zone_id')
      .orderBy('sort_key')
      .orderBy('stay_id')
      .limit(MOST_IN_TEAMS),
  )
  // A few wait for their team, as those who came last do.
  const count = Math.ceil((people.length * 0.94) / TEAM_SIZE)
  const createdAt = addHours(plan.asOf, -24 * 300)
  const teams = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    name: `Tổ ${String(index + 1).padStart(2, '0')}`,
    purpose: PURPOSES[index % PURPOSES.length] ?? null,
    responsible_id: index % 5 === 4 ? userOf('truong') : userOf('khu'),
    created_at: createdAt,
    created_by: by,
  }))
  insertRows(db, 'team', teams)
  const members = teams.flatMap((team, index) =>
    people.slice(index * TEAM_SIZE, (index + 1) * TEAM_SIZE).map(({ stay_id, received_at }) => ({
      id: newId(),
      team_id: team.id,
      stay_id,
      from_at: received_at > createdAt ? received_at : createdAt,
      added_by: by,
      to_at: null,
      removed_by: null,
    })),
  )
  insertRows(db, 'team_member', members)
}

const STORIES = [
  ['out-not-recorded', 'Đang ở phòng khám, chưa ghi sổ'],
  ['move-not-recorded', 'Chuyển sang phòng bên từ chiều'],
  ['miscount', 'Đếm lại đủ'],
] as const satisfies readonly (readonly [VarianceReason, string])[]

interface Rows {
  counts: Insertable<HeadCountTable>[]
  rooms: Insertable<HeadCountRoomTable>[]
}

function fillCounts(db: WriteDb, seed: ShiftSeed, zones: readonly Zone[]): void {
  if (zones.length === 0) return
  const { plan } = seed
  const days = Math.min(HISTORY_DAYS, Math.max(7, Math.floor(MOST_COUNTS / (zones.length * 3))))
  const today = dayOf(plan.asOf)
  const rows: Rows = { counts: [], rooms: [] }
  for (let back = days; back >= 0; back -= 1) {
    for (const shift of shiftsOfDay([], addDays(today, -back))) {
      if (shift.at > plan.asOf) continue
      for (const [index, zone] of zones.entries()) {
        // This morning one zone has not signed yet: there is something to do.
        const isLatest = shift.until > plan.asOf
        if (isLatest && index % 3 === 1) continue
        const people = back === 0 ? zone.people : peopleThen(seed, zone, back)
        inventCount(seed, rows, { zone, shift, people, isToday: back === 0 })
      }
    }
  }
  insertRows(db, 'head_count', rows.counts)
  insertRows(db, 'head_count_room', rows.rooms)
}

/** How many a zone had so many days ago: near what it has now. */
function peopleThen({ random }: ShiftSeed, { people }: Zone, back: number): number {
  const spread = Math.round(Math.min(back, 60) / 15)
  return Math.max(1, people + random.whole(-spread, spread))
}

function inventCount(
  { plan, random, newId, by }: ShiftSeed,
  rows: Rows,
  { zone, shift, people, isToday }: { zone: Zone; shift: Shift; people: number; isToday: boolean },
): void {
  const isOff = !isToday && random.chance(VARIANCE_SHARE)
  const [reason, note] = random.pick(STORIES)
  const missing = isOff ? 1 : 0
  const signedAt: Instant = addHours(shift.at, random.whole(1, 15) / 60)
  const giver = DEMO_LOGINS.find(({ login }) => login === 'khu')?.name ?? ''
  const receiver = DEMO_LOGINS.find(({ login }) => login === 'truong')?.name ?? ''
  const sheet: HandOverSheet = {
    centreName: 'Cơ sở cai nghiện ma túy dùng thử',
    zoneName: zone.name,
    giving: shiftBefore([], shift),
    receiving: shift,
    givenBy: giver,
    receivedBy: receiver,
    signedAt,
    isReceiverOnDuty: null,
    duty: [],
    roll: {
      onRoll: people,
      present: people,
      inZone: people,
      out: 0,
      suspended: 0,
      escaped: 0,
      interrupted: 0,
    },
    sums: {
      rooms: zone.rooms.length,
      countedRooms: zone.rooms.length,
      counted: people - missing,
      computed: people,
      missing,
      extra: 0,
      open: 0,
    },
    rooms: isToday
      ? zone.rooms.map(({ code, stays }) => ({
          code,
          computed: stays.length,
          counted: stays.length,
          countedAt: shift.at,
        }))
      : [],
    variance: isOff ? [{ room: zone.name, direction: 'missing', reason, name: null, note }] : [],
    outs: [],
    alerts: [],
    incidents: null,
    dues: [],
    note: isOff ? `Đã giải trình: ${note.toLocaleLowerCase('vi')}` : null,
  }
  const text = JSON.stringify(sheet)
  const id = newId()
  rows.counts.push({
    id,
    zone_id: zone.id,
    shift_at: shift.at,
    opened_at: shift.at,
    opened_by: recorderKey(plan, 'khu'),
    given_by: recorderKey(plan, 'khu'),
    received_by: by,
    signed_at: signedAt,
    computed: people,
    counted: people - missing,
    missing,
    extra: 0,
    sheet: text,
    sheet_hash: createHash('sha256').update(text).digest('hex'),
  })
  if (!isToday) return
  rows.rooms.push(
    ...zone.rooms.map(({ id: roomId, stays }) => ({
      head_count_id: id,
      room_id: roomId,
      counted: stays.length,
      expected: JSON.stringify(stays),
      counted_at: shift.at,
      counted_by: recorderKey(plan, 'khu'),
    })),
  )
}
