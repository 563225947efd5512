import { z } from 'zod'
import { OUT_KINDS } from '../custody/event-kinds.ts'
import { CARE_PAYERS, DRUG_TESTS, OUTING_KINDS } from '../goings-out/outing-kinds.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { changedShape, pageOf, problemShape } from './answers.ts'
import {
  dayField,
  idField,
  instantField,
  lineField,
  optionalLine,
  pageFields,
  versionField,
} from './fields.ts'
import { hospitalStepShape, outingShape, outNowShape, requestInput, ruleShape } from './goings-out-shapes.ts'
import { route } from './route.ts'

const outFilter = {
  kinds: z
    .array(z.enum([...OUT_KINDS, 'suspended']))
    .max(OUT_KINDS.length + 1)
    .default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  overdue: z.boolean().default(false),
}

const decisionField = z
  .strictObject({
    number: lineField(200, 'Số quyết định'),
    on: dayField,
    issuer: lineField(200, 'Nơi ban hành'),
  })
  .nullable()
  .default(null)

const acted = z.object({ events: z.array(z.object({ stayId: z.string(), eventId: z.string() })) })

export const goingsOutContract = {
  now: route({ access: 'people.read', kind: 'read', summary: 'Who is out now, the longest overdue first' })
    .input(z.strictObject({ ...outFilter, ...pageFields(200, 100) }))
    .output(pageOf(outNowShape)),
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
        ...pageFields(100, 50),
      }),
    )
    .output(pageOf(outingShape)),
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
    .output(changedShape),
  change: route({
    access: 'outings.request',
    kind: 'write',
    summary: 'Supplement or correct a request nobody has decided yet',
  })
    .input(requestInput.omit({ stayId: true }).extend({ id: idField, version: versionField }))
    .output(changedShape),
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
    .output(changedShape.extend({ isDecided: z.boolean() })),
  deny: route({ access: 'outings.decide', kind: 'write', summary: 'Deny a request, with the reason' })
    .input(
      z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do không duyệt') }),
    )
    .output(changedShape),
  withdraw: route({
    access: 'outings.request',
    kind: 'write',
    summary: 'Withdraw what nobody has left on yet',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do rút') }))
    .output(changedShape),
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
    .output(changedShape),
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
    .output(changedShape),
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
    .output(changedShape),
  setApproval: route({
    access: 'outings.decide',
    kind: 'write',
    summary: 'Set whether two different people must approve',
  })
    .input(z.strictObject({ needsTwo: z.boolean() }))
    .output(z.object({ needsTwo: z.boolean() })),
}
