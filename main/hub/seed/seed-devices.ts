import { createHash } from 'node:crypto'
import type { WriteDb } from '#db/connection/handles.ts'
import { DEVICE_DAYS } from '#domain/devices/device.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, atTime, dayOf } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { seedUsers } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Before the block of the desk's lists. */
const BLOCK_OF_DEVICES = 65_533

/** Desks of the fictitious centre: paired so many days ago, last heard of so many hours before the end. */
const DESKS: readonly { name: string; pairedDaysAgo: number; seenHoursAgo: number; isRevoked?: true }[] = [
  { name: 'Phòng tiếp nhận 1', pairedDaysAgo: 210, seenHoursAgo: 0 },
  { name: 'Phòng tiếp nhận 2', pairedDaysAgo: 210, seenHoursAgo: 15 },
  { name: 'Trực khu A', pairedDaysAgo: 180, seenHoursAgo: 1 },
  { name: 'Phòng y tế', pairedDaysAgo: 668, seenHoursAgo: 2 },
  { name: 'Văn phòng trưởng cơ sở', pairedDaysAgo: 95, seenHoursAgo: 40 },
  { name: 'Trực khu B (máy cũ)', pairedDaysAgo: 640, seenHoursAgo: 24 * 30, isRevoked: true },
]

/** Desks paired with the fictitious hub. Nobody holds their keys: they are there to be looked at. */
export function fillDevices(db: WriteDb, plan: SeedPlan): void {
  const newId = uuidMaker(new SeededRandom(plan.seed, 'devices'), BLOCK_OF_DEVICES)
  const administrator = seedUsers(plan).find(({ login }) => login === 'quantri')?.id ?? null
  const rows = DESKS.map((desk) => {
    const day = addDays(dayOf(plan.asOf), -desk.pairedDaysAgo)
    const pairedAt = atTime(day, '09:30')
    const seenAt = addHours(plan.asOf, -desk.seenHoursAgo)
    const key = createHash('sha256').update(`${plan.seed} ${desk.name}`).digest('hex')
    return {
      id: newId(),
      name: desk.name,
      spki_sha256: key,
      serial: key.slice(0, 32),
      issued_at: pairedAt,
      expires_at: addHours(pairedAt, DEVICE_DAYS * 24),
      paired_at: pairedAt,
      paired_by: administrator,
      last_seen_at: seenAt,
      revoked_at: desk.isRevoked ? addHours(seenAt, 3) : null,
      revoked_by: desk.isRevoked ? administrator : null,
    }
  })
  insertRows(db, 'device', rows)
}
