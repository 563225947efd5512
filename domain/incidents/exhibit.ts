import type { Problem } from '../errors.ts'
import { SUBSTANCE_LABELS, SUBSTANCES } from '../information-sheet/substances.ts'
import type { Instant } from '../time/instant.ts'

/** What was seized or kept as evidence. */
export const EXHIBIT_KINDS = [
  'drug',
  'medicine',
  'alcohol',
  'tobacco',
  'phone',
  'money',
  'weapon',
  'tool',
  'document',
  'other',
] as const
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number]

export const EXHIBIT_KIND_LABELS: Record<ExhibitKind, string> = {
  drug: 'Ma túy, nghi là ma túy',
  medicine: 'Thuốc',
  alcohol: 'Rượu, bia',
  tobacco: 'Thuốc lá, thuốc lào',
  phone: 'Điện thoại, thiết bị liên lạc',
  money: 'Tiền',
  weapon: 'Vũ khí, vật sắc nhọn',
  tool: 'Dụng cụ, phương tiện',
  document: 'Giấy tờ, thư',
  other: 'Đồ vật khác',
}

/** In what an exhibit is counted or weighed. */
export const EXHIBIT_UNITS = ['gram', 'millilitre', 'tablet', 'piece', 'packet', 'dong'] as const
export type ExhibitUnit = (typeof EXHIBIT_UNITS)[number]

export const EXHIBIT_UNIT_LABELS: Record<ExhibitUnit, string> = {
  gram: 'gam',
  millilitre: 'ml',
  tablet: 'viên',
  piece: 'cái',
  packet: 'gói',
  dong: 'đồng',
}

/** Substances as the information sheet names them; what nobody tested yet is not known. */
export const EXHIBIT_SUBSTANCES = [...SUBSTANCES, 'unknown'] as const
export type ExhibitSubstance = (typeof EXHIBIT_SUBSTANCES)[number]

export const EXHIBIT_SUBSTANCE_LABELS: Record<ExhibitSubstance, string> = {
  ...SUBSTANCE_LABELS,
  unknown: 'Chưa rõ, chờ giám định',
}

/** By which way a banned thing came in. */
export const EXHIBIT_ROUTES = [
  'visit',
  'parcel',
  'letter',
  'over-wall',
  'outside-work',
  'return',
  'intake',
  'staff',
  'inside',
  'unknown',
] as const
export type ExhibitRoute = (typeof EXHIBIT_ROUTES)[number]

export const EXHIBIT_ROUTE_LABELS: Record<ExhibitRoute, string> = {
  visit: 'Qua thăm gặp',
  parcel: 'Trong quà gửi',
  letter: 'Trong thư',
  'over-wall': 'Ném qua tường rào',
  'outside-work': 'Khi lao động bên ngoài',
  return: 'Khi trở lại sau ra ngoài',
  intake: 'Khi tiếp nhận',
  staff: 'Qua cán bộ, người làm việc',
  inside: 'Tự làm, lấy trong cơ sở',
  unknown: 'Chưa rõ',
}

/** What happens to an exhibit; each step is a line of its chain of custody. */
export const EXHIBIT_MOVES = [
  'seized',
  'sealed',
  'stored',
  'handed-over',
  'sent-for-test',
  'back-from-test',
  'returned',
  'destroyed',
] as const
export type ExhibitMove = (typeof EXHIBIT_MOVES)[number]

export const EXHIBIT_MOVE_LABELS: Record<ExhibitMove, string> = {
  seized: 'Thu giữ',
  sealed: 'Niêm phong',
  stored: 'Nhập kho',
  'handed-over': 'Bàn giao cho cơ quan khác',
  'sent-for-test': 'Gửi giám định',
  'back-from-test': 'Nhận lại sau giám định',
  returned: 'Trả lại chủ sở hữu',
  destroyed: 'Tiêu hủy',
}

/** What a line of the chain is called; to seal a thing that was under a seal is to break that one. */
export function moveText(kind: ExhibitMove, sealBefore: string | null): string {
  if (kind !== 'sealed' || sealBefore === null) return EXHIBIT_MOVE_LABELS[kind]
  return `Mở niêm phong ${sealBefore}, niêm phong lại`
}

const FINAL_MOVES: readonly ExhibitMove[] = ['handed-over', 'returned', 'destroyed']

/** One line of the chain: who gave, who took, under which seal. */
export interface ChainLine {
  kind: ExhibitMove
  at: Instant
  toHolder: string
  sealNumber: string | null
}

/** A line that is to be written, with who saw it and why. */
export interface NextLine extends ChainLine {
  witness: string | null
  note: string | null
}

/** True once the exhibit has left the centre's hands for good. */
export function hasLeft(chain: readonly Pick<ChainLine, 'kind'>[]): boolean {
  const last = chain.at(-1)
  return last !== undefined && FINAL_MOVES.includes(last.kind)
}

/**
 * May this seal follow the one the thing is under? No text on seals inside a centre was found: by the centre's own rule a
 * seal is broken only to put another on, before a witness and with the reason; a laboratory sends a thing back under its
 * own.
 */
function judgeSeal(seal: string | null, next: NextLine): Problem[] {
  if (next.kind === 'sealed' && next.sealNumber === null) {
    return [{ code: 'exhibit-seal', message: 'Ghi số niêm phong.', field: 'sealNumber' }]
  }
  if (seal === null || next.kind === 'back-from-test') return []
  const isSame = next.sealNumber === null || next.sealNumber === seal
  if (next.kind !== 'sealed') {
    if (isSame) return []
    const message = `Vật đang mang niêm phong ${seal}. Đổi số thì ghi “${EXHIBIT_MOVE_LABELS.sealed}” lại trước, có người chứng kiến và lý do.`
    return [{ code: 'exhibit-reseal', message, field: 'sealNumber' }]
  }
  const problems: Problem[] = []
  if (isSame) {
    const message = `Niêm phong ${seal} đã mở thì không dùng lại. Ghi số của niêm phong mới.`
    problems.push({ code: 'exhibit-reseal-same', message, field: 'sealNumber' })
  }
  if (next.witness === null) {
    const message = `Mở niêm phong ${seal} phải có người chứng kiến. Ghi họ tên, chức vụ.`
    problems.push({ code: 'exhibit-reseal-witness', message, field: 'witness' })
  }
  if (next.note === null) {
    const message = `Ghi vì sao mở niêm phong ${seal}.`
    problems.push({ code: 'exhibit-reseal-reason', message, field: 'note' })
  }
  return problems
}

/**
 * May this line follow the chain? The chain has no gap: every line stands after the one before, sealing names its
 * seal, what was sent for a test comes back or is handed over, nothing is destroyed unseen, and nothing follows the end.
 */
export function judgeChain(chain: readonly ChainLine[], next: NextLine, now: Instant): Problem[] {
  const problems: Problem[] = []
  const last = chain.at(-1)
  const say = (code: string, message: string, field: string) => problems.push({ code, message, field })
  if (next.at > now) say('exhibit-future', 'Giờ giao nhận không được sau bây giờ. Sửa lại ngày, giờ.', 'at')
  if (last !== undefined && next.at < last.at) {
    say('exhibit-order', 'Giờ giao nhận không được trước lần giao nhận cuối. Sửa lại ngày, giờ.', 'at')
  }
  if (last !== undefined && next.kind === 'seized') {
    say('exhibit-seized', 'Vật này đã ghi thu giữ. Chọn việc khác.', 'kind')
  }
  if (last === undefined && next.kind !== 'seized') {
    say('exhibit-first', 'Dòng đầu của chuỗi giao nhận là thu giữ. Ghi thu giữ trước.', 'kind')
  }
  if (hasLeft(chain)) {
    say(
      'exhibit-gone',
      'Vật này không còn ở cơ sở (đã bàn giao, trả lại hoặc tiêu hủy). Không ghi thêm được.',
      'kind',
    )
  }
  problems.push(...judgeSeal(last?.sealNumber ?? null, next))
  if (next.kind === 'destroyed' && next.witness === null) {
    const message = 'Tiêu hủy phải có người chứng kiến. Ghi họ tên, chức vụ từng người.'
    say('exhibit-destroyed-witness', message, 'witness')
  }
  if (last?.kind === 'sent-for-test' && next.kind !== 'back-from-test' && next.kind !== 'handed-over') {
    say(
      'exhibit-away',
      'Vật này đang gửi giám định. Ghi nhận lại sau giám định, hoặc bàn giao cho cơ quan khác, rồi mới ghi tiếp.',
      'kind',
    )
  }
  if (next.kind === 'back-from-test' && last?.kind !== 'sent-for-test') {
    say('exhibit-test', 'Vật này chưa gửi giám định nên chưa nhận lại được. Ghi gửi giám định trước.', 'kind')
  }
  return problems
}

/** Units in which a whole number is counted. */
const COUNTED_UNITS: readonly ExhibitUnit[] = ['piece', 'packet', 'dong']

/** What a thing is and how much of it, as it is written down. */
interface SeizedThing {
  kind: ExhibitKind
  substance: ExhibitSubstance | null
  quantity: number
  unit: ExhibitUnit
}

/** `Heroin, 2.5 gam: bột trắng`: a thing in one line, for the audit. */
export function thingText({
  kind,
  substance,
  quantity,
  unit,
  description,
}: SeizedThing & { description: string }) {
  const what = substance === null ? EXHIBIT_KIND_LABELS[kind] : EXHIBIT_SUBSTANCE_LABELS[substance]
  return `${what}, ${quantity} ${EXHIBIT_UNIT_LABELS[unit]}: ${description}`
}

/** Is it a thing that can be seized? Drugs alone have a substance, and an amount that fits its unit. */
export function judgeThing(thing: SeizedThing): Problem[] {
  const problems = judgeAmount(thing)
  if ((thing.kind === 'drug') !== (thing.substance !== null)) {
    const message = 'Chọn loại chất khi vật là ma túy; vật khác thì để trống.'
    problems.push({ code: 'exhibit-substance', message, field: 'substance' })
  }
  return problems
}

/** Only money is in đồng; things, packets and đồng have no fractions. */
function judgeAmount(exhibit: SeizedThing): Problem[] {
  if (exhibit.unit === 'dong' && exhibit.kind !== 'money') {
    const message = 'Chỉ tiền ghi bằng đồng. Chọn lại đơn vị hoặc loại vật.'
    return [{ code: 'exhibit-unit', message, field: 'unit' }]
  }
  if (Number.isInteger(exhibit.quantity) || !COUNTED_UNITS.includes(exhibit.unit)) return []
  const message = `Số lượng theo ${EXHIBIT_UNIT_LABELS[exhibit.unit]} là số nguyên. Cân, đong thì chọn gam hoặc ml.`
  return [{ code: 'exhibit-quantity', message, field: 'quantity' }]
}
