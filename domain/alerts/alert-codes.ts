/** What staff must know before dealing with a person (cảnh báo). */
export const ALERT_CODES = [
  'escape',
  'violence',
  'self-harm',
  'contraband',
  'protected',
  'pregnant',
  'with-child',
  'lower-bunk',
  'interpreter',
  'health-watch',
  'medicine',
  'allergy',
  'other',
] as const
export type AlertCode = (typeof ALERT_CODES)[number]

/** What an alert looks like to somebody: itself, or `health` for a medical one seen without the medical role. */
export const ALERT_FACES = [...ALERT_CODES, 'health'] as const
export type AlertFace = (typeof ALERT_FACES)[number]

/** Acts before which an alert is to be read. */
export const ALERT_ACTS = ['placement', 'move', 'leave', 'visit', 'class', 'release'] as const
export type AlertAct = (typeof ALERT_ACTS)[number]

export const ALERT_ACT_LABELS: Record<AlertAct, string> = {
  placement: 'Xếp giường',
  move: 'Chuyển, đổi giường',
  leave: 'Cho ra ngoài',
  visit: 'Thăm gặp',
  class: 'Lớp học, lao động',
  release: 'Ra về, bàn giao',
}

/** How grave an alert is, gravest first. */
export const ALERT_SEVERITIES = ['high', 'medium', 'low'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

export const ALERT_SEVERITY_LABELS: Record<AlertSeverity, string> = {
  high: 'Cao',
  medium: 'Vừa',
  low: 'Nhẹ',
}

/** The shape beside the word, by the subject it draws. */
type AlertIcon =
  | 'run'
  | 'fist'
  | 'lifebuoy'
  | 'pill-off'
  | 'shield'
  | 'pregnant'
  | 'child'
  | 'bed'
  | 'language'
  | 'heart'
  | 'medicine'
  | 'allergy'
  | 'note'

/** How one kind of alert is shown and what it asks for. */
export interface AlertKind {
  label: string
  /** As a chip on a person's line says it. */
  short: string
  icon: AlertIcon
  severity: AlertSeverity
  /** `medical`: content only for the medical role; everybody else sees the neutral face. */
  secrecy: 'open' | 'medical'
  interrupts: readonly AlertAct[]
  /** Days after which an alert of this kind is looked at again, unless a day is set. */
  reviewDays: number
  /** What to do where it interrupts. */
  advice: string
}

export const ALERT_KINDS: Record<AlertFace, AlertKind> = {
  escape: {
    label: 'Nguy cơ bỏ trốn',
    short: 'Nguy cơ trốn',
    icon: 'run',
    severity: 'high',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'visit', 'class'],
    reviewDays: 30,
    advice: 'Xếp nơi trực ban quan sát được; ra ngoài phải có cán bộ đi cùng.',
  },
  violence: {
    label: 'Nguy cơ bạo lực',
    short: 'Bạo lực',
    icon: 'fist',
    severity: 'high',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'class'],
    reviewDays: 30,
    advice: 'Xem người cùng phòng, cùng lớp trước; không để cùng người yếu, người cần bảo vệ.',
  },
  'self-harm': {
    label: 'Nguy cơ tự gây thương tích, tự sát',
    short: 'Tự hại',
    icon: 'lifebuoy',
    severity: 'high',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'visit', 'release'],
    reviewDays: 7,
    advice: 'Không để ở một mình; báo ca trực theo dõi sát.',
  },
  contraband: {
    label: 'Nguy cơ cất giấu vật cấm, ma túy',
    short: 'Vật cấm',
    icon: 'pill-off',
    severity: 'medium',
    secrecy: 'open',
    interrupts: ['leave', 'visit', 'class'],
    reviewDays: 60,
    advice: 'Kiểm tra người, đồ vật kỹ khi vào, ra và sau thăm gặp.',
  },
  protected: {
    label: 'Người bị hại, làm chứng cần bảo vệ',
    short: 'Cần bảo vệ',
    icon: 'shield',
    severity: 'high',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'visit', 'class', 'release'],
    reviewDays: 60,
    advice: 'Không để cùng người có nguy cơ bạo lực; hỏi trưởng cơ sở trước khi cho gặp người lạ.',
  },
  pregnant: {
    label: 'Có thai',
    short: 'Có thai',
    icon: 'pregnant',
    severity: 'medium',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'class', 'release'],
    reviewDays: 30,
    advice: 'Xếp giường dưới, gần nơi y tế; không giao việc nặng.',
  },
  'with-child': {
    label: 'Có con nhỏ đi cùng',
    short: 'Con nhỏ',
    icon: 'child',
    severity: 'medium',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'release'],
    reviewDays: 30,
    advice: 'Xếp chỗ cho mẹ và con; bố trí người trông con khi mẹ vắng.',
  },
  'lower-bunk': {
    label: 'Cần giường dưới (yếu, đi lại khó)',
    short: 'Giường dưới',
    icon: 'bed',
    severity: 'low',
    secrecy: 'open',
    interrupts: ['placement', 'move'],
    reviewDays: 90,
    advice: 'Kiểm tra giường là giường dưới, lối đi thuận rồi ghi vào lý do.',
  },
  interpreter: {
    label: 'Cần phiên dịch',
    short: 'Phiên dịch',
    icon: 'language',
    severity: 'low',
    secrecy: 'open',
    interrupts: ['visit', 'class', 'release'],
    reviewDays: 180,
    advice: 'Có người biết tiếng đi cùng khi làm việc, ký giấy tờ.',
  },
  'health-watch': {
    label: 'Cần theo dõi sức khỏe',
    short: 'Theo dõi sức khỏe',
    icon: 'heart',
    severity: 'high',
    secrecy: 'medical',
    interrupts: ['placement', 'move', 'leave', 'class', 'release'],
    reviewDays: 30,
    advice: 'Xếp nơi gần y tế, giường dưới, có người cùng phòng.',
  },
  medicine: {
    label: 'Dùng thuốc theo giờ',
    short: 'Thuốc theo giờ',
    icon: 'medicine',
    severity: 'medium',
    secrecy: 'medical',
    interrupts: ['leave', 'class', 'release'],
    reviewDays: 30,
    advice: 'Chuẩn bị thuốc cho suốt thời gian vắng; bàn giao thuốc khi ra về.',
  },
  allergy: {
    label: 'Dị ứng',
    short: 'Dị ứng',
    icon: 'allergy',
    severity: 'medium',
    secrecy: 'medical',
    interrupts: ['leave', 'release'],
    reviewDays: 180,
    advice: 'Báo nơi khám, chữa bệnh và nơi nhận về thuốc, thức ăn phải tránh.',
  },
  other: {
    label: 'Cảnh báo khác',
    short: 'Cảnh báo khác',
    icon: 'note',
    severity: 'medium',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'visit', 'class', 'release'],
    reviewDays: 30,
    advice: 'Đọc nội dung cảnh báo trong hồ sơ trước.',
  },
  health: {
    label: 'Lưu ý y tế',
    short: 'Lưu ý y tế',
    icon: 'heart',
    severity: 'medium',
    secrecy: 'open',
    interrupts: ['placement', 'move', 'leave', 'class', 'release'],
    reviewDays: 30,
    advice: 'Hỏi cán bộ y tế trước.',
  },
}

export function isMedicalAlert(code: AlertCode): boolean {
  return ALERT_KINDS[code].secrecy === 'medical'
}

/** How an alert looks to somebody who does or does not see medical content. */
export function faceOf(code: AlertCode, seesMedical: boolean): AlertFace {
  return isMedicalAlert(code) && !seesMedical ? 'health' : code
}

/** Kinds behind chosen faces: the neutral one stands for every medical kind. */
export function codesOfFaces(faces: readonly AlertFace[]): AlertCode[] {
  return faces.flatMap((face) => (face === 'health' ? ALERT_CODES.filter(isMedicalAlert) : [face]))
}
