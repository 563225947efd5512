import { z } from 'zod'
import { ALERT_CODES } from '../alerts/alert-codes.ts'
import { PLAN_FORMS, SHEET_FORMS } from '../information-sheet/information-sheet.ts'
import { MARK_KINDS, RELATIONS } from '../information-sheet/personal-lists.ts'
import { BIRTH_PRECISIONS, SEXES } from '../people/sex.ts'
import { TERM_REGIMES, TRACKS } from '../stay/track.ts'
import { problemShape } from './answers.ts'
import { dayField, idField, instantField, lineField, optionalLine, versionField } from './fields.ts'
import { birthField, decisionFields, receiveFields, termMonthsField } from './intake-fields.ts'
import { matchShape, ordinalShape } from './match-shapes.ts'
import { bedChoiceShape } from './placement.ts'
import { route } from './route.ts'

const expectedShape = z.object({
  id: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES).nullable(),
  number: z.string().nullable(),
  track: z.enum(TRACKS),
  fromBody: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  expectedOn: z.string(),
  /** The day has passed and nobody came. */
  isLate: z.boolean(),
  note: z.string().nullable(),
  state: z.enum(['expected', 'arrived', 'cancelled']),
  stayId: z.string().nullable(),
  cancelReason: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  version: z.number(),
})
export type ExpectedArrival = z.infer<typeof expectedShape>

const communeShape = z.object({
  code: z.string(),
  provinceCode: z.string(),
  label: z.string(),
  /** The old name by which it was found. */
  via: z.string().nullable(),
})
export type CommuneChoice = z.infer<typeof communeShape>

const checklistShape = z.object({
  code: z.string(),
  title: z.string(),
  form: z.string().nullable(),
  issuer: z.string(),
  article: z.string(),
  isRequired: z.boolean(),
  isDecision: z.boolean(),
  condition: z.string().nullable(),
})

const recordShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  relatives: z.array(
    z.object({
      id: z.string(),
      relation: z.enum(RELATIONS),
      name: z.string(),
      birthYear: z.number().nullable(),
      occupation: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      isContact: z.boolean(),
    }),
  ),
  marks: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(MARK_KINDS),
      place: z.string(),
      description: z.string().nullable(),
    }),
  ),
  /** Shown from `/files/photo/<id>`. */
  photoId: z.string().nullable(),
  ordinalBy: z.string().nullable(),
  papersMissing: z.number(),
  sheet: z.object({ form: z.enum(SHEET_FORMS), version: z.number(), updatedAt: z.string() }).nullable(),
  plan: z
    .object({
      form: z.enum(PLAN_FORMS),
      state: z.enum(['started', 'approved']),
      dueOn: z.string().nullable(),
    })
    .nullable(),
  /** Only that there is one; what was found is for the medical role. */
  hasFirstCheck: z.boolean(),
  bags: z.number(),
})
export type IntakeRecord = z.infer<typeof recordShape>

const receivedShape = z.object({
  personId: z.string(),
  stayId: z.string(),
  at: z.string(),
  bedCode: z.string().nullable(),
  /** `PTLK 12/2026`. */
  receipt: z.string().nullable(),
  missing: z.array(z.object({ code: z.string(), title: z.string(), dueOn: z.string().nullable() })),
  endOn: z.string().nullable(),
  warnings: z.array(problemShape),
})
export type Received = z.infer<typeof receivedShape>

export const intakeContract = {
  expected: route({ access: 'dossier.read', kind: 'read', summary: 'Who is expected, soonest first' })
    .input(
      z.strictObject({
        state: z.enum(['expected', 'arrived', 'cancelled']).default('expected'),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ arrivals: z.array(expectedShape) })),
  addExpected: route({ access: 'custody.receive', kind: 'write', summary: 'Announce somebody' })
    .input(
      z.strictObject({
        id: idField,
        name: lineField(120, 'Họ và tên'),
        birth: birthField.nullable().default(null),
        sex: z.enum(SEXES).nullable().default(null),
        number: optionalLine(30, 'Số giấy tờ'),
        track: z.enum(TRACKS, { error: 'Chọn diện.' }),
        fromBody: optionalLine(200, 'Bên giao'),
        decisionNumber: optionalLine(80, 'Số quyết định'),
        expectedOn: dayField,
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(expectedShape),
  cancelExpected: route({ access: 'custody.receive', kind: 'write', summary: 'Nobody will come of it' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(expectedShape),
  checklist: route({ access: 'dossier.read', kind: 'read', summary: 'The papers to ask for' })
    .input(
      z.strictObject({
        track: z.enum(TRACKS),
        /** Day of the act; null = today. */
        on: dayField.nullable().default(null),
        birth: birthField.nullable().default(null),
        hasNoResidence: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        items: z.array(checklistShape),
        /** The law of the act, the sheet and the plan that belong to it. */
        regime: z.enum(TERM_REGIMES),
        sheetForm: z.enum(SHEET_FORMS),
        planForm: z.enum(PLAN_FORMS),
        isMinor: z.boolean(),
        missingDays: z.number(),
      }),
    ),
  understandAddress: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Read a written address, old or new',
  })
    .input(z.strictObject({ text: z.string().max(400) }))
    .output(
      z.object({
        confidence: z.enum(['commune', 'candidates', 'province', 'none']),
        communeCode: z.string().nullable(),
        provinceCode: z.string().nullable(),
        understoodAs: z.string().nullable(),
        candidates: z.array(communeShape),
        detail: z.string(),
        printed: z.string(),
      }),
    ),
  suggestCommunes: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Communes for what is typed, old names too',
  })
    .input(z.strictObject({ text: z.string().max(120), limit: z.int().min(1).max(50).default(12) }))
    .output(z.object({ communes: z.array(communeShape) })),
  match: route({
    access: 'custody.receive',
    kind: 'read',
    summary: 'Who on file may be this person, field by field; the look is recorded',
  })
    .input(
      z.strictObject({
        name: z.string().trim().max(120).default(''),
        alias: optionalLine(120),
        birth: birthField.nullable().default(null),
        sex: z.enum(SEXES).nullable().default(null),
        numbers: z.array(z.string().trim().min(1).max(30)).max(10).default([]),
        communeCodes: z
          .array(z.string().regex(/^\d{5}$/))
          .max(3)
          .default([]),
        father: optionalLine(120),
        mother: optionalLine(120),
        stayNumbers: z.array(z.string().trim().min(1).max(80)).max(5).default([]),
        /** Rehabilitations elsewhere that papers or the person name. */
        elsewhere: z.int().min(0).max(20).default(0),
      }),
    )
    .output(z.object({ matches: z.array(matchShape), newPerson: ordinalShape })),
  beds: route({
    access: 'custody.receive',
    kind: 'report',
    summary: 'Free beds for somebody about to be received, best first, with the reasons',
  })
    .input(
      z.strictObject({
        personId: idField.nullable().default(null),
        name: z.string().max(120).default(''),
        birth: birthField.nullable().default(null),
        sex: z.enum(SEXES),
        placementSex: z.enum(SEXES).nullable().default(null),
        track: z.enum(TRACKS),
        /** People named at the desk as not to be lodged together. */
        keepApart: z
          .array(z.strictObject({ otherPersonId: idField, level: z.enum(['room', 'zone']) }))
          .max(20)
          .default([]),
        /** Alerts to be raised with the reception. */
        alerts: z.array(z.enum(ALERT_CODES)).max(20).default([]),
        zoneId: idField.nullable().default(null),
        limit: z.int().min(1).max(200).default(30),
      }),
    )
    .output(z.object({ beds: z.array(bedChoiceShape), free: z.number() })),
  receive: route({
    access: 'custody.receive',
    kind: 'write',
    summary: 'Receive a person with everything taken at the gate, all or nothing',
  })
    .input(receiveFields)
    .output(receivedShape),
  changeTrack: route({
    access: 'custody.receive',
    kind: 'write',
    summary:
      'The court has decided on somebody held: the stay goes on under the decision, days held deducted',
  })
    .input(
      z.strictObject({
        eventId: idField,
        stayId: idField,
        at: instantField.nullable().default(null),
        track: z.enum(['compulsory', 'voluntary']),
        decision: decisionFields,
        startOn: dayField,
        termMonths: termMonthsField.nullable().default(null),
      }),
    )
    .output(z.object({ stayId: z.string(), endOn: z.string().nullable(), heldDays: z.number() })),
  record: route({ access: 'people.read', kind: 'read', summary: 'What was taken when the stay began' })
    .input(z.strictObject({ stayId: idField }))
    .output(recordShape),
}
