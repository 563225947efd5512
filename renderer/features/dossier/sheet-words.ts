import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import {
  EDUCATION_LABELS,
  MARITAL_STATE_LABELS,
  POLICY_GROUP_LABELS,
  PRIOR_KIND_LABELS,
  RELIGION_LABELS,
  WORK_STATE_LABELS,
} from '#domain/information-sheet/personal-lists.ts'
import { REHAB_METHOD_LABELS, REHAB_PLACE_LABELS } from '#domain/information-sheet/rehab-history.ts'
import { SUBSTANCE_LABELS, SUBSTANCE_ROUTE_LABELS } from '#domain/information-sheet/substances.ts'

export type SheetField = keyof InformationSheet

export const SHEET_FIELD_LABELS: Record<SheetField, string> = {
  nationality: 'Quốc tịch',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  policyGroups: 'Diện chính sách',
  education: 'Trình độ học vấn',
  schoolClass: 'Lớp cao nhất đã học',
  trade: 'Nghề đã học',
  work: 'Việc làm trước khi vào',
  occupation: 'Nghề nghiệp',
  workplace: 'Nơi làm việc',
  marital: 'Hôn nhân',
  children: 'Số con',
  priors: 'Tiền án, tiền sự',
  substances: 'Chất đã dùng',
  firstUseYear: 'Năm dùng lần đầu',
  firstUseReason: 'Lý do dùng lần đầu',
  rehabs: 'Đã cai nghiện',
  substitution: 'Điều trị thay thế',
  heightCm: 'Chiều cao (cm)',
  weightKg: 'Cân nặng (kg)',
  wishes: 'Nguyện vọng',
  note: 'Ghi chú',
}

/** Parts of the sheet in the order of the form. */
export const SHEET_PARTS: readonly { title: string; fields: readonly SheetField[] }[] = [
  {
    title: 'Bản thân, học vấn, việc làm',
    fields: [
      'nationality',
      'ethnicity',
      'religion',
      'policyGroups',
      'education',
      'schoolClass',
      'trade',
      'work',
      'occupation',
      'workplace',
      'marital',
      'children',
      'heightCm',
      'weightKg',
    ],
  },
  {
    title: 'Sử dụng ma túy và cai nghiện',
    fields: ['substances', 'firstUseYear', 'firstUseReason', 'rehabs', 'substitution'],
  },
  { title: 'Tiền án, tiền sự; nguyện vọng', fields: ['priors', 'wishes', 'note'] },
]

/** Fields that stand over the whole width. */
export const WIDE_FIELDS: ReadonlySet<SheetField> = new Set([
  'policyGroups',
  'priors',
  'substances',
  'rehabs',
  'firstUseReason',
  'wishes',
  'note',
])

function useText(use: InformationSheet['substances'][number]): string {
  return [
    use.name ?? SUBSTANCE_LABELS[use.substance],
    use.isMain ? 'chất chính' : '',
    use.routes.map((route) => SUBSTANCE_ROUTE_LABELS[route].toLowerCase()).join(', '),
    use.sinceYear === null ? '' : `từ năm ${use.sinceYear}`,
    use.frequency ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function rehabText(rehab: InformationSheet['rehabs'][number]): string {
  return [
    rehab.placeName ?? REHAB_PLACE_LABELS[rehab.place],
    [rehab.method === null ? '' : REHAB_METHOD_LABELS[rehab.method], rehab.methodWords ?? '']
      .filter(Boolean)
      .join(': '),
    rehab.fromYear === null ? '' : `năm ${rehab.fromYear}`,
    rehab.months === null ? '' : `${rehab.months} tháng`,
    rehab.isFinished === null ? '' : rehab.isFinished ? 'đã hoàn thành' : 'bỏ dở',
  ]
    .filter(Boolean)
    .join(' · ')
}

function priorText(prior: InformationSheet['priors'][number]): string {
  return [PRIOR_KIND_LABELS[prior.kind], prior.what ?? '', prior.year ?? '', prior.body ?? '']
    .filter(Boolean)
    .join(' · ')
}

/** A field of the sheet as people read it; empty text for nothing. */
export function sheetText(sheet: InformationSheet, field: SheetField): string {
  switch (field) {
    case 'religion':
      return sheet.religion === null ? '' : RELIGION_LABELS[sheet.religion]
    case 'policyGroups':
      return sheet.policyGroups.map((group) => POLICY_GROUP_LABELS[group]).join(', ')
    case 'education':
      return sheet.education === null ? '' : EDUCATION_LABELS[sheet.education]
    case 'work':
      return sheet.work === null ? '' : WORK_STATE_LABELS[sheet.work]
    case 'marital':
      return sheet.marital === null ? '' : MARITAL_STATE_LABELS[sheet.marital]
    case 'substances':
      return sheet.substances.map(useText).join('\n')
    case 'rehabs':
      return sheet.rehabs.map(rehabText).join('\n')
    case 'priors':
      return sheet.priors.map(priorText).join('\n')
    case 'weightKg':
      return sheet.weightKg === null ? '' : String(sheet.weightKg).replace('.', ',')
    default:
      return String(sheet[field] ?? '')
  }
}
