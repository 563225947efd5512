import type { Insertable } from 'kysely'
import type { AlertTable } from '#db/schema/alert.ts'
import type { AlertCode } from '#domain/alerts/alert-codes.ts'
import { defaultReviewOn } from '#domain/alerts/judge-alert.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import { addHours, atTime, dayOf, type Instant } from '#domain/time/instant.ts'
import type { StayOnFile } from './seed-taken.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** So many of a hundred people on the roll have an alert of some kind. */
const ALERT_SHARE = 0.14
/** So many of a hundred reviews were not done on their day. */
const LATE_SHARE = 0.12
const CLOSED_SHARE = 0.25
const MOST_LATE_DAYS = 5

interface Story {
  code: AlertCode
  detail: string | null
  reason: string
  by: 'tiepnhan' | 'khu' | 'yte'
}

const STORIES: readonly (readonly [Story, number])[] = [
  [story('escape', 'Chỉ ra ngoài khi có hai cán bộ đi cùng', 'Đã bỏ trốn ở lần cai nghiện trước', 'khu'), 18],
  [story('violence', null, 'Gây gổ với người cùng phòng hai lần trong tháng', 'khu'), 14],
  [story('self-harm', 'Báo ca trực theo dõi ban đêm', 'Nói không muốn sống, bỏ ăn hai ngày', 'khu'), 6],
  [story('contraband', null, 'Người thăm gặp giấu thuốc lá, bật lửa trong quà', 'khu'), 12],
  [
    story(
      'protected',
      'Không cho gặp người không có trong danh sách',
      'Là người làm chứng trong một vụ án',
      'tiepnhan',
    ),
    3,
  ],
  [story('lower-bunk', 'Đi lại bằng nạng', 'Gãy chân cũ, đi lại khó', 'tiepnhan'), 16],
  [
    story(
      'interpreter',
      'Biết ít tiếng phổ thông; nói tiếng Nùng',
      'Không tự đọc, ký giấy tờ được',
      'tiepnhan',
    ),
    12,
  ],
  [
    story('health-watch', 'Có cơn choáng, không để một mình nơi cao', 'Theo lời kể khi khám ban đầu', 'yte'),
    9,
  ],
  [story('medicine', 'Uống thuốc lúc 08:00 và 20:00', 'Đơn thuốc mang theo', 'yte'), 10],
  [story('allergy', 'Dị ứng kháng sinh nhóm penicillin', 'Có giấy của bệnh viện', 'yte'), 5],
  [story('other', 'Sợ nơi kín, cần cửa sổ', 'Người nhà kể khi tiếp nhận', 'tiepnhan'), 4],
]

function story(code: AlertCode, detail: string | null, reason: string, by: Story['by']): Story {
  return { code, detail, reason, by }
}

/** Alerts on some of those who are on the roll, reviewed on their days but for a few. */
export function inventAlerts(
  plan: SeedPlan,
  block: SeedBlock,
  stays: readonly StayOnFile[],
): Insertable<AlertTable>[] {
  const random = new SeededRandom(plan.seed, 'alerts', block.index)
  const newId = uuidMaker(random, block.index)
  const today = dayOf(plan.asOf)
  // People of a block may share a room: there is either somebody violent or somebody to be protected in it.
  const excluded = block.index % 2 === 0 ? 'protected' : 'violence'
  const [first, ...others] = STORIES.filter(([{ code }]) => code !== excluded)
  if (first === undefined) return []
  return stays.flatMap(({ stay, who }): Insertable<AlertTable>[] => {
    if (stay.endedAt !== null || !random.chance(ALERT_SHARE)) return []
    const told = random.weighted<Story>([first, ...others])
    const receivedAt = stay.happenings[0]?.at ?? plan.asOf
    const raisedAt = raisedAfter(random, receivedAt, told.by, plan.asOf)
    const fromOn = dayOf(raisedAt)
    const by = recorderKey(plan, told.by)
    const isClosed = daysBetween(fromOn, today) > 20 && random.chance(CLOSED_SHARE)
    return [
      {
        id: newId(),
        person_id: who.person.id,
        code: told.code,
        detail: told.detail,
        reason: told.reason,
        from_on: fromOn,
        to_on: null,
        review_on: reviewOf(random, told.code, fromOn, today),
        raised_at: raisedAt,
        raised_by: by,
        closed_at: isClosed ? atTime(addDays(fromOn, 18), '15:00') : null,
        closed_by: isClosed ? by : null,
        close_reason: isClosed ? 'Đã ổn định, không còn biểu hiện' : null,
      },
    ]
  })
}

/** At the gate for the desk, within the first weeks for the zone. */
function raisedAfter(random: SeededRandom, receivedAt: Instant, by: Story['by'], asOf: Instant): Instant {
  const later = addHours(receivedAt, by === 'khu' ? random.whole(24, 24 * 40) : random.whole(1, 3))
  return later < asOf ? later : asOf
}

/** The next day of review: counted on from the first until it lies ahead; a few stand overdue. */
function reviewOf(random: SeededRandom, code: AlertCode, fromOn: Day, today: Day): Day {
  const late = addDays(today, -random.whole(0, MOST_LATE_DAYS))
  if (random.chance(LATE_SHARE) && late > fromOn) return late
  let review = defaultReviewOn(code, fromOn)
  while (review <= today) review = defaultReviewOn(code, review)
  return review
}
