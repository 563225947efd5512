import { z } from 'zod'
import { CUSTODY_EVENT_KINDS, OUT_KINDS } from '../custody/event-kinds.ts'
import {
  CARE_PAYERS,
  DEATH_PROOFS,
  DRUG_TESTS,
  MOURNED_RELATIONS,
  OUTING_KINDS,
  TRANSFER_SCOPES,
} from '../goings-out/outing-kinds.ts'
import { OUTING_STATES } from '../goings-out/outing-state.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'
import {
  cursorField,
  dayField,
  idField,
  instantField,
  lineField,
  optionalLine,
  versionField,
} from './fields.ts'
import { route } from './route.ts'

const personShape = {
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  track: z.enum(TRACKS).nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
}

const outingShape = z.object({
  ...personShape,
  id: z.string(),
  kind: z.enum(OUTING_KINDS),
  /** From the custody events; only what is on paper is kept. */
  state: z.enum(OUTING_STATES),
  isOverdue: z.boolean(),
  requestedAt: z.string(),
  requestedBy: z.string(),
  applicant: z.string().nullable(),
  relation: z.enum(MOURNED_RELATIONS).nullable(),
  deceased: z.string().nullable(),
  proof: z.enum(DEATH_PROOFS).nullable(),
  requestBody: z.string().nullable(),
  requestNumber: z.string().nullable(),
  scope: z.enum(TRANSFER_SCOPES).nullable(),
  destination: z.string().nullable(),
  reason: z.string().nullable(),
  leaveAt: z.string(),
  returnAt: z.string().nullable(),
  travelDays: z.number(),
  escort: z.string().nullable(),
  firstApprovedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.object({ number: z.string(), on: z.string(), issuer: z.string() }).nullable(),
  decisionNote: z.string().nullable(),
  /** By when the head decides (LEAVE-04); null where no text sets it. */
  decisionDue: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  leftEvent: z.string().nullable(),
  leftAt: z.string().nullable(),
  until: z.string().nullable(),
  closedBy: z.enum(CUSTODY_EVENT_KINDS).nullable(),
  closedAt: z.string().nullable(),
  returnNote: z.string().nullable(),
  /** Health and drug use still have to be checked after a funeral (LEAVE-06). */
  owesCheck: z.boolean(),
  checkedAt: z.string().nullable(),
  checkedBy: z.string().nullable(),
  /** Withheld from readers who may not see health. */
  healthFound: z.string().nullable(),
  drugTest: z.enum(DRUG_TESTS).nullable(),
  version: z.number(),
})
export type Outing = z.infer<typeof outingShape>

/** Somebody who is out now, with or without papers. */
const outNowShape = z.object({
  ...personShape,
  outKind: z.enum(OUT_KINDS),
  isSuspended: z.boolean(),
  sinceAt: z.string(),
  until: z.string().nullable(),
  isOverdue: z.boolean(),
  destination: z.string().nullable(),
  escort: z.string().nullable(),
  outing: outingShape.nullable(),
})
export type OutNow = z.infer<typeof outNowShape>

const outFilter = {
  kinds: z
    .array(z.enum([...OUT_KINDS, 'suspended']))
    .max(OUT_KINDS.length + 1)
    .default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  overdue: z.boolean().default(false),
}

const requestFields = {
  kind: z.enum(OUTING_KINDS, { error: 'Chọn loại ra ngoài.' }),
  /** When the application or written request reached the centre; null = now. */
  requestedAt: instantField.nullable().default(null),
  leaveAt: instantField,
  returnAt: instantField.nullable().default(null),
  travelDays: z.int().min(0).max(30).default(0),
  applicant: optionalLine(200, 'Người làm đơn'),
  relation: z.enum(MOURNED_RELATIONS).nullable().default(null),
  deceased: optionalLine(200, 'Họ tên người chết'),
  proof: z.enum(DEATH_PROOFS).nullable().default(null),
  requestBody: optionalLine(200, 'Cơ quan yêu cầu'),
  requestNumber: optionalLine(200, 'Số, ngày văn bản yêu cầu'),
  scope: z.enum(TRANSFER_SCOPES).nullable().default(null),
  destination: optionalLine(200, 'Nơi đến'),
  reason: optionalLine(1000, 'Lý do'),
  escort: optionalLine(200, 'Người đi cùng, áp giải'),
}
const requestInput = z.strictObject({ stayId: idField, ...requestFields })
export type OutingRequestInput = z.output<typeof requestInput>

const decisionField = z
  .strictObject({
    number: lineField(200, 'Số quyết định'),
    on: dayField,
    issuer: lineField(200, 'Nơi ban hành'),
  })
  .nullable()
  .default(null)

const problemShape = z.object({ code: z.string(), message: z.string(), field: z.string().optional() })
const changed = z.object({ id: z.string(), version: z.number() })
const acted = z.object({ events: z.array(z.object({ stayId: z.string(), eventId: z.string() })) })

const hospitalStepShape = z.object({
  id: z.string(),
  facility: z.string(),
  fromAt: z.string(),
  recordedBy: z.string(),
  /** Ward, reason, diagnosis, treatment and cost are withheld from readers who may not see health. */
  isMasked: z.boolean(),
  ward: z.string().nullable(),
  why: z.string().nullable(),
  diagnosis: z.string().nullable(),
  treatment: z.string().nullable(),
  cost: z.number().nullable(),
  payer: z.enum(CARE_PAYERS).nullable(),
  version: z.number(),
})
export type HospitalStep = z.infer<typeof hospitalStepShape>

const ruleShape = z.object({
  id: z.string(),
  title: z.string(),
  value: z.string(),
  source: z.string(),
  form: z.string().nullable(),
  note: z.string().nullable(),
  confidence: z.enum(RULE_CONFIDENCES),
})

export const goingsOutContract = {
  now: route({ access: 'people.read', kind: 'read', summary: 'Who is out now, the longest overdue first' })
    .input(z.strictObject({ ...outFilter, cursor: cursorField, limit: z.int().min(1).max(200).default(100) }))
    .output(z.object({ rows: z.array(outNowShape), next: z.string().nullable() })),
  figures: route({
    access: 'people.read',
    kind: 'read',
    summary: 'How many are out, overdue, asked for, approved and still to be checked',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        out: z.array(
          z.object({ kind: z.enum([...OUT_KINDS, 'suspended']), count: z.number(), overdue: z.number() }),
        ),
        waiting: z.number(),
        approved: z.number(),
        owesCheck: z.number(),
        needsTwo: z.boolean(),
      }),
    ),
  print: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'Everybody who is out, for printing; audited',
  })
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(outNowShape) })),
  waiting: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Requests not decided yet and approved ones nobody has left on',
  })
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(outingShape) })),
  toCheck: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Back from a funeral and not checked yet (LEAVE-06)',
  })
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(outingShape) })),
  history: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Outings by planned departure, newest first',
  })
    .input(
      z.strictObject({
        kinds: z.array(z.enum(OUTING_KINDS)).max(OUTING_KINDS.length).default([]),
        cursor: cursorField,
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.object({ rows: z.array(outingShape), next: z.string().nullable() })),
  ofPerson: route({ access: 'people.read', kind: 'read', summary: 'Outings of a person, newest first' })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ rows: z.array(outingShape) })),
  get: route({
    access: 'people.read',
    kind: 'read',
    summary: 'One outing with its rules, extensions and hospitals',
  })
    .input(z.strictObject({ id: idField }))
    .output(
      z.object({
        outing: outingShape,
        rules: z.array(ruleShape),
        clock: z.object({ sentence: z.string(), confidence: z.enum(RULE_CONFIDENCES).nullable() }),
        extensions: z.array(
          z.object({
            id: z.string(),
            from: z.string().nullable(),
            to: z.string(),
            reason: z.string(),
            at: z.string(),
            by: z.string(),
          }),
        ),
        hospitals: z.array(hospitalStepShape),
      }),
    ),
  calendar: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Departures and returns planned in a span of days',
  })
    .input(z.strictObject({ from: dayField, to: dayField }))
    .output(
      z.object({
        days: z.array(
          z.object({
            day: z.string(),
            entries: z.array(
              z.object({
                personId: z.string(),
                name: z.string(),
                kind: z.enum(OUTING_KINDS),
                what: z.enum(['leaves', 'due-back']),
                at: z.string(),
                isOverdue: z.boolean(),
              }),
            ),
          }),
        ),
      }),
    ),
  preview: route({
    access: 'outings.request',
    kind: 'read',
    summary: 'What the law says of a request before it is put on file',
  })
    .input(requestInput)
    .output(
      z.object({
        problems: z.array(problemShape),
        clock: z.object({ sentence: z.string(), confidence: z.enum(RULE_CONFIDENCES).nullable() }),
        rules: z.array(ruleShape),
        latestReturn: z.string().nullable(),
        decisionDue: z.string().nullable(),
        needsDecision: z.boolean(),
      }),
    ),
  request: route({ access: 'outings.request', kind: 'write', summary: 'Put a request to go out on file' })
    .input(requestInput.extend({ id: idField }))
    .output(changed),
  change: route({
    access: 'outings.request',
    kind: 'write',
    summary: 'Supplement or correct a request nobody has decided yet',
  })
    .input(requestInput.omit({ stayId: true }).extend({ id: idField, version: versionField }))
    .output(changed),
  approve: route({
    access: 'outings.decide',
    kind: 'write',
    summary: 'Approve a request; two people where so set',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        decision: decisionField,
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(changed.extend({ isDecided: z.boolean() })),
  deny: route({ access: 'outings.decide', kind: 'write', summary: 'Deny a request, with the reason' })
    .input(
      z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do không duyệt') }),
    )
    .output(changed),
  withdraw: route({
    access: 'outings.request',
    kind: 'write',
    summary: 'Withdraw what nobody has left on yet',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do rút') }))
    .output(changed),
  leave: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record that the person left on an outing',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        eventId: idField,
        /** Null = now. */
        at: instantField.nullable().default(null),
        escort: optionalLine(200, 'Người đi cùng, áp giải'),
      }),
    )
    .output(acted),
  comeBack: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record that people who were out are back',
  })
    .input(
      z.strictObject({
        returns: z
          .array(z.strictObject({ eventId: idField, stayId: idField }))
          .min(1)
          .max(100),
        at: instantField.nullable().default(null),
        note: optionalLine(1000, 'Kiểm tra khi về'),
      }),
    )
    .output(acted),
  extend: route({ access: 'outings.decide', kind: 'write', summary: 'Set a later return, with the reason' })
    .input(
      z.strictObject({
        id: idField,
        outingId: idField,
        version: versionField,
        correctionId: idField,
        eventId: idField,
        until: instantField,
        reason: lineField(500, 'Lý do gia hạn'),
      }),
    )
    .output(changed),
  check: route({
    access: 'medical.edit',
    kind: 'write',
    summary: 'Record the check of health and drug use after a return (LEAVE-06)',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        drugTest: z.enum(DRUG_TESTS, { error: 'Chọn kết quả xét nghiệm.' }),
        healthFound: lineField(1000, 'Tình trạng sức khỏe'),
      }),
    )
    .output(changed),
  moveHospital: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record that somebody in hospital lies in another one now',
  })
    .input(
      z.strictObject({
        id: idField,
        outingId: idField,
        facility: lineField(200, 'Bệnh viện'),
        at: instantField.nullable().default(null),
      }),
    )
    .output(z.object({ id: z.string() })),
  noteCare: route({
    access: 'medical.edit',
    kind: 'write',
    summary: 'Write down diagnosis, treatment and cost',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ward: optionalLine(200, 'Khoa'),
        why: optionalLine(500, 'Lý do chuyển'),
        diagnosis: optionalLine(1000, 'Chẩn đoán'),
        treatment: optionalLine(1000, 'Điều trị, thuốc'),
        cost: z.int().min(0).max(10_000_000_000).nullable().default(null),
        payer: z.enum(CARE_PAYERS).nullable().default(null),
      }),
    )
    .output(changed),
  setApproval: route({
    access: 'outings.decide',
    kind: 'write',
    summary: 'Set whether two different people must approve',
  })
    .input(z.strictObject({ needsTwo: z.boolean() }))
    .output(z.object({ needsTwo: z.boolean() })),
}
