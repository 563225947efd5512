import type { Insertable } from 'kysely'
import type { CampaignActivityTable } from '#db/schema/campaign-activity.ts'
import { atTime } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { CareSeed } from './seed-care.ts'
import { recorderKey } from './seed-users.ts'

const ACTIVITIES = [
  ['01', 'Lễ phát động Tháng hành động', 'Sân cơ sở', 300, 40, 15],
  ['08', 'Thi tìm hiểu pháp luật phòng, chống ma túy', 'Hội trường', 180, 22, 0],
  ['14', 'Giải bóng chuyền giữa các tổ', 'Sân thể thao', 120, 12, 0],
  ['20', 'Nói chuyện chuyên đề: tác hại ma túy tổng hợp', 'Hội trường', 260, 18, 2],
  ['26', 'Mít tinh hưởng ứng Ngày toàn dân phòng, chống ma túy', 'Sân cơ sở', 305, 45, 30],
] as const

/** The campaign month of the last June, held and reported. */
export function fillCampaigns({ db, plan, newId, teacher, today }: CareSeed): void {
  const year = today.slice(5) > '07-05' ? Number(today.slice(0, 4)) : Number(today.slice(0, 4)) - 1
  const id = newId()
  const reportedAt = atTime(`${year}-07-03`, '15:00')
  insertRows(db, 'campaign', [
    {
      id,
      name: `Tháng hành động phòng, chống ma túy năm ${year}`,
      from_on: `${year}-06-01`,
      to_on: `${year}-06-30`,
      goal: '100% học viên được tuyên truyền; mỗi tổ có ít nhất một hoạt động văn hóa, thể thao.',
      state: 'reported',
      result: 'Hoàn thành 5/5 hoạt động; học viên tham gia đầy đủ, an toàn.',
      reported_at: reportedAt,
      reported_by: recorderKey(plan, 'truong'),
      created_at: atTime(`${year}-05-15`, '09:00'),
      created_by: teacher,
    },
  ])
  insertRows(
    db,
    'campaign_activity',
    ACTIVITIES.map(([day, title, place, residents, staff, guests]): Insertable<CampaignActivityTable> => ({
      id: newId(),
      campaign_id: id,
      held_on: `${year}-06-${day}`,
      title,
      place,
      leader: 'Vi Văn Thắng',
      planned_heads: residents,
      is_held: 1,
      residents,
      staff,
      guests,
      result: 'Đúng kế hoạch',
      removed_at: null,
      remove_reason: null,
      updated_at: atTime(`${year}-06-${day}`, '17:00'),
      updated_by: teacher,
    })),
  )
}
