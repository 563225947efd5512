import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { RequestTable } from '#db/schema/request.ts'
import type { RequestStepTable } from '#db/schema/request-step.ts'
import type { RequestKind, RequestTopic } from '#domain/requests/request-kinds.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, startOfDay } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_REQUESTS = 65_525
/** Days of the book that are filled in, back from now. */
const DAYS = 365
/** Requests handed in over those days, whatever the size of the centre. */
const REQUESTS = 90
/** The newest of them nobody has settled yet. */
const OPEN = 7

interface Sample {
  kind: RequestKind
  topic: RequestTopic
  body: string
  answer: string
}

const SAMPLES: readonly Sample[] = [
  {
    kind: 'wish',
    topic: 'visits',
    body: 'Xin được gọi điện cho mẹ vì mẹ mới ra viện.',
    answer: 'Đồng ý cho gọi điện vào ngày trong tuần theo lịch của khu.',
  },
  {
    kind: 'wish',
    topic: 'labour',
    body: 'Xin chuyển sang lớp sửa chữa xe máy.',
    answer: 'Ghi vào danh sách chờ; xếp khi lớp mở đợt mới.',
  },
  {
    kind: 'grievance',
    topic: 'food',
    body: 'Cơm trưa nguội, canh ít rau nhiều ngày liền.',
    answer: 'Đã nhắc bếp ăn chia suất đúng giờ; cán bộ khu kiểm tra mỗi ngày trong tuần tới.',
  },
  {
    kind: 'grievance',
    topic: 'lodging',
    body: 'Quạt trần trong phòng hỏng, ban đêm nóng không ngủ được.',
    answer: 'Đã thay quạt trong ngày.',
  },
  {
    kind: 'wish',
    topic: 'health',
    body: 'Xin được khám răng vì đau mấy hôm nay.',
    answer: 'Đã báo y tế; khám vào buổi sáng thứ Năm.',
  },
  {
    kind: 'grievance',
    topic: 'money',
    body: 'Số tiền lưu ký còn lại không đúng với phiếu gia đình gửi.',
    answer: 'Đã đối chiếu sổ lưu ký, in sao kê đưa học viên ký xác nhận.',
  },
  {
    kind: 'complaint',
    topic: 'conduct',
    body: 'Khiếu nại việc xếp loại tháng trung bình vì cho rằng đã đủ ngày công.',
    answer: 'Đã xem lại bảng chấm công, giữ nguyên xếp loại; lý do đã giải thích cho học viên.',
  },
  {
    kind: 'grievance',
    topic: 'staff',
    body: 'Phản ánh cán bộ trực đêm nói năng thiếu tôn trọng.',
    answer: 'Đã làm việc với cán bộ, nhắc nhở trước đội; người gửi được thông báo.',
  },
]

type Row = Insertable<RequestTable>

/** A year of the book of requests: most settled, a few waiting, one of them late. Follows the accounts. */
export function fillRequests(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'requests')
  const newId = uuidMaker(random, BLOCK_OF_REQUESTS)
  const inside = db.all(
    qb
      .selectFrom('roster')
      .select(['person_id', 'zone_id', 'received_at'])
      .where('zone_id', 'is not', null)
      .orderBy('person_id')
      .limit(2 * REQUESTS),
  )
  if (inside.length === 0) return
  const by = recorderKey(plan, 'khu')
  const head = recorderKey(plan, 'truong')
  const today = dayOf(plan.asOf)
  const requests: Row[] = []
  const steps: Insertable<RequestStepTable>[] = []
  const numbers = new Map<number, number>()
  const answers = new Map<number, number>()
  for (let i = 0; i < REQUESTS; i += 1) {
    const one = inside[(i * 7) % inside.length]
    const sample = SAMPLES[random.whole(0, SAMPLES.length - 1)]
    if (!one || !sample) continue
    const day = addDays(today, -Math.round(((REQUESTS - 1 - i) * DAYS) / REQUESTS) - 1)
    const receivedAt = addHours(startOfDay(day), random.whole(7, 17))
    // Whoever was not here yet did not hand it in by name: it lay in the box.
    const isNamed = one.received_at <= receivedAt && sample.topic !== 'staff'
    const year = Number(day.slice(0, 4))
    const no = (numbers.get(year) ?? 0) + 1
    numbers.set(year, no)
    const isOpen = i >= REQUESTS - OPEN
    const answerYear = Number(addDays(day, 3).slice(0, 4))
    const answerNo = (answers.get(answerYear) ?? 0) + 1
    if (!isOpen) answers.set(answerYear, answerNo)
    const id = newId()
    const owner = sample.topic === 'staff' ? head : by
    const answeredAt = addHours(startOfDay(addDays(day, 3)), 15)
    const complaint = sample.kind === 'complaint'
    requests.push({
      id,
      year,
      no,
      channel: isNamed ? 'person' : 'box',
      person_id: isNamed ? one.person_id : null,
      group_name: null,
      zone_id: one.zone_id,
      kind: sample.kind,
      topic: sample.topic,
      about_staff: sample.topic === 'staff' ? 1 : 0,
      body: sample.body,
      received_at: receivedAt,
      recorded_at: receivedAt,
      recorded_by: by,
      state: isOpen ? 'assigned' : 'closed',
      owner_id: owner.replace('user:', ''),
      due_on: addDays(day, complaint ? 30 : sample.kind === 'wish' ? 10 : 5),
      due_rule: complaint ? 'REQ-02' : null,
      answer: isOpen ? null : sample.answer,
      answered_at: isOpen ? null : answeredAt,
      answered_by: isOpen ? null : owner,
      answer_year: isOpen ? null : answerYear,
      answer_no: isOpen ? null : answerNo,
      ended_at: isOpen ? null : addHours(answeredAt, 24),
    })
    const step = (kind: RequestStepTable['kind'], at: string, who: string, ownerId: string | null = null) =>
      steps.push({ id: newId(), request_id: id, kind, at, by: who, owner_id: ownerId, note: null })
    step('received', receivedAt, by)
    step('assigned', addHours(receivedAt, 1), head, owner.replace('user:', ''))
    if (isOpen) continue
    step('answered', answeredAt, owner)
    step('told', addHours(answeredAt, 2), owner)
    step('closed', addHours(answeredAt, 24), owner)
  }
  insertRows(db, 'request', requests)
  insertRows(db, 'request_step', steps)
}
