import {
  ASKED_ILLNESS_LABELS,
  ILLNESS_ANSWER_LABELS,
  type FirstCheck,
} from '#domain/information-sheet/first-check.ts'
import { formatNumber } from '#ui/format.ts'

export type CheckField = keyof FirstCheck

export const CHECK_FIELD_LABELS: Record<CheckField, string> = {
  pulse: 'Mạch (lần/phút)',
  systolic: 'Huyết áp tối đa (mmHg)',
  diastolic: 'Huyết áp tối thiểu (mmHg)',
  temperature: 'Nhiệt độ (°C)',
  heightCm: 'Chiều cao (cm)',
  weightKg: 'Cân nặng (kg)',
  illnesses: 'Bệnh đã hỏi',
  familyHistory: 'Tiền sử gia đình',
  drugTest: 'Xét nghiệm ma túy',
  withdrawalSigns: 'Dấu hiệu hội chứng cai',
  injuries: 'Thương tích, dấu vết trên thân thể',
  conclusion: 'Kết luận',
}

/** Boxes of a number. */
export const MEASURES = ['pulse', 'systolic', 'diastolic', 'temperature', 'heightCm', 'weightKg'] as const
/** Boxes of words, in the order of the form. */
export const WORD_FIELDS = ['familyHistory', 'drugTest', 'withdrawalSigns', 'injuries', 'conclusion'] as const

/** A field of the check as people read it; empty text for nothing. */
export function checkText(check: FirstCheck, field: CheckField): string {
  if (field === 'illnesses') {
    return check.illnesses
      .map(({ illness, answer, note }) =>
        [`${ASKED_ILLNESS_LABELS[illness]}: ${ILLNESS_ANSWER_LABELS[answer].toLowerCase()}`, note]
          .filter(Boolean)
          .join(', '),
      )
      .join('\n')
  }
  const value = check[field]
  return typeof value === 'number' ? formatNumber(value) : (value ?? '')
}
