import type { LawRule } from '../rule.ts'
import { bothRegimes, procedureRows, termRows } from './regime-rows.ts'

const NO_LENGTH = 'Không quy định số ngày'

/** §2.5 The five stages (D163 Điều 84-88; D116 Điều 22-26), and what the house adds on monthly ratings. */
export const CARE_PATH_RULES: readonly LawRule[] = [
  ...procedureRows('ST-1', 'Giai đoạn tiếp nhận, phân loại', {
    R73: { value: NO_LENGTH, source: 'D116 Điều 22', form: 'Mẫu 19, 20' },
    R120: { value: { max: 2 }, unit: 'days', source: 'D163 Điều 84.6', form: 'Mẫu 17, 18' },
  }),
  ...procedureRows('ST-2', 'Giai đoạn điều trị cắt cơn, giải độc, các rối loạn tâm thần, bệnh lý khác', {
    R73: { value: NO_LENGTH, source: 'D116 Điều 23' },
    R120: { value: { min: 10 }, unit: 'days', source: 'D163 Điều 85' },
  }),
  ...procedureRows('ST-3', 'Giai đoạn giáo dục, tư vấn, phục hồi hành vi, nhân cách', {
    R73: { value: NO_LENGTH, source: 'D116 Điều 24' },
    R120: { value: { min: 3 }, unit: 'months', source: 'D163 Điều 86' },
  }),
  ...procedureRows('ST-4', 'Giai đoạn lao động trị liệu, học nghề', {
    R73: { value: NO_LENGTH, source: 'D116 Điều 25' },
    R120: {
      value: 'Từ khi kết thúc giai đoạn 2 đến hết thời hạn',
      source: 'D163 Điều 87.3',
      note: 'Chồng với giai đoạn 3 và giai đoạn 5',
    },
  }),
  ...procedureRows('ST-5', 'Giai đoạn chuẩn bị tái hòa nhập cộng đồng trước khi hết thời hạn', {
    R73: { value: NO_LENGTH, source: 'D116 Điều 26', form: 'Mẫu 21' },
    R120: { value: 30, unit: 'days', source: 'D163 Điều 88.5, 88.7', form: 'Mẫu 19' },
  }),
  ...termRows('ST-6', 'Số giai đoạn đầu người cai nghiện tự nguyện phải hoàn thành', {
    R73: { value: { min: 3 }, source: 'L73 Điều 29.2', confidence: 'recalled' },
    R120: { value: { min: 5 }, source: 'D163 Điều 84-88' },
  }),
  ...procedureRows(
    'CON-01',
    'Vắng không lý do trong tháng: hạ đề xuất xếp loại',
    bothRegimes({
      value: { min: 1, max: 3 },
      source: 'NB',
      confidence: 'unsettled',
      note: 'Từ mức thấp: đề xuất không quá khá; từ mức cao: không quá trung bình. Theo quy chế của cơ sở',
    }),
  ),
  ...procedureRows(
    'CON-02',
    'Số ngày có mặt ít nhất trong tháng để được xếp loại',
    bothRegimes({ value: 15, unit: 'days', source: 'NB', confidence: 'unsettled' }),
  ),
  ...termRows('CON-03', 'Số tháng gần nhất phải xếp loại khá trở lên để xét giảm thời hạn', {
    R73: { value: 3, unit: 'months', source: 'D116 Điều 58.1a', question: 'Q-1' },
  }),
]
