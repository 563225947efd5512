import { z } from 'zod'

/** Illnesses the sheet asks about (Mẫu 17); each is a medical finding. */
export const ASKED_ILLNESSES = [
  'hiv',
  'tuberculosis',
  'hepatitis',
  'mental',
  'heart',
  'skin',
  'sexual',
  'other',
] as const
export type AskedIllness = (typeof ASKED_ILLNESSES)[number]

export const ASKED_ILLNESS_LABELS: Record<AskedIllness, string> = {
  hiv: 'HIV/AIDS',
  tuberculosis: 'Lao',
  hepatitis: 'Viêm gan',
  mental: 'Rối loạn tâm thần',
  heart: 'Tim mạch, huyết áp',
  skin: 'Da liễu',
  sexual: 'Bệnh lây truyền qua đường tình dục',
  other: 'Bệnh khác',
}

export const ILLNESS_ANSWERS = ['yes', 'no', 'unknown'] as const
export type IllnessAnswer = (typeof ILLNESS_ANSWERS)[number]

export const ILLNESS_ANSWER_LABELS: Record<IllnessAnswer, string> = {
  yes: 'Có',
  no: 'Không',
  unknown: 'Không rõ',
}

export const FIRST_CHECK_VERSION = 1

const words = z
  .string()
  .trim()
  .max(1000, { error: 'Ô này dài quá 1000 ký tự. Rút gọn lại.' })
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

function measure(min: number, max: number, name: string) {
  const error = `${name} phải từ ${min} đến ${max}. Đo lại hoặc kiểm tra số đã nhập.`
  return z.number({ error }).min(min, { error }).max(max, { error }).nullable().default(null)
}

/** The preliminary health check at reception (D116 Điều 55.2; D163 Điều 108.1). Behind the medical role whole. */
export const firstCheckSchema = z
  .strictObject({
    pulse: measure(30, 220, 'Mạch'),
    systolic: measure(60, 260, 'Huyết áp tối đa'),
    diastolic: measure(30, 160, 'Huyết áp tối thiểu'),
    temperature: measure(34, 43, 'Nhiệt độ'),
    heightCm: measure(80, 230, 'Chiều cao'),
    weightKg: measure(20, 250, 'Cân nặng'),
    illnesses: z
      .array(
        z.strictObject({ illness: z.enum(ASKED_ILLNESSES), answer: z.enum(ILLNESS_ANSWERS), note: words }),
      )
      .max(20)
      .default([]),
    familyHistory: words,
    drugTest: words,
    withdrawalSigns: words,
    injuries: words,
    conclusion: words,
  })
  .refine(
    (check) => check.systolic === null || check.diastolic === null || check.systolic > check.diastolic,
    {
      error: 'Huyết áp tối đa phải lớn hơn huyết áp tối thiểu.',
      path: ['systolic'],
    },
  )
export type FirstCheck = z.output<typeof firstCheckSchema>
