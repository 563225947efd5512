import { sql } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, formatInstant, startOfDay } from '#domain/time/instant.ts'
import { incidentDesk, insertIncidents } from './seed-incident-parts.ts'
import type { SeedPlan } from './seed-plan.ts'
import { SeededRandom } from './seeded-random.ts'
import { IncidentNumbers, tellCustody, type ToldEvent } from './told-custody.ts'

const BLOCK_OF_DEATHS = 65_518
/** Deaths are rare: the last few of the years on file have their incident. */
const MOST_DEATHS = 5
const DAYS_ON_FILE = 3 * 365
const SETTLED_AFTER_HOURS = 240

interface Died extends ToldEvent {
  name: string
  facts: string
}

/** The incidents of those who died. Follows the other incidents. */
export function fillDeaths(db: WriteDb, plan: SeedPlan): void {
  const desk = incidentDesk(db, plan, new SeededRandom(plan.seed, 'deaths'), BLOCK_OF_DEATHS)
  const numbers = new IncidentNumbers(db)
  for (const one of diedSince(db, startOfDay(addDays(dayOf(plan.asOf), -DAYS_ON_FILE)))) {
    const settledAt = addHours(one.at, SETTLED_AFTER_HOURS)
    const isClosed = settledAt < plan.asOf
    const facts: { cause?: string; where?: string } = JSON.parse(one.facts)
    const cause = (facts.cause ?? 'Bệnh lý').toLocaleLowerCase('vi')
    tellCustody(db, desk, numbers, one, {
      incidentId: desk.newId(),
      kind: 'death',
      role: 'died',
      outcome: 'given-to-family',
      state: isClosed ? 'closed' : 'under-review',
      settledAt: isClosed ? settledAt : addHours(one.at, 2),
      place: facts.where ?? 'Phòng y tế',
      summary: `${one.name} chết lúc ${formatInstant(one.at)}, kết luận bước đầu: ${cause}.`,
      account:
        'Học viên được đưa đi cấp cứu trong đêm, bệnh viện điều trị nhưng không qua khỏi. Đã báo gia đình và các cơ quan.',
      decision: `Chết do ${cause}, không có dấu hiệu khác; đã giao gia đình mai táng.`,
    })
  }
  insertIncidents(db, desk)
}

function diedSince(db: WriteDb, since: string): Died[] {
  return db.all<Died>(
    sql<Died>`
      select e.id, e.stay_id, stay.person_id, person.name, e.at, e.facts
      from custody_event e
        join stay on stay.id = e.stay_id
        join person on person.id = stay.person_id
      where e.kind = 'died' and e.at >= ${since}
        and not exists (select 1 from custody_event c where c.stay_id = e.stay_id and c.cancels = e.id)
      order by e.at desc, e.id
      limit ${MOST_DEATHS}`.compile(qb),
  )
}
