import type { LawRule } from '../rule.ts'
import { procedureRows } from './regime-rows.ts'

/** Rows of §2.7 on the money a person earns in the centre. */
export const LABOUR_MONEY_RULES: readonly LawRule[] = [
  ...procedureRows('DAY-13', 'Phần kết quả lao động giữ lại cho học viên, trả khi ra', {
    R120: {
      value: 20,
      unit: 'percent',
      source: 'D163 Điều 118.2c',
      note: 'Phần còn lại: 30% bổ sung tiền ăn, 20% sinh hoạt, 30% văn hóa, thể thao, khen thưởng',
    },
  }),
]
