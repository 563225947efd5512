import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import type { LetterTable } from '#db/schema/letter.ts'
import type { ParcelItemTable } from '#db/schema/parcel-item.ts'
import type { ParcelTable } from '#db/schema/parcel.ts'
import type { PhoneCallTable } from '#db/schema/phone-call.ts'
import type { VisitorTieTable } from '#db/schema/visitor-tie.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { atTime } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'

/** One in so many of those who are visited. */
const CALLS_EVERY = 3
const LETTERS_EVERY = 8
const PARCELS_EVERY = 11
/** So many calls are registered for today and not made yet. */
const OPEN_CALLS = 4
const DAYS = 60

const CONTENTS = [
  'Hỏi thăm sức khỏe bố mẹ',
  'Hỏi việc học của con',
  'Báo tin đã chuyển sang giai đoạn lao động',
  'Trao đổi việc nhà, ruộng vườn',
] as const

/** Somebody whose family keeps in touch. */
export interface InTouch {
  personId: string
  stayId: string
  relation: VisitorTieTable['relation']
  relativeName: string
  phone: string | null
}

/** Writes calls, letters and parcels of the last two months, and calls registered for today. */
export function fillContacts(
  db: WriteDb,
  people: readonly InTouch[],
  { today, newId, by }: { today: Day; newId: () => string; by: string },
): void {
  const calls: Insertable<PhoneCallTable>[] = []
  const letters: Insertable<LetterTable>[] = []
  const parcels: Insertable<ParcelTable>[] = []
  const items: Insertable<ParcelItemTable>[] = []
  for (const [index, one] of people.entries()) {
    const day = addDays(today, -1 - ((index * 7) % DAYS))
    const checked = { checked_at: atTime(day, '15:30'), checked_by: by }
    const whose = { person_id: one.personId, stay_id: one.stayId }
    if (index % CALLS_EVERY === 0) {
      const isOpen = calls.length < OPEN_CALLS
      const on = isOpen ? today : day
      calls.push({
        id: newId(),
        ...whose,
        kind: index % 2 === 0 ? 'phone' : 'video',
        state: isOpen ? 'registered' : 'made',
        on_day: on,
        callee: one.relativeName,
        relation: one.relation,
        number: one.phone ?? '0205 388 0000',
        content: CONTENTS[index % CONTENTS.length] ?? CONTENTS[0],
        minutes: 15,
        allowed_by: null,
        made_at: isOpen ? null : atTime(on, '09:30'),
        made_minutes: isOpen ? null : 6 + (index % 10),
        watched_by: isOpen ? null : 'Cán bộ trực khu',
        outcome: null,
        created_at: atTime(addDays(on, -1), '16:00'),
        created_by: by,
        version: isOpen ? 1 : 2,
      })
    }
    if (index % LETTERS_EVERY === 0) {
      const isWithheld = index % (LETTERS_EVERY * 6) === 0 && index > 0
      letters.push({
        id: newId(),
        ...whose,
        direction: index % (LETTERS_EVERY * 2) === 0 ? 'in' : 'out',
        on_day: day,
        other_name: one.relativeName,
        outcome: isWithheld ? 'withheld' : 'passed',
        reason: isWithheld ? 'Nhắn người ngoài gửi đồ cấm' : null,
        ...checked,
      })
    }
    if (index % PARCELS_EVERY === 0) {
      const parcelId = newId()
      const reason = 'Chỉ nhận tiền Việt Nam gửi vào lưu ký'
      const things = ['Bánh kẹo', 'Quần áo'] as const
      parcels.push({
        id: parcelId,
        ...whose,
        visit_id: null,
        direction: 'in',
        on_day: day,
        other_name: one.relativeName,
        returned_to: one.relativeName,
        ...checked,
      })
      for (const [sort, description] of things.entries()) {
        items.push({
          id: newId(),
          parcel_id: parcelId,
          description,
          kind: sort === 0 ? 'food' : 'clothes',
          quantity: 1 + (index % 3),
          outcome: 'returned',
          reason,
          sort,
        })
      }
    }
  }
  insertRows(db, 'phone_call', calls)
  insertRows(db, 'letter', letters)
  insertRows(db, 'parcel', parcels)
  insertRows(db, 'parcel_item', items)
}
