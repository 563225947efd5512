import { z } from 'zod'
import { RECEPTION_WAYS } from '../custody/facts.ts'
import { DOSSIER_STATES } from '../dossier/checklist.ts'
import { MISSING_REASONS } from '../dossier/judge-dossier.ts'
import { MOST_AMOUNT } from '../deposit/ledger.ts'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
import { firstCheckSchema } from '../information-sheet/first-check.ts'
import { informationSheetSchema } from '../information-sheet/information-sheet.ts'
import { MARK_KINDS, RELATIONS } from '../information-sheet/personal-lists.ts'
import { isBirthText } from '../people/birth.ts'
import { ADDRESS_KINDS } from '../people/person-fields.ts'
import { SEXES } from '../people/sex.ts'
import { KEEP_APART_LEVELS } from '../placement/keep-apart.ts'
import { TRACKS } from '../stay/track.ts'
import { raiseFields } from './alerts.ts'
import { dayField, idField, instantField, lineField, optionalLine, versionField } from './fields.ts'

/** Shapes of what the intake desk sends. Records bear ids made by the desk, so that sending twice writes once. */

export const birthField = z.string().refine(isBirthText, {
  error: 'Ngày sinh không có thật. Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm, ví dụ 05/03/1990.',
})

const day = dayField.nullable().default(null)

/** A decision on paper. */
export const decisionFields = z.strictObject({
  number: lineField(80, 'Số quyết định'),
  on: dayField,
  issuer: lineField(200, 'Cơ quan ra quyết định'),
})

export const termMonthsField = z
  .int({ error: 'Thời hạn là số tháng, từ 1 đến 60.' })
  .min(1, { error: 'Thời hạn là số tháng, từ 1 đến 60.' })
  .max(60, { error: 'Thời hạn là số tháng, từ 1 đến 60.' })

const ordinalField = z
  .int({ error: 'Lần cai nghiện là số nguyên từ 1.' })
  .min(1, { error: 'Lần cai nghiện là số nguyên từ 1.' })
  .max(100, { error: 'Lần cai nghiện lớn quá. Kiểm tra lại.' })

const personFields = z.strictObject({
  name: lineField(120, 'Họ và tên'),
  alias: optionalLine(120, 'Tên gọi khác'),
  birth: birthField.nullable().default(null),
  sex: z.enum(SEXES, { error: 'Chọn giới tính.' }),
  placementSex: z.enum(SEXES).nullable().default(null),
})

/** Someone who turned out not to be the person received, with why. */
const notSame = z.strictObject({ personId: idField, reason: lineField(300, 'Lý do') })

/** The human's answer to the matches: a person of whom nothing was known, or one on file. */
const whoFields = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('new'),
    id: idField,
    fields: personFields,
    notSame: z.array(notSame).max(50).default([]),
  }),
  z.strictObject({
    kind: z.literal('existing'),
    personId: idField,
    version: versionField,
    /** What the form now holds; fields that differ from the file are corrected there. */
    fields: personFields,
    notSame: z.array(notSame).max(50).default([]),
  }),
])

const paperFields = z.strictObject({
  id: idField,
  kind: z.enum(IDENTITY_KINDS),
  number: lineField(30, 'Số giấy tờ'),
  issuedOn: day,
  issuedBy: optionalLine(200, 'Nơi cấp'),
  source: z.enum(['card', 'typed']).default('typed'),
})

const addressFields = z.strictObject({
  id: idField,
  kind: z.enum(ADDRESS_KINDS),
  communeCode: z
    .string()
    .regex(/^\d{5}$/, { error: 'Chọn xã trong danh sách.' })
    .nullable()
    .default(null),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/, { error: 'Chọn tỉnh trong danh sách.' })
    .nullable()
    .default(null),
  detail: optionalLine(300, 'Số nhà, thôn'),
  /** As printed on the card, old names kept. */
  printed: optionalLine(400, 'Địa chỉ trên giấy tờ'),
})

export const relativeFields = z.strictObject({
  id: idField,
  relation: z.enum(RELATIONS),
  name: lineField(120, 'Họ tên người thân'),
  birthYear: z.int().min(1900).max(2100).nullable().default(null),
  occupation: optionalLine(120, 'Nghề nghiệp'),
  address: optionalLine(300, 'Chỗ ở'),
  phone: optionalLine(30, 'Điện thoại'),
  isContact: z.boolean().default(false),
})

const stayFields = z.strictObject({
  id: idField,
  track: z.enum(TRACKS, { error: 'Chọn diện.' }),
  dossierNumber: optionalLine(60, 'Số hồ sơ'),
  /** Court decision, decision on voluntary rehabilitation or contract; null for who is held, and while it is missing. */
  decision: decisionFields.nullable().default(null),
  startOn: day,
  startSource: optionalLine(200, 'Căn cứ ngày bắt đầu'),
  termMonths: termMonthsField.nullable().default(null),
  /** Day the decision to hold (Mẫu 32) was signed: the days since then come off the term (TERM-07, TERM-08). */
  heldFrom: day,
  ordinal: ordinalField,
  /** Why this number: the confirmation by a human that no proposal replaces. */
  ordinalReason: lineField(200, 'Căn cứ xác định số lần'),
  hasNoResidence: z.boolean().default(false),
})

const dossierAnswerFields = z.strictObject({
  id: idField,
  code: z.string().min(1).max(60),
  state: z.enum(DOSSIER_STATES),
  number: optionalLine(80, 'Số văn bản'),
  issuedOn: day,
  issuer: optionalLine(200, 'Nơi ban hành'),
  reason: z.enum(MISSING_REASONS).nullable().default(null),
  note: optionalLine(300, 'Ghi chú'),
  fileId: idField.nullable().default(null),
})

const propertyLine = z.strictObject({
  id: idField,
  description: lineField(200, 'Tên đồ vật'),
  quantity: z.int({ error: 'Số lượng là số nguyên.' }).min(1, { error: 'Số lượng từ 1.' }).max(1000),
  condition: optionalLine(200, 'Tình trạng'),
})

export const bagFields = z.strictObject({
  id: idField,
  sealNumber: lineField(40, 'Số niêm phong'),
  storedAt: optionalLine(120, 'Nơi cất'),
  lines: z.array(propertyLine).min(1, { error: 'Ghi ít nhất một đồ vật trong túi.' }).max(100),
})

const belongingsFields = z.strictObject({
  bags: z.array(bagFields).max(20).default([]),
  /** Things left with the person. */
  kept: z.array(propertyLine).max(100).default([]),
})

export const amountField = z
  .int({ error: 'Số tiền là số nguyên đồng.' })
  .min(1, { error: 'Số tiền phải lớn hơn 0.' })
  .max(MOST_AMOUNT, { error: 'Số tiền lớn quá. Kiểm tra lại.' })

export const markFields = z.strictObject({
  id: idField,
  kind: z.enum(MARK_KINDS),
  place: lineField(120, 'Vị trí trên người'),
  description: optionalLine(300, 'Mô tả'),
})

/** Everything of one intake; carried out whole or not at all. */
export const receiveFields = z.strictObject({
  /** When the person came in; null = now. */
  at: instantField.nullable().default(null),
  expectedId: idField.nullable().default(null),
  person: whoFields,
  papers: z.array(paperFields).max(10).default([]),
  addresses: z.array(addressFields).max(3).default([]),
  relatives: z.array(relativeFields).max(20).default([]),
  stay: stayFields,
  reception: z.strictObject({
    eventId: idField,
    how: z.enum(RECEPTION_WAYS).exclude(['import']),
    /** Who hands the person over. */
    from: optionalLine(200, 'Bên giao'),
    /** State of health as the hand-over record says it; no findings. */
    note: optionalLine(1000, 'Ghi chú bàn giao'),
  }),
  dossier: z.array(dossierAnswerFields).max(40).default([]),
  bed: z
    .strictObject({ eventId: idField, bedId: idField, reason: optionalLine(500, 'Lý do') })
    .nullable()
    .default(null),
  keepApart: z
    .array(
      z.strictObject({
        id: idField,
        otherPersonId: idField,
        level: z.enum(KEEP_APART_LEVELS),
        reason: lineField(500, 'Lý do không xếp chung'),
      }),
    )
    .max(20)
    .default([]),
  /** Alerts raised at the gate, in force before a bed is given. */
  alerts: z.array(raiseFields).max(20).default([]),
  belongings: belongingsFields.nullable().default(null),
  deposit: z
    .strictObject({ id: idField, amount: amountField, note: optionalLine(200, 'Ghi chú') })
    .nullable()
    .default(null),
  sheet: z.strictObject({ id: idField, body: informationSheetSchema }).nullable().default(null),
  marks: z.array(markFields).max(30).default([]),
  /** A photo uploaded before, to be kept as the person's. */
  photo: z.strictObject({ id: idField, fileId: idField }).nullable().default(null),
  /** Only from somebody who may write medical findings. */
  firstCheck: z.strictObject({ id: idField, body: firstCheckSchema }).nullable().default(null),
})
export type ReceiveInput = z.output<typeof receiveFields>
