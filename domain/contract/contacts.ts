import { z } from 'zod'
import {
  CALL_KINDS,
  CALL_STATES,
  ITEM_KINDS,
  ITEM_OUTCOMES,
  LETTER_OUTCOMES,
  MAIL_DIRECTIONS,
} from '../contacts/contact-codes.ts'
import { RELATIONS } from '../information-sheet/personal-lists.ts'
import { pageOf } from './answers.ts'
import {
  dayField,
  idField,
  instantField,
  lineField,
  optionalLine,
  pageFields,
  versionField,
} from './fields.ts'
import { route } from './route.ts'
import { refusalShape } from './visit-shapes.ts'

const whose = { personId: z.string(), name: z.string(), zoneName: z.string().nullable() }

const callShape = z.object({
  ...whose,
  id: z.string(),
  kind: z.enum(CALL_KINDS),
  state: z.enum(CALL_STATES),
  on: z.string(),
  callee: z.string(),
  relation: z.enum(RELATIONS),
  number: z.string(),
  content: z.string(),
  minutes: z.number(),
  isAllowedByHead: z.boolean(),
  madeAt: z.string().nullable(),
  madeMinutes: z.number().nullable(),
  watchedBy: z.string().nullable(),
  outcome: z.string().nullable(),
  version: z.number(),
})
export type PhoneCall = z.infer<typeof callShape>

const letterShape = z.object({
  ...whose,
  id: z.string(),
  direction: z.enum(MAIL_DIRECTIONS),
  on: z.string(),
  otherName: z.string(),
  outcome: z.enum(LETTER_OUTCOMES),
  reason: z.string().nullable(),
  checkedBy: z.string(),
})

const parcelShape = z.object({
  ...whose,
  id: z.string(),
  direction: z.enum(MAIL_DIRECTIONS),
  on: z.string(),
  otherName: z.string(),
  returnedTo: z.string().nullable(),
  checkedBy: z.string(),
  items: z.array(
    z.object({
      description: z.string(),
      kind: z.enum(ITEM_KINDS),
      quantity: z.number(),
      outcome: z.enum(ITEM_OUTCOMES),
      reason: z.string().nullable(),
    }),
  ),
})

const askedCall = {
  personId: idField,
  on: dayField,
  minutes: z.int().min(1, { error: 'Ghi số phút.' }).max(240, { error: 'Nhiều nhất 240 phút.' }),
  content: optionalLine(500, 'Nội dung cuộc gọi'),
  /** The head allows one more, or a longer one. */
  isAllowedByHead: z.boolean().default(false),
}

const ofSomebody = {
  /** Null: everybody's of the month. */
  personId: idField.nullable().default(null),
  /** `2026-11`. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Tháng không đúng.' })
    .nullable()
    .default(null),
  ...pageFields(100, 50),
}

export const contactsContract = {
  callsLeft: route({ access: 'contacts.read', kind: 'read', summary: 'Calls a person has left this month' })
    .input(z.strictObject({ personId: idField }))
    .output(
      z.object({
        used: z.number(),
        most: z.number().nullable(),
        left: z.number().nullable(),
        extra: z.number(),
        minutes: z.number().nullable(),
      }),
    ),
  calls: route({ access: 'contacts.read', kind: 'read', summary: 'Calls, newest day first' })
    .input(z.strictObject(ofSomebody))
    .output(pageOf(callShape)),
  checkCall: route({ access: 'contacts.read', kind: 'read', summary: 'Why a call may not be made' })
    .input(z.strictObject(askedCall))
    .output(z.object({ refusals: z.array(refusalShape) })),
  registerCall: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'Register a call with its content, before it is made',
  })
    .input(
      z.strictObject({
        ...askedCall,
        id: idField,
        kind: z.enum(CALL_KINDS),
        callee: lineField(120, 'Người nghe máy'),
        relation: z.enum(RELATIONS),
        number: lineField(30, 'Số điện thoại'),
      }),
    )
    .output(z.object({ id: z.string() })),
  makeCall: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'The call was made, and who watched it',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        /** Null: it began as many minutes ago as it lasted. */
        at: instantField.nullable().default(null),
        minutes: z.int().min(1, { error: 'Ghi số phút đã gọi.' }).max(600),
        watchedBy: lineField(120, 'Cán bộ theo dõi'),
        outcome: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(z.object({ id: z.string() })),
  cancelCall: route({ access: 'contacts.edit', kind: 'write', summary: 'A registered call is not made' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
  letters: route({ access: 'contacts.read', kind: 'read', summary: 'Letters, newest day first' })
    .input(z.strictObject(ofSomebody))
    .output(pageOf(letterShape)),
  recordLetter: route({ access: 'contacts.edit', kind: 'write', summary: 'A letter was checked' })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        direction: z.enum(MAIL_DIRECTIONS),
        on: dayField,
        otherName: lineField(160, 'Người gửi, người nhận'),
        outcome: z.enum(LETTER_OUTCOMES),
        reason: optionalLine(300, 'Lý do giữ lại'),
      }),
    )
    .output(z.object({ id: z.string() })),
  parcels: route({ access: 'contacts.read', kind: 'read', summary: 'Parcels, newest day first' })
    .input(z.strictObject(ofSomebody))
    .output(pageOf(parcelShape)),
  recordParcel: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'The things of a parcel were checked: accepted, given back with a signature, seized',
  })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        visitId: idField.nullable().default(null),
        direction: z.enum(MAIL_DIRECTIONS),
        on: dayField,
        otherName: lineField(160, 'Người gửi, người nhận'),
        returnedTo: optionalLine(120, 'Người ký nhận lại'),
        items: z
          .array(
            z.strictObject({
              id: idField,
              description: lineField(160, 'Tên đồ'),
              kind: z.enum(ITEM_KINDS),
              quantity: z.int().min(1, { error: 'Ghi số lượng.' }).max(9999),
              outcome: z.enum(ITEM_OUTCOMES),
              reason: optionalLine(200, 'Lý do'),
            }),
          )
          .min(1, { error: 'Ghi ít nhất một món.' })
          .max(60),
      }),
    )
    .output(z.object({ id: z.string() })),
}
