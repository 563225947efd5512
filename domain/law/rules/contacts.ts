import { addDays } from '../../time/day.ts'
import type { LawRule, RuleUnit, RuleValue } from '../rule.ts'
import { REGIME_STARTS } from '../regime.ts'
import { procedureRows } from './regime-rows.ts'

const Q1567_FROM = '2025-03-08'
const R120_FROM = REGIME_STARTS.at(-1)?.from ?? Q1567_FROM

/**
 * A row of Quyết định 1567/QĐ-BCA: in force from 08/03/2025; whether it outlived 30/06/2026 no text says, so the row
 * from 01/07/2026 on is unsettled and a setting of the centre decides.
 */
function q1567Rows(
  id: string,
  title: string,
  cell: { value: RuleValue; unit?: RuleUnit; source: string },
  survives: boolean,
): LawRule[] {
  const row = { id, axis: 'procedure', title, unit: 'none', ...cell } as const
  const first: LawRule = {
    ...row,
    effectiveFrom: Q1567_FROM,
    effectiveTo: addDays(R120_FROM, -1),
    confidence: 'secondary',
  }
  if (!survives) return [first]
  const note = 'Chưa rõ quyết định này còn áp dụng từ 01/07/2026'
  return [first, { ...row, effectiveFrom: R120_FROM, confidence: 'unsettled', question: 'Q-2', note }]
}

/** §2.6 Visits, calls, letters, gifts (thăm gặp, liên lạc, nhận quà). One row per number of a rule. */
export const CONTACT_RULES: readonly LawRule[] = [
  ...procedureRows('DAY-16a', 'Số lần thăm gặp thân nhân mỗi tuần', {
    R73: { value: { max: 1 }, unit: 'times', source: 'D116 Điều 69.1' },
    R120: { value: { max: 1 }, unit: 'times', source: 'D163 Điều 120.1' },
  }),
  ...procedureRows('DAY-16b', 'Thời gian một lần thăm gặp', {
    R73: { value: { max: 120 }, unit: 'minutes', source: 'D116 Điều 69.1' },
    R120: { value: { max: 45 }, unit: 'minutes', source: 'D163 Điều 120.1' },
  }),
  ...procedureRows('DAY-16c', 'Số thân nhân trong một lần thăm gặp', {
    R73: { value: { max: 3 }, unit: 'people', source: 'D116 Điều 69.1' },
    R120: { value: { max: 3 }, unit: 'people', source: 'D163 Điều 120.1' },
  }),
  ...procedureRows('DAY-16d', 'Thời gian Trưởng cơ sở được cho gặp thêm', {
    R73: {
      value: { max: 120 },
      unit: 'minutes',
      source: 'D116 Điều 69.1',
      note: 'Một lần gặp không quá 4 giờ',
    },
    R120: { value: { max: 15 }, unit: 'minutes', source: 'D163 Điều 120.1' },
  }),
  ...procedureRows('DAY-16e', 'Số lần gặp vợ, chồng ở phòng riêng mỗi tháng', {
    R73: { value: { max: 1 }, unit: 'times', source: 'D116 Điều 69.1' },
  }),
  ...procedureRows('DAY-16f', 'Thời gian gặp vợ, chồng ở phòng riêng', {
    R73: { value: { max: 48 }, unit: 'hours', source: 'D116 Điều 69.1' },
  }),
  ...q1567Rows(
    'DAY-17a',
    'Thời gian gặp vợ, chồng ở phòng riêng',
    { value: { max: 24 }, unit: 'hours', source: 'Q1567 Điều 25' },
    false,
  ),
  ...q1567Rows(
    'DAY-17b',
    'Thời gian đã chấp hành để được gặp vợ, chồng ở phòng riêng',
    { value: { min: 3 }, unit: 'months', source: 'Q1567 Điều 25' },
    false,
  ),
  ...q1567Rows(
    'DAY-17c',
    'Số tháng xếp loại tốt trong 3 tháng gần nhất để được gặp ở phòng riêng, không tháng nào kém',
    { value: { min: 2 }, unit: 'months', source: 'Q1567 Điều 25' },
    false,
  ),
  ...q1567Rows(
    'DAY-17d',
    'Không thăm gặp khi đang bị xem xét hoặc chấp hành kỷ luật',
    { value: true, source: 'Q1567 Điều 24' },
    true,
  ),
  ...q1567Rows(
    'DAY-17e',
    'Số thân nhân trong một lần thăm gặp khi có lý do đặc biệt',
    { value: { max: 5 }, unit: 'people', source: 'Q1567 Điều 24' },
    true,
  ),
  ...q1567Rows(
    'DAY-17f',
    'Người thăm có tên trong Sổ theo dõi thăm gặp hoặc chứng minh quan hệ, xuất trình giấy tờ tùy thân',
    { value: true, source: 'Q1567 Điều 26' },
    true,
  ),
  ...procedureRows('DAY-18a', 'Số lần gọi điện thoại, gọi hình mỗi tháng', {
    R120: { value: { max: 4 }, unit: 'times', source: 'D163 Điều 120.2b' },
  }),
  ...procedureRows('DAY-18b', 'Thời gian một lần gọi', {
    R120: { value: { max: 15 }, unit: 'minutes', source: 'D163 Điều 120.2b' },
  }),
  ...procedureRows('DAY-18c', 'Số lần gọi Trưởng cơ sở được cho thêm mỗi tháng', {
    R120: { value: { max: 2 }, unit: 'times', source: 'D163 Điều 120.2b' },
  }),
  ...procedureRows('DAY-18d', 'Thời gian một lần gọi khi Trưởng cơ sở cho kéo dài', {
    R120: { value: { max: 30 }, unit: 'minutes', source: 'D163 Điều 120.2b' },
  }),
  ...procedureRows('DAY-18e', 'Đăng ký nội dung trước khi gọi, có cán bộ theo dõi, tự trả cước', {
    R120: { value: true, source: 'D163 Điều 120.2b' },
  }),
  ...procedureRows('DAY-19', 'Thư của người cai nghiện được kiểm tra trước khi gửi, nhận', {
    R73: { value: true, source: 'D116 Điều 69.3' },
    R120: { value: true, source: 'D163 Điều 120.2a', note: 'Gửi, nhận qua bưu chính' },
  }),
  ...procedureRows('DAY-20', 'Được nhận quà là đồ vật của thân nhân', {
    R73: {
      value: true,
      source: 'D116 Điều 69.3',
      note: 'Không nhận rượu, bia, thuốc lá, chất kích thích, đồ vật cấm',
    },
    R120: {
      value: false,
      source: 'D163 Điều 120.3',
      note: 'Chỉ nhận tiền Việt Nam, gửi vào lưu ký',
    },
  }),
]
