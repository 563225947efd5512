import {
  ASKED_ILLNESS_LABELS,
  ILLNESS_ANSWER_LABELS,
  type FirstCheck,
} from '#domain/information-sheet/first-check.ts'
import { formatNumber } from '#ui/format.ts'

export type CheckField = keyof FirstCheck

export const CHECK_FIELD_LABELS: Record<CheckField, string> = {
  pulse: 'Mạch',
  systolic: 'Huyết áp tối đa',
  diastolic: 'Huyết áp tối thiểu',
  temperature: 'Nhiệt độ',
  heightCm: 'Chiều cao',
  weightKg: 'Cân nặng',
  illnesses: 'Bệnh đã hỏi',
  familyHistory: 'Tiền sử gia đình',
  drugTest: 'Xét nghiệm ma túy',
  withdrawalSigns: 'Dấu hiệu hội chứng cai',
  injuries: 'Thương tích, dấu vết trên thân thể',
  conclusion: 'Kết luận',
}

/** Boxes of a number. */
export const MEASURES = ['pulse', 'systolic', 'diastolic', 'temperature', 'heightCm', 'weightKg'] as const
type Measure = (typeof MEASURES)[number]

/** What each is measured in. */
export const MEASURE_UNITS: Record<Measure, string> = {
  pulse: 'lần/phút',
  systolic: 'mmHg',
  diastolic: 'mmHg',
  temperature: '°C',
  heightCm: 'cm',
  weightKg: 'kg',
}

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
  const measure = MEASURES.find((one) => one === field)
  if (measure) {
    const value = check[measure]
    return value === null ? '' : `${formatNumber(value)} ${MEASURE_UNITS[measure]}`
  }
  return String(check[field] ?? '')
}
