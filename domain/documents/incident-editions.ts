import type { FormEdition } from './form-editions.ts'

/** Documents the centre makes of an incident. */
export const INCIDENT_FORMS = [
  'incident-minutes',
  'injury-minutes',
  'seizure-minutes',
  'exhibit-hand-over',
  'incident-statement',
  'incident-account',
  'incident-decision',
  'incident-report',
  'death-notice',
  'family-absent-minutes',
] as const
export type IncidentForm = (typeof INCIDENT_FORMS)[number]

export const INCIDENT_FORM_LABELS: Record<IncidentForm, string> = {
  'incident-minutes': 'Biên bản vụ việc',
  'injury-minutes': 'Biên bản ghi nhận thương tích',
  'seizure-minutes': 'Biên bản thu giữ, niêm phong',
  'exhibit-hand-over': 'Biên bản bàn giao vật chứng',
  'incident-statement': 'Biên bản ghi lời khai',
  'incident-account': 'Bản tường trình',
  'incident-decision': 'Quyết định xử lý vụ việc',
  'incident-report': 'Báo cáo vụ việc',
  'death-notice': 'Thông báo người chết',
  'family-absent-minutes': 'Biên bản gia đình không đến',
}

/** Forms about one person: their tags name who it is. */
export const FORMS_OF_ONE = [
  'incident-statement',
  'incident-account',
  'death-notice',
  'family-absent-minutes',
] as const satisfies readonly IncidentForm[]

/** Forms of a death: the law of the day of the death says who is told and how (INC-14, INC-15). */
export const FORMS_OF_DEATH: readonly IncidentForm[] = ['death-notice', 'family-absent-minutes']

export const INCIDENT_EDITION_IDS = [
  'bien-ban-vu-viec',
  'bien-ban-thuong-tich',
  'bien-ban-thu-giu',
  'bien-ban-vat-chung',
  'bien-ban-loi-khai',
  'ban-tuong-trinh',
  'qd-xu-ly-vu-viec',
  'bao-cao-vu-viec',
  'd163-thong-bao-chet',
  'd116-thong-bao-chet',
  'd163-gia-dinh-vang',
  'd116-gia-dinh-vang',
] as const

const EVERY_TRACK: FormEdition['tracks'] = ['compulsory', 'voluntary', 'held']
const OF_HOUSE = { regime: null, tracks: EVERY_TRACK, number: null, issuedWith: null } as const
const R120 = { ...OF_HOUSE, regime: 'R120' } as const
const R73 = { ...OF_HOUSE, regime: 'R73' } as const
const HOUSE_RULES = 'Nội quy, quy chế của cơ sở (INC-17; chưa tìm thấy điều luật ấn định mẫu)'

/** Wordings of papers of incidents: no text read prescribes a form for any of them. */
export const INCIDENT_EDITIONS: readonly FormEdition[] = [
  {
    ...OF_HOUSE,
    id: 'bien-ban-vu-viec',
    form: 'incident-minutes',
    title: 'Biên bản vụ việc',
    source: HOUSE_RULES,
    register: 'minutes',
    copies: ['Trưởng cơ sở'],
  },
  {
    ...OF_HOUSE,
    id: 'bien-ban-thuong-tich',
    form: 'injury-minutes',
    title: 'Biên bản ghi nhận thương tích',
    source: HOUSE_RULES,
    register: 'minutes',
    copies: ['Tổ y tế'],
  },
  {
    ...OF_HOUSE,
    id: 'bien-ban-thu-giu',
    form: 'seizure-minutes',
    title: 'Biên bản thu giữ, niêm phong đồ vật',
    source: HOUSE_RULES,
    register: 'minutes',
    copies: ['Người có đồ vật bị thu giữ (01 bản)', 'Kho vật chứng (01 bản)'],
  },
  {
    ...OF_HOUSE,
    id: 'bien-ban-vat-chung',
    form: 'exhibit-hand-over',
    title: 'Biên bản bàn giao vật chứng',
    source: HOUSE_RULES,
    register: 'minutes',
    copies: ['Bên giao (01 bản)', 'Bên nhận (01 bản)'],
  },
  {
    ...OF_HOUSE,
    id: 'bien-ban-loi-khai',
    form: 'incident-statement',
    title: 'Biên bản ghi lời khai',
    source: HOUSE_RULES,
    register: 'minutes',
    copies: [],
  },
  {
    ...OF_HOUSE,
    id: 'ban-tuong-trinh',
    form: 'incident-account',
    title: 'Bản tường trình',
    source: HOUSE_RULES,
    register: 'sheets',
    copies: [],
  },
  {
    ...OF_HOUSE,
    id: 'qd-xu-ly-vu-viec',
    form: 'incident-decision',
    title: 'Quyết định xử lý vụ việc',
    source: HOUSE_RULES,
    register: 'decisions',
    copies: ['Các tổ có liên quan'],
  },
  {
    ...OF_HOUSE,
    id: 'bao-cao-vu-viec',
    form: 'incident-report',
    title: 'Báo cáo vụ việc',
    source: HOUSE_RULES,
    register: 'reports',
    copies: ['Như trên'],
  },
  {
    ...R120,
    id: 'd163-thong-bao-chet',
    form: 'death-notice',
    title: 'Thông báo người cai nghiện chết',
    source: 'D163 Điều 122.1',
    register: 'notices',
    copies: ['Như trên'],
  },
  {
    ...R73,
    id: 'd116-thong-bao-chet',
    form: 'death-notice',
    title: 'Thông báo người cai nghiện chết',
    source: 'D116 Điều 61.1',
    register: 'notices',
    copies: ['Như trên'],
  },
  {
    ...R120,
    id: 'd163-gia-dinh-vang',
    form: 'family-absent-minutes',
    title: 'Biên bản về việc gia đình người chết không đến',
    source: 'D163 Điều 122',
    register: 'minutes',
    copies: ['Cơ quan điều tra'],
  },
  {
    ...R73,
    id: 'd116-gia-dinh-vang',
    form: 'family-absent-minutes',
    title: 'Biên bản về việc gia đình người chết không đến',
    source: 'D116 Điều 61',
    register: 'minutes',
    copies: ['Cơ quan điều tra'],
  },
]
