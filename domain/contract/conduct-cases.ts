import { z } from 'zod'
import { APPEAL_OUTCOMES, CASE_FORMS, CASE_KINDS, VOTES } from '../conduct-cases/case-kinds.ts'
import { CASE_GROUPS } from '../conduct-cases/case-states.ts'
import { pageOf } from './answers.ts'
import { caseDetailShape, caseLineShape, casePlanShape } from './conduct-case-shapes.ts'
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

const filterFields = {
  group: z.enum(CASE_GROUPS).default('open'),
  kinds: z.array(z.enum(CASE_KINDS)).max(CASE_KINDS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  personId: idField.nullable().default(null),
  incidentId: idField.nullable().default(null),
}
const filterShape = z.strictObject(filterFields)
export type CaseFilter = z.infer<typeof filterShape>

const textField = (name: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `${name} không được để trống.` })
    .max(4000, { error: `${name} dài quá 4.000 ký tự. Rút gọn lại.` })
const daysField = z.int({ error: 'Ghi số ngày bằng số nguyên.' }).min(1).max(365).nullable().default(null)
const comment = optionalLine(1000, 'Ý kiến')
const one = { id: idField, version: versionField }
const members = z
  .array(
    z.strictObject({
      name: lineField(120, 'Họ tên thành viên'),
      title: lineField(120, 'Chức vụ'),
      vote: z.enum(VOTES).nullable().default(null),
    }),
  )
  .max(15, { error: 'Hội đồng nhiều nhất 15 người.' })
const measure = {
  fromOn: dayField,
  toOn: dayField.nullable().default(null),
  reviewOn: dayField.nullable().default(null),
}
const answered = z.object({ version: z.number() })

const propose = { access: 'discipline.propose', kind: 'write' } as const
const decide = { access: 'discipline.decide', kind: 'write' } as const

export const conductCasesContract = {
  list: route({ access: 'discipline.read', kind: 'read', summary: 'Discipline and reward, the newest first' })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(pageOf(caseLineShape).extend({ total: z.number() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The filtered book as an Excel file' })
    .input(filterShape)
    .output(z.file()),
  counts: route({
    access: 'discipline.read',
    kind: 'read',
    summary: 'Cases waiting, councils to hold, measures in force',
  })
    .input(z.strictObject({ zones: filterFields.zones }))
    .output(z.object({ waiting: z.number(), inForce: z.number() })),
  get: route({ access: 'discipline.read', kind: 'call', summary: 'A case with all that was done; audited' })
    .input(z.strictObject({ id: idField }))
    .output(caseDetailShape),
  plan: route({
    access: 'discipline.read',
    kind: 'read',
    summary: 'What may be decided on a day: forms of the law, signer, limits of the centre',
  })
    .input(
      z.strictObject({
        kind: z.enum(CASE_KINDS),
        on: dayField,
        /** The case of which the number of the decision is looked for. */
        caseId: idField.nullable().default(null),
        /** It is the decision that lets a measure last longer. */
        isLonger: z.boolean().default(false),
      }),
    )
    .output(casePlanShape),
  propose: route({ ...propose, summary: 'Propose discipline or reward, one case per person' })
    .input(
      z.strictObject({
        cases: z
          .array(z.strictObject({ id: idField, stayId: idField }))
          .min(1, { error: 'Chọn ít nhất một học viên.' })
          .max(60, { error: 'Đề xuất mỗi lần nhiều nhất 60 học viên.' }),
        kind: z.enum(CASE_KINDS),
        form: z.enum(CASE_FORMS),
        days: daysField,
        occurredOn: dayField,
        ground: textField('Nội dung'),
        isSerious: z.boolean().default(false),
        incidentId: idField.nullable().default(null),
      }),
    )
    .output(z.object({ cases: z.array(z.object({ id: z.string(), no: z.string() })) })),
  amend: route({ ...propose, summary: 'Change what is proposed' })
    .input(
      z.strictObject({
        ...one,
        form: z.enum(CASE_FORMS),
        days: daysField,
        occurredOn: dayField,
        ground: textField('Nội dung'),
        isSerious: z.boolean(),
        comment,
      }),
    )
    .output(answered),
  convene: route({ ...propose, summary: 'Call the council for a day, or move it' })
    .input(
      z.strictObject({
        ...one,
        /** Other cases the same council looks at in one sitting. */
        also: z.array(z.strictObject(one)).max(59, { error: 'Một phiên họp nhiều nhất 60 vụ.' }).default([]),
        at: instantField,
        place: lineField(200, 'Nơi họp'),
        chair: lineField(120, 'Chủ trì'),
        secretary: lineField(120, 'Thư ký'),
        members,
        comment,
      }),
    )
    .output(answered),
  hear: route({ ...propose, summary: 'Write in what the council said, voted and proposes' })
    .input(
      z.strictObject({
        ...one,
        members,
        minutes: textField('Diễn biến, kết luận'),
        form: z.enum(CASE_FORMS),
        days: daysField,
        comment,
      }),
    )
    .output(answered),
  decide: route({ ...decide, summary: 'Decide: number, day, signer, form and days' })
    .input(
      z.strictObject({
        ...one,
        number: lineField(60, 'Số quyết định'),
        decidedOn: dayField,
        /** Another signer than the head, with the ground in the comment. */
        signerName: optionalLine(120, 'Người ký'),
        form: z.enum(CASE_FORMS),
        ...measure,
        stopsVisits: z.boolean().default(false),
        comment,
      }),
    )
    .output(answered),
  begin: route({
    ...propose,
    summary: 'Read the decision out and carry it out; gives the bed in the special zone',
  })
    .input(
      z.strictObject({
        ...one,
        bed: z
          .strictObject({ eventId: idField, bedId: idField, reason: optionalLine(500, 'Lý do') })
          .nullable()
          .default(null),
        comment,
      }),
    )
    .output(answered),
  review: route({ ...propose, summary: 'Look at a measure in force again' })
    .input(z.strictObject({ ...one, reviewOn: dayField.nullable().default(null), comment }))
    .output(answered),
  extend: route({ ...decide, summary: 'Let a measure last longer, by a decision of its own' })
    .input(
      z.strictObject({
        ...one,
        number: lineField(60, 'Số quyết định'),
        decidedOn: dayField,
        toOn: dayField,
        reviewOn: dayField.nullable().default(null),
        comment,
      }),
    )
    .output(answered),
  close: route({ ...propose, summary: 'End, lift, decline, take back or revoke' })
    .input(
      z.strictObject({
        ...one,
        action: z.enum(['end', 'lift', 'decline', 'cancel', 'revoke']),
        comment,
      }),
    )
    .output(answered),
  appeal: route({
    ...propose,
    summary: 'Take in a complaint against the decision; goes into the book of requests',
  })
    .input(z.strictObject({ ...one, requestId: idField, body: textField('Nội dung khiếu nại'), comment }))
    .output(z.object({ version: z.number(), number: z.string(), dueOn: z.string() })),
  settleAppeal: route({ ...decide, summary: 'What came of the complaint: kept, eased, revoked' })
    .input(z.strictObject({ ...one, outcome: z.enum(APPEAL_OUTCOMES), comment }))
    .output(answered),
  sendSerious: route({ ...propose, summary: 'The dossier of a serious violation went to the police' })
    .input(
      z.strictObject({
        ...one,
        sentOn: dayField,
        number: optionalLine(60, 'Số văn bản'),
        to: lineField(200, 'Nơi nhận'),
        comment,
      }),
    )
    .output(answered),
}
