import { z } from 'zod'
import { VISIT_KINDS, VISIT_STEPS, WEEK_COUNTINGS } from '../contacts/contact-codes.ts'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
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
import { amountField } from './intake-fields.ts'
import { route } from './route.ts'
import {
  findShape,
  refusalShape,
  registryShape,
  restrictionShape,
  roomShape,
  ruleShape,
  tieShape,
  visitShape,
} from './visit-shapes.ts'

const askedFields = {
  personId: idField,
  kind: z.enum(VISIT_KINDS).default('family'),
  roomId: idField,
  startsAt: instantField,
  minutes: z.int().min(5, { error: 'Ghi ít nhất 5 phút.' }).max(2880, { error: 'Nhiều nhất 48 giờ.' }),
  visitorIds: z.array(idField).max(20),
  /** What the head allows beyond the usual: more people, a common relative of two kept apart. */
  allowReason: optionalLine(300, 'Lý do cho phép'),
}
const askedVisit = z.strictObject(askedFields)

const periodFields = { from: dayField, to: dayField }

export const visitsContract = {
  settings: route({
    access: 'contacts.read',
    kind: 'read',
    summary: 'How the centre applies what the law leaves open, and the rules of today',
  })
    .input(z.strictObject({}))
    .output(z.object({ week: z.enum(WEEK_COUNTINGS), keepsQ1567: z.boolean(), rules: z.array(ruleShape) })),
  setSettings: route({ access: 'rules.edit', kind: 'write', summary: 'Decide what the law leaves open' })
    .input(z.strictObject({ week: z.enum(WEEK_COUNTINGS), keepsQ1567: z.boolean() }))
    .output(z.object({ week: z.enum(WEEK_COUNTINGS), keepsQ1567: z.boolean() })),
  rooms: route({ access: 'contacts.read', kind: 'read', summary: 'Rooms for visits' })
    .input(z.strictObject({}))
    .output(z.object({ rooms: z.array(roomShape) })),
  saveRoom: route({ access: 'contacts.approve', kind: 'write', summary: 'Add, change or give up a room' })
    .input(
      z.strictObject({
        id: idField,
        /** Null for a new room. */
        version: versionField.nullable(),
        name: lineField(60, 'Tên phòng'),
        capacity: z.int().min(1, { error: 'Ghi ít nhất 1 lượt.' }).max(99, { error: 'Nhiều nhất 99 lượt.' }),
        isRetired: z.boolean(),
      }),
    )
    .output(z.object({ id: z.string() })),
  calendar: route({ access: 'contacts.read', kind: 'read', summary: 'Visits of up to two weeks' })
    .input(z.strictObject({ from: dayField, days: z.int().min(1).max(14) }))
    .output(z.object({ visits: z.array(visitShape) })),
  person: route({
    access: 'contacts.read',
    kind: 'read',
    summary: 'Visits of a person: what is left, who may come, restrictions, history',
  })
    .input(z.strictObject({ personId: idField }))
    .output(
      z.object({
        stayId: z.string().nullable(),
        left: z.object({
          from: z.string(),
          to: z.string(),
          used: z.number(),
          most: z.number().nullable(),
          left: z.number().nullable(),
          minutes: z.number().nullable(),
          guests: z.number().nullable(),
        }),
        visitors: z.array(tieShape),
        /** Relatives of the dossier who are not in the register of visitors yet. */
        relatives: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            relation: z.enum(RELATIONS),
            birthYear: z.number().nullable(),
            phone: z.string().nullable(),
            address: z.string().nullable(),
          }),
        ),
        restrictions: z.array(restrictionShape),
        visits: z.array(visitShape),
        finds: z.array(findShape),
      }),
    ),
  check: route({
    access: 'contacts.read',
    kind: 'read',
    summary: 'Why a visit may not be held; writes nothing',
  })
    .input(askedVisit)
    .output(z.object({ refusals: z.array(refusalShape) })),
  book: route({ access: 'contacts.edit', kind: 'write', summary: 'Book a visit, or take in one at the door' })
    .input(z.strictObject({ ...askedFields, id: idField, isHere: z.boolean().default(false) }))
    .output(visitShape),
  step: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'The visitors came, the meeting began, ended; or it did not take place',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        step: z.enum(VISIT_STEPS),
        outcome: optionalLine(500, 'Kết quả'),
        money: z
          .strictObject({ id: idField, amount: amountField, from: lineField(120, 'Người gửi tiền') })
          .nullable()
          .default(null),
      }),
    )
    .output(visitShape),
  extend: route({
    access: 'contacts.approve',
    kind: 'write',
    summary: 'The head, a second person, adds minutes to a visit under way',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        minutes: z.int().min(1, { error: 'Ghi số phút.' }).max(600),
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(visitShape),
  visitors: route({ access: 'contacts.read', kind: 'read', summary: 'The register of visitors, by name' })
    .input(
      z.strictObject({
        words: z.string().max(100).default(''),
        banned: z.boolean().default(false),
        ...pageFields(100, 50),
      }),
    )
    .output(pageOf(registryShape)),
  saveVisitor: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'Take down a visitor with paper and kinship, or change one',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField.nullable(),
        name: lineField(120, 'Họ và tên'),
        birthYear: z.int().min(1900).max(2100).nullable().default(null),
        phone: optionalLine(30, 'Điện thoại'),
        address: optionalLine(300, 'Chỗ ở'),
        paperKind: z.enum(IDENTITY_KINDS).nullable().default(null),
        paperNumber: optionalLine(40, 'Số giấy tờ'),
        tie: z.strictObject({
          personId: idField,
          relation: z.enum(RELATIONS),
          relativeId: idField.nullable().default(null),
          proof: optionalLine(200, 'Giấy tờ chứng minh quan hệ'),
        }),
      }),
    )
    .output(z.object({ id: z.string() })),
  setVisitorPhoto: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'Keep an uploaded photo as the visitor’s',
  })
    .input(z.strictObject({ id: idField, visitorId: idField, fileId: idField }))
    .output(z.object({ id: z.string() })),
  setBan: route({ access: 'contacts.approve', kind: 'write', summary: 'Shut a visitor out, or let in again' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        isBanned: z.boolean(),
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(z.object({ id: z.string() })),
  restrict: route({ access: 'contacts.restrict', kind: 'write', summary: 'Restrict visits and calls' })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        fromOn: dayField,
        toOn: dayField.nullable().default(null),
        reason: lineField(300, 'Lý do'),
        decision: optionalLine(120, 'Quyết định'),
      }),
    )
    .output(z.object({ id: z.string() })),
  liftRestriction: route({ access: 'contacts.restrict', kind: 'write', summary: 'Lift a restriction' })
    .input(z.strictObject({ id: idField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
  recordFind: route({
    access: 'contacts.edit',
    kind: 'write',
    summary: 'Something banned was found at a visit',
  })
    .input(
      z.strictObject({
        id: idField,
        visitId: idField,
        what: lineField(200, 'Vật phát hiện'),
        quantity: lineField(60, 'Số lượng'),
        action: lineField(300, 'Cách xử lý'),
      }),
    )
    .output(z.object({ id: z.string() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The register of visits as Excel; audited' })
    .input(z.strictObject(periodFields))
    .output(z.file()),
  print: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'The register of visits for printing; audited',
  })
    .input(z.strictObject(periodFields))
    .output(z.object({ rows: z.array(visitShape) })),
}
