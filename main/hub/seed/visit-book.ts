import type { Insertable } from 'kysely'
import type { VisitGuestTable } from '#db/schema/visit-guest.ts'
import type { VisitRoomTable } from '#db/schema/visit-room.ts'
import type { VisitTable } from '#db/schema/visit.ts'
import type { VisitorTable } from '#db/schema/visitor.ts'
import type { VisitorTieTable } from '#db/schema/visitor-tie.ts'
import type { Day } from '#domain/time/day.ts'
import { atTime, dayOf, instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import type { InTouch } from './seed-contacts.ts'
import type { SeededRandom } from './seeded-random.ts'

const MINUTES = 45
const TIMES = ['07:30', '08:20', '09:10', '10:00', '13:30', '14:20', '15:10', '16:00'] as const

/** Somebody on the roll with one relative who comes. */
export interface Visited extends InTouch {
  receivedOn: Day
  visitorId: string
}

/** What is written of visitors and visits. */
export interface VisitRows {
  visitors: Insertable<VisitorTable>[]
  ties: Insertable<VisitorTieTable>[]
  visits: Insertable<VisitTable>[]
  guests: Insertable<VisitGuestTable>[]
}

/** Gives each visit a room and a time that are free. */
export class VisitBook {
  private readonly rows: VisitRows
  private readonly rooms: readonly Insertable<VisitRoomTable>[]
  private readonly newId: () => string
  private readonly by: string
  private readonly taken = new Map<Day, number>()
  private readonly numbers = new Map<Day, number>()

  constructor(
    rows: VisitRows,
    rooms: readonly Insertable<VisitRoomTable>[],
    newId: () => string,
    by: string,
  ) {
    this.rows = rows
    this.rooms = rooms
    this.newId = newId
    this.by = by
  }

  /** The next free place of the day; undefined when the day is full. */
  place(day: Day): { roomId: string; startsAt: Instant } | undefined {
    const index = this.taken.get(day) ?? 0
    const places = this.rooms.flatMap((room) => Array.from({ length: room.capacity }, () => room.id))
    const time = TIMES[Math.floor(index / places.length)]
    const roomId = places[index % places.length]
    if (time === undefined || roomId === undefined) return undefined
    this.taken.set(day, index + 1)
    return { roomId, startsAt: atTime(day, time) }
  }

  roomOf(index: number): string {
    return this.rooms[index % this.rooms.length]?.id ?? ''
  }

  private numberOn(day: Day): number {
    const number = (this.numbers.get(day) ?? 0) + 1
    this.numbers.set(day, number)
    return number
  }

  write(
    one: Visited,
    visit: Pick<Insertable<VisitTable>, 'room_id' | 'state' | 'starts_at'> & Partial<Insertable<VisitTable>>,
  ): void {
    const id = this.newId()
    const day = dayOf(visit.starts_at)
    const came = visit.state === 'waiting' || visit.state === 'running' || visit.state === 'ended'
    this.rows.visits.push({
      id,
      person_id: one.personId,
      stay_id: one.stayId,
      kind: 'family',
      on_day: day,
      minutes: MINUTES,
      allowed_by: null,
      allow_reason: null,
      queue_number: came ? this.numberOn(day) : null,
      checked_in_at: came ? visit.starts_at : null,
      started_at: null,
      started_by: null,
      extra_minutes: 0,
      extended_by: null,
      extend_reason: null,
      ended_at: null,
      outcome: null,
      ledger_move_id: null,
      created_at: visit.starts_at,
      created_by: this.by,
      version: 1,
      ...visit,
    })
    this.rows.guests.push({ visit_id: id, visitor_id: one.visitorId, relation: one.relation })
  }

  /** A visit that took place, or not. */
  writePast(random: SeededRandom, one: Visited, day: Day, moveId: string | null): void {
    const place = this.place(day)
    if (place === undefined) return
    const { roomId, startsAt } = place
    if (moveId === null && random.chance(0.05)) {
      const outcome = 'Gia đình báo bận'
      this.write(one, { room_id: roomId, starts_at: startsAt, state: 'cancelled', outcome })
      return
    }
    this.write(one, {
      room_id: roomId,
      starts_at: startsAt,
      state: 'ended',
      started_at: startsAt,
      started_by: this.by,
      ended_at: instantFromMs(instantMs(startsAt) + random.whole(20, MINUTES) * 60_000),
      outcome: random.chance(0.1) ? 'Học viên xúc động, đã động viên' : null,
      ledger_move_id: moveId,
    })
  }
}
