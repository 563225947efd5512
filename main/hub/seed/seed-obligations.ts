import type { WriteDb } from '#db/connection/handles.ts'
import { deriveObligations, readLaidOut } from '#db/queries/obligations/derive.ts'
import { allCases } from '#db/queries/obligations/facts.ts'
import { beginRoll } from '#db/queries/obligations/settle.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import { insertMark } from '#db/queries/obligations/writer.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { EXEMPTION_REASONS, SENDING_WAYS } from '#domain/obligations/exemptions.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf } from '#domain/time/instant.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { RECKONING } from '../obligations/reckoning.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_DUTIES = 65_531
/** A great centre begins to watch later, so that the sample stays quick to make. */
const DAYS_WATCHED = 365
const DAYS_WATCHED_BY_MANY = 60
const MANY_PEOPLE = 2000
/** What stands open longer than this somebody would have noticed. */
const OPEN_AT_MOST_HOURS = 14 * 24
/** Of a hundred past obligations so many still stand open, were late, need not be done. */
const OPEN_SHARE = 0.15
const LATE_SHARE = 0.06
const EXEMPT_SHARE = 0.02

const RECORDERS: Partial<Record<Role, string>> = {
  medical: 'yte',
  zone: 'khu',
  teacher: 'daynghe',
  incident: 'vuviec',
}

/** Marks what fell due in the past as a centre would have: mostly in time, some late, a few still open. */
export function fillObligations(db: WriteDb, plan: SeedPlan): void {
  const people = plan.blocks.reduce((sum, { present }) => sum + present, 0)
  const days = people > MANY_PEOPLE ? DAYS_WATCHED_BY_MANY : DAYS_WATCHED
  beginRoll(db, plan.asOf, addDays(dayOf(plan.asOf), -days))
  writeSetting(db, { now: plan.asOf, actor: SYSTEM_ACTOR }, 'obligations.reckoned-by', RECKONING)
  const laid = readLaidOut(db)
  if (laid === null) return
  const random = new SeededRandom(plan.seed, 'obligations')
  const newId = uuidMaker(random, BLOCK_OF_DUTIES)
  let number = 0
  for (const one of allCases(db)) {
    for (const row of deriveObligations(one, laid).rows) {
      const { isMetByRecord, role, correction } = DUTIES[row.duty]
      if (row.state !== 'scheduled' || row.due_at >= plan.asOf || isMetByRecord === true) continue
      const isRecent = row.due_at > addHours(plan.asOf, -OPEN_AT_MOST_HOURS)
      if (isRecent && random.chance(OPEN_SHARE)) continue
      const isExempt = random.chance(EXEMPT_SHARE)
      const hours = random.chance(LATE_SHARE) ? random.whole(3, 50) : -random.whole(1, 40)
      const done = addHours(row.due_at, hours)
      const opensAt = row.opens_at ?? done
      const earliest = done < opensAt ? opensAt : done
      const at = earliest < plan.asOf ? earliest : addHours(plan.asOf, -1)
      const isSent = !isExempt && correction !== undefined
      number += 1
      insertMark(db, {
        id: newId(),
        stay_id: one.facts.stayId,
        key: row.key,
        kind: isExempt ? 'exempt' : 'done',
        at,
        due_at: row.due_at,
        reason: isExempt ? (EXEMPTION_REASONS[random.whole(0, 2)] ?? 'not-applicable') : null,
        note: null,
        paper: isSent ? 'Mẫu 51' : null,
        number: isSent ? `${number}/TB-CSCN` : null,
        sent_by: isSent ? (SENDING_WAYS[random.whole(0, 2)] ?? 'post') : null,
        sent_on: isSent ? dayOf(at) : null,
        recorded_at: at,
        recorded_by: recorderKey(plan, RECORDERS[role] ?? 'tiepnhan'),
      })
    }
  }
}
