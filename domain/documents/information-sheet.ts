import { LETTERHEAD_TAGS, letterheadFields, type LetterheadData } from './letterhead.ts'
import { DOTS, numberedRows, shown, shownNumber, type FormTags, type MergeFields } from './merge-fields.ts'
import {
  PERSON_TAGS,
  personFields,
  STAY_TAGS,
  stayFields,
  type PersonFacts,
  type StayFacts,
} from './person-facts.ts'

/** Texts the desk may fill in or change when the sheet is printed. */
export const INFORMATION_ASKED = { nguoi_thu_thap: 'Người thu thập thông tin' } as const

/** What the sheet asks beside the person's papers (Mẫu 17, D163 Điều 84.2). */
const ANSWER_TAGS = {
  quoc_tich: 'Quốc tịch',
  ton_giao: 'Tôn giáo',
  doi_tuong_chinh_sach: 'Đối tượng chính sách',
  viec_lam: 'Tình trạng việc làm trước khi vào cơ sở',
  hon_nhan: 'Tình trạng hôn nhân',
  tien_an: 'Tiền án',
  tien_su: 'Tiền sự',
  nguoi_bao_tin: 'Người để báo tin: họ tên, quan hệ',
  dia_chi_bao_tin: 'Người để báo tin: địa chỉ, điện thoại',
} as const
export type InformationAnswers = Partial<Record<keyof typeof ANSWER_TAGS, string | null>>

/** What only medical staff see: left as dots for everybody else, to be written in by hand. */
const MEDICAL_TAGS = {
  mach: 'Mạch (lần/phút)',
  huyet_ap: 'Huyết áp (mmHg)',
  hiv: 'HIV',
  lao: 'Lao',
  gan: 'Viêm gan',
  tam_than: 'Rối loạn tâm thần',
  benh_khac: 'Bệnh khác',
  benh_gia_dinh: 'Tiền sử bệnh của gia đình',
} as const
export type InformationHealth = Partial<Record<keyof typeof MEDICAL_TAGS, string | null>>

const BODY_TAGS = { chieu_cao: 'Chiều cao (cm)', can_nang: 'Cân nặng (kg)' } as const

export const INFORMATION_SHEET_TAGS = {
  fields: {
    ...LETTERHEAD_TAGS,
    ...PERSON_TAGS,
    ...STAY_TAGS,
    ...INFORMATION_ASKED,
    ...ANSWER_TAGS,
    ...BODY_TAGS,
    ...MEDICAL_TAGS,
  },
  lists: {
    than_nhan: {
      label: 'Thành viên gia đình',
      columns: {
        stt: 'Số thứ tự',
        ten: 'Họ và tên',
        quan_he: 'Quan hệ',
        nam_sinh: 'Năm sinh',
        nghe: 'Nghề nghiệp',
        noi_o: 'Nơi ở, điện thoại',
      },
    },
    chat: {
      label: 'Chất ma túy đã sử dụng',
      columns: {
        stt: 'Số thứ tự',
        ten: 'Tên chất, mã',
        duong_dung: 'Đường dùng',
        lan_dau: 'Lần đầu',
        gan_nhat: 'Lần gần nhất',
        muc_do: 'Mức độ',
      },
    },
    lan_cai: {
      label: 'Các lần cai nghiện',
      columns: {
        stt: 'Lần thứ',
        thoi_gian: 'Thời gian',
        noi_cai: 'Nơi cai nghiện (mã)',
        phuong_phap: 'Phương pháp (mã)',
        ket_qua: 'Kết quả',
      },
    },
  },
} as const satisfies FormTags

/** Everything of Mẫu 17. What is absent prints as dots. */
export interface InformationSheetData {
  letterhead: LetterheadData
  person: PersonFacts
  stay: StayFacts
  collector: string | null
  answers: InformationAnswers
  heightCm: number | null
  weightKg: number | null
  /** Null when the maker may not see health: the part stays to be filled in by medical staff. */
  health: InformationHealth | null
  family: readonly {
    name: string
    relation: string | null
    birthYear: string | null
    occupation: string | null
    contact: string | null
  }[]
  substances: readonly {
    name: string
    routes: string | null
    first: string | null
    last: string | null
    use: string | null
  }[]
  rehabs: readonly {
    when: string | null
    place: string | null
    method: string | null
    outcome: string | null
  }[]
}

function answered<K extends string>(
  tags: Readonly<Record<K, string>>,
  values: Partial<Record<K, string | null>>,
  blank: string,
): Record<string, string> {
  return Object.fromEntries(Object.keys(tags).map((tag) => [tag, shown(values[tag as K], blank)]))
}

/** The texts of an information sheet. */
export function informationSheetFields(data: InformationSheetData): MergeFields {
  return {
    ...letterheadFields(data.letterhead),
    ...personFields(data.person),
    ...stayFields(data.stay),
    nguoi_thu_thap: shown(data.collector),
    chieu_cao: shownNumber(data.heightCm),
    can_nang: shownNumber(data.weightKg),
    ...answered(ANSWER_TAGS, data.answers, DOTS),
    ...answered(MEDICAL_TAGS, data.health ?? {}, '………………'),
    than_nhan: numberedRows(
      data.family.map((one) => ({
        ten: one.name,
        quan_he: one.relation,
        nam_sinh: one.birthYear,
        nghe: one.occupation,
        noi_o: one.contact,
      })),
      ['ten', 'quan_he', 'nam_sinh', 'nghe', 'noi_o'],
    ),
    chat: numberedRows(
      data.substances.map((one) => ({
        ten: one.name,
        duong_dung: one.routes,
        lan_dau: one.first,
        gan_nhat: one.last,
        muc_do: one.use,
      })),
      ['ten', 'duong_dung', 'lan_dau', 'gan_nhat', 'muc_do'],
    ),
    lan_cai: numberedRows(
      data.rehabs.map((one) => ({
        thoi_gian: one.when,
        noi_cai: one.place,
        phuong_phap: one.method,
        ket_qua: one.outcome,
      })),
      ['thoi_gian', 'noi_cai', 'phuong_phap', 'ket_qua'],
    ),
  }
}
