import type { LawRule, RuleUnit, RuleValue } from '../rule.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../clock-settings.ts'

const FROM = '2022-01-01'

function house(
  id: string,
  title: string,
  value: RuleValue,
  unit: RuleUnit,
  more: { question?: string; note?: string } = {},
): LawRule {
  return {
    id,
    axis: 'procedure',
    title,
    value,
    unit,
    effectiveFrom: FROM,
    source: 'NB',
    confidence: 'unsettled',
    ...more,
  }
}

const D = DEFAULT_CLOCK_SETTINGS

/** What no text fixes and a centre decides for itself: how the clock counts, and its own deadlines. */
export const HOUSE_RULES: readonly LawRule[] = [
  house('CLK-01', 'Giờ hết thời hạn trong ngày cuối cùng', D.expiryTime, 'none', {
    note: 'Để người cai nghiện ra về khi trời còn sáng',
  }),
  house('CLK-02', 'Giờ hết hạn của việc có hạn tính theo ngày', D.dayDeadlineTime, 'none'),
  house('CLK-03', 'Thông báo trước khi hết thời hạn (D-30) tính theo ngày', D.noticeIsDate, 'none', {
    note: 'Không: tính đủ 24 giờ mỗi ngày, lùi từ giờ hết thời hạn',
  }),
  house(
    'CLK-04',
    'Số ngày bỏ trốn tính cả ngày đi và ngày về',
    D.escapedDaysCounting === 'both-days',
    'none',
    {
      note: 'CNT-04. Không: bỏ trốn 01/03, trở lại 10/03 là 9 ngày',
    },
  ),
  house(
    'CLK-05',
    'Hạn nộp giấy tờ rơi vào ngày nghỉ được chuyển sang ngày làm việc',
    D.movePaperDeadlineOffHoliday,
    'none',
    {
      note: 'CNT-03, BLDS Điều 148.5. Không bao giờ áp dụng cho ngày hết thời hạn',
    },
  ),
  house('CLK-06', 'Báo trước khi hết thời hạn theo Luật 73/2021', D.r73NoticeDays, 'days', {
    question: 'Q-1',
    note: 'DIS-01',
  }),
  house('CLK-07', 'Thời hạn theo Luật 73/2021 còn được giảm từ 01/07/2026', D.r73ReducedUnderR120, 'none', {
    question: 'Q-1',
    note: 'RED-01, RED-02',
  }),
  house(
    'CLK-08',
    'Bị phạt tù từ 01/07/2026 vẫn được miễn phần còn lại theo Luật 73/2021',
    D.r73PrisonExemptsUnderR120,
    'none',
    {
      question: 'Q-1',
      note: 'TERM-14',
    },
  ),
  house('HOUSE-01', 'Nhắc trước việc có hạn tính bằng giờ', 6, 'hours'),
  house('HOUSE-02', 'Nhắc trước việc có hạn tính bằng ngày', 3, 'days'),
  house('HOUSE-03', 'Báo Trưởng cơ sở khi việc tính bằng giờ quá hạn', 0, 'hours'),
  house('HOUSE-04', 'Báo Trưởng cơ sở khi việc tính bằng ngày quá hạn', 1, 'days'),
  house('HOUSE-05', 'Xếp giường sau khi tiếp nhận hoặc rời giường', 24, 'hours'),
  house('HOUSE-06', 'Kiểm đủ giấy tờ sau khi ra về hoặc chuyển đi', 3, 'days'),
  house('HOUSE-07', 'Việc phải làm ngay mà văn bản không ghi số giờ', 24, 'hours'),
  house('HOUSE-08', 'Trở lại đúng giờ đã định khi cho ra ngoài', true, 'none'),
  house('HOUSE-09', 'Xem lại cảnh báo vào ngày đã hẹn', true, 'none'),
  house('HOUSE-10', 'Xem lại cảnh báo y tế vào ngày đã hẹn', true, 'none'),
  house('INC-17', 'Báo cáo Trưởng cơ sở khi có vụ việc', 1, 'hours', {
    question: 'Q-5',
    note: 'Chưa tìm thấy điều luật; theo nội quy, quy chế của cơ sở',
  }),
  house('HOUSE-11', 'Lập biên bản vụ việc', 24, 'hours', { question: 'Q-5' }),
  house('HOUSE-12', 'Lấy lời khai, bản tường trình về vụ việc', 2, 'working-days', { question: 'Q-5' }),
  house('HOUSE-13', 'Khám, ghi nhận thương tích sau vụ việc', 2, 'hours', { question: 'Q-5' }),
  house('HOUSE-14', 'Niêm phong, nhập kho vật thu giữ', 4, 'hours', { question: 'Q-5' }),
  house('HOUSE-15', 'Rà soát nguyên nhân, biện pháp phòng ngừa sau vụ việc', 5, 'working-days'),
  house('HOUSE-16', 'Theo dõi sát người có nguy cơ tự gây thương tích', 1, 'hours'),
  house('HOUSE-18', 'Hỏi lại ngày khi báo vụ việc đã xảy ra lâu hơn', 30, 'days'),
  house('HOUSE-17', 'Làm thủ tục trợ cấp cho người bị tai nạn', 5, 'working-days', {
    note: 'INC-18: D116 Điều 67.3c; D163 Điều 114.3c không ghi thời hạn',
  }),
]
