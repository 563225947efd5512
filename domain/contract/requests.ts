import { z } from 'zod'
import {
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  REQUEST_STATES,
  REQUEST_STEP_KINDS,
  REQUEST_TOPICS,
} from '../requests/request-kinds.ts'
import { pageOf } from './answers.ts'
import {
  dayField,
  idField,
  instantField,
  lineField,
  optionalLine,
  pageFields,
  textField,
  versionField,
} from './fields.ts'
import { route } from './route.ts'

const lineShape = z.object({
  id: z.string(),
  /** As in the book: `12/2026`. */
  number: z.string(),
  channel: z.enum(REQUEST_CHANNELS),
  kind: z.enum(REQUEST_KINDS),
  topic: z.enum(REQUEST_TOPICS),
  aboutStaff: z.boolean(),
  personId: z.string().nullable(),
  /** The person, or the group, or what the box holds no name for. */
  who: z.string(),
  zoneId: z.string().nullable(),
  zoneName: z.string().nullable(),
  body: z.string(),
  receivedAt: z.string(),
  recordedBy: z.string(),
  state: z.enum(REQUEST_STATES),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueOn: z.string(),
  isLate: z.boolean(),
  version: z.number(),
})
export type RequestLine = z.infer<typeof lineShape>

const stepShape = z.object({
  id: z.string(),
  kind: z.enum(REQUEST_STEP_KINDS),
  at: z.string(),
  by: z.string(),
  ownerName: z.string().nullable(),
  note: z.string().nullable(),
})

const dueRuleShape = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  confidence: z.string(),
  note: z.string().nullable(),
})

const detailShape = lineShape.extend({
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** Number and symbol of the printed answer. */
  answerNumber: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** The rule the day follows from; null where the centre or a person set it. */
  dueRule: dueRuleShape.nullable(),
  steps: z.array(stepShape),
  /** What the reader may do with it now. */
  next: z.array(z.enum(REQUEST_STEP_KINDS)),
})
export type RequestDetail = z.infer<typeof detailShape>

const filterFields = {
  state: z.enum(['open', 'late', 'mine', 'ended', 'all']).default('open'),
  kinds: z.array(z.enum(REQUEST_KINDS)).max(REQUEST_KINDS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  personId: idField.nullable().default(null),
}
const requestFilter = z.strictObject(filterFields)
export type RequestFilter = z.infer<typeof requestFilter>

const trendShape = z.object({
  months: z.array(z.string()),
  rows: z.array(
    z.object({
      zoneId: z.string().nullable(),
      zoneName: z.string(),
      kind: z.enum(REQUEST_KINDS),
      /** One number per month, the oldest first. */
      counts: z.array(z.number()),
      total: z.number(),
      late: z.number(),
    }),
  ),
})
export type RequestTrend = z.infer<typeof trendShape>

const daysField = z.int({ error: 'Ghi số ngày bằng số nguyên.' }).min(1).max(90)

export const requestsContract = {
  list: route({ access: 'requests.read', kind: 'read', summary: 'Requests and grievances, the newest first' })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(pageOf(lineShape).extend({ total: z.number() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The filtered book as an Excel file' })
    .input(requestFilter)
    .output(z.file()),
  get: route({ access: 'requests.read', kind: 'call', summary: 'A request with all that was done; audited' })
    .input(z.strictObject({ id: idField }))
    .output(detailShape),
  counts: route({
    access: 'requests.read',
    kind: 'read',
    summary: 'Open, late and own requests, and the days set by the centre',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        open: z.number(),
        late: z.number(),
        mine: z.number(),
        mineLate: z.number(),
        wishDays: z.number(),
        grievanceDays: z.number(),
      }),
    ),
  trend: route({ access: 'requests.read', kind: 'report', summary: 'Requests by month, zone and kind' })
    .input(z.strictObject({ months: z.int().min(3).max(24).default(12), kinds: filterFields.kinds }))
    .output(trendShape),
  owners: route({ access: 'requests.read', kind: 'read', summary: 'Who may be given a request' })
    .input(z.strictObject({}))
    .output(z.object({ users: z.array(z.object({ id: z.string(), name: z.string(), roles: z.string() })) })),
  receive: route({ access: 'requests.log', kind: 'write', summary: 'Write a request into the book' })
    .input(
      z.strictObject({
        id: idField,
        channel: z.enum(REQUEST_CHANNELS),
        personId: idField.nullable().default(null),
        groupName: optionalLine(120, 'Tên nhóm, người thân'),
        zoneId: idField.nullable().default(null),
        kind: z.enum(REQUEST_KINDS),
        topic: z.enum(REQUEST_TOPICS),
        aboutStaff: z.boolean().default(false),
        body: textField('Nội dung'),
        receivedAt: instantField.nullable().default(null),
        ownerId: idField.nullable().default(null),
      }),
    )
    .output(z.object({ id: z.string(), number: z.string(), dueOn: z.string() })),
  assign: route({ access: 'requests.assign', kind: 'write', summary: 'Give a request to somebody to see to' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ownerId: idField,
        note: optionalLine(300, 'Ghi chú'),
      }),
    )
    .output(z.object({ version: z.number() })),
  setDue: route({ access: 'requests.assign', kind: 'write', summary: 'Set another day, with the reason' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        dueOn: dayField,
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(z.object({ version: z.number() })),
  answer: route({
    access: 'requests.log',
    kind: 'write',
    summary: 'Answer: the owner or the head; takes a number',
  })
    .input(z.strictObject({ id: idField, version: versionField, answer: textField('Nội dung trả lời') }))
    .output(z.object({ version: z.number(), answerNumber: z.string() })),
  step: route({
    access: 'requests.log',
    kind: 'write',
    summary: 'Tell the person, close, withdraw, pass on, open again',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        kind: z.enum(['told', 'closed', 'withdrawn', 'escalated', 'reopened']),
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(z.object({ version: z.number() })),
  setDays: route({
    access: 'rules.edit',
    kind: 'write',
    summary: 'Set within how many days wishes and grievances are answered',
  })
    .input(z.strictObject({ wishDays: daysField, grievanceDays: daysField }))
    .output(z.object({ saved: z.boolean() })),
  document: route({ access: 'requests.read', kind: 'read', summary: 'The answer as it is printed' })
    .input(z.strictObject({ id: idField }))
    .output(
      z.object({
        superiorBody: z.string().nullable(),
        centre: z.string(),
        number: z.string(),
        place: z.string(),
        datedOn: z.string(),
        to: z.string(),
        requestNumber: z.string(),
        receivedOn: z.string(),
        subject: z.string(),
        answer: z.string(),
        headTitle: z.string(),
        headName: z.string().nullable(),
      }),
    ),
}
