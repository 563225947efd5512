import { z } from 'zod'
import { EXHIBIT_ROUTES, EXHIBIT_SUBSTANCES } from '../incidents/exhibit.ts'
import { INJURY_SEVERITIES, NARRATIVE_KINDS } from '../incidents/incident-codes.ts'
import { INCIDENT_KINDS, INCIDENT_ORIGINS, INCIDENT_SECRECIES } from '../incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '../incidents/incident-states.ts'
import { INVOLVED_WHO } from '../incidents/involvement-roles.ts'
import { AGE_CLASSES, ESCAPE_SLICES, INJURY_SLICES } from '../incidents/statistics.ts'
import { INCIDENT_ACTIONS } from '../incidents/transitions.ts'
import { changedShape, pageOf } from './answers.ts'
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
import { incidentDetailShape, incidentLineShape, injuryLineShape, lateFields } from './incident-shapes.ts'
import { incidentWorkRoutes } from './incident-work.ts'
import { incidentTaskShape } from './incident-work-shapes.ts'
import { route } from './route.ts'

const codeField = z.string().min(1).max(40)

const involvementInput = z.strictObject({
  id: idField,
  role: codeField,
  who: z.enum(INVOLVED_WHO),
  /** The resident. */
  personId: idField.nullable().default(null),
  /** The member of staff, where there is an account. */
  userId: idField.nullable().default(null),
  /** Anybody else. */
  name: optionalLine(120, 'Họ tên'),
  note: optionalLine(500, 'Ghi chú'),
})
export type InvolvementInput = z.output<typeof involvementInput>

const firstReportFields = {
  kind: z.enum(INCIDENT_KINDS, { error: 'Chọn loại vụ việc.' }),
  occurredAt: instantField,
  isApproximate: z.boolean().default(false),
  zoneId: idField.nullable().default(null),
  placeId: idField.nullable().default(null),
  placeNote: optionalLine(200, 'Nơi xảy ra'),
  summary: textField('Nội dung'),
}

const reportInput = z.strictObject({
  id: idField,
  ...firstReportFields,
  people: z.array(involvementInput).max(500).default([]),
  origin: z.enum(INCIDENT_ORIGINS).default('desk'),
  originId: idField.nullable().default(null),
  /** Hand it in now; else it waits as a draft that its writer alone sees. */
  submit: z.boolean().default(true),
})
export type IncidentReportInput = z.output<typeof reportInput>

const filterFields = {
  states: z.array(z.enum(INCIDENT_STATES)).max(INCIDENT_STATES.length).default([]),
  kinds: z.array(z.enum(INCIDENT_KINDS)).max(INCIDENT_KINDS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  personId: idField.nullable().default(null),
  /** Days it happened on, in Vietnam; both inclusive. */
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
  /** Hour of the day it happened in. */
  hour: z.int().min(0).max(23).nullable().default(null),
  /** Day of the week it happened on: 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7).nullable().default(null),
  substance: z.enum(EXHIBIT_SUBSTANCES).nullable().default(null),
  route: z.enum(EXHIBIT_ROUTES).nullable().default(null),
  /** Somebody escaped. */
  escape: z.enum(ESCAPE_SLICES).nullable().default(null),
  /** Somebody was hurt. */
  injured: z.enum(INJURY_SLICES).nullable().default(null),
  /** How long it has stood where it stands today. */
  age: z.enum(AGE_CLASSES).nullable().default(null),
  /** With a task that is late. */
  late: z.boolean().default(false),
  /** With a notice to somebody outside that is still owed and late. */
  lateNotice: z.boolean().default(false),
  /** Run by the reader. */
  mine: z.boolean().default(false),
}
const incidentFilter = z.strictObject(filterFields)
export type IncidentFilter = z.output<typeof incidentFilter>

export const incidentsContract = {
  list: route({ access: 'incident.read', kind: 'read', summary: 'Incidents, the newest first' })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(pageOf(incidentLineShape).extend({ total: z.number() })),
  counts: route({
    access: 'incident.read',
    kind: 'read',
    summary: 'Incidents by state, and tasks that are late',
  })
    .input(incidentFilter)
    .output(
      z.object({
        states: z.array(
          z.object({ state: z.enum(INCIDENT_STATES), count: z.number(), oldestSince: z.string().nullable() }),
        ),
        ...lateFields,
      }),
    ),
  mine: route({ access: 'incident.report', kind: 'read', summary: 'First reports of the reader, drafts too' })
    .input(z.strictObject({ states: filterFields.states, ...pageFields(200, 50) }))
    .output(pageOf(incidentLineShape)),
  get: route({ access: 'incident.read', kind: 'call', summary: 'An incident with all of it; audited' })
    .input(z.strictObject({ id: idField }))
    .output(incidentDetailShape),
  ownReport: route({
    access: 'incident.report',
    kind: 'call',
    summary: "The reader's own first report; audited",
  })
    .input(z.strictObject({ id: idField }))
    .output(incidentDetailShape),
  tasks: route({ access: 'incident.report', kind: 'read', summary: 'Tasks given to the reader or the role' })
    .input(z.strictObject({ of: z.enum(['me', 'late', 'all']).default('me') }))
    .output(z.object({ tasks: z.array(incidentTaskShape) })),
  staff: route({ access: 'incident.report', kind: 'read', summary: 'Accounts that can stand in an incident' })
    .input(z.strictObject({}))
    .output(z.object({ users: z.array(z.object({ id: z.string(), name: z.string(), roles: z.string() })) })),
  injuries: route({
    access: 'medical.read',
    kind: 'read',
    summary: 'Injuries that nobody examined yet, and the last',
  })
    .input(z.strictObject({ waiting: z.boolean().default(true) }))
    .output(z.object({ rows: z.array(injuryLineShape) })),
  report: route({ access: 'incident.report', kind: 'write', summary: 'The first report' })
    .input(reportInput)
    .output(changedShape.extend({ number: z.string().nullable() })),
  edit: route({
    access: 'incident.report',
    kind: 'write',
    summary: 'Put the facts of the first report right',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ...firstReportFields,
        /** Under another kind: the roles people take in its form. */
        roles: z
          .array(z.strictObject({ involvementId: idField, role: codeField }))
          .max(500)
          .default([]),
      }),
    )
    .output(changedShape),
  answer: route({ access: 'incident.report', kind: 'write', summary: 'Answer a question of the form' })
    .input(
      z.strictObject({
        id: idField,
        answerId: idField,
        question: codeField,
        answer: codeField,
        detail: optionalLine(1000, 'Ghi thêm'),
        /** The answer the writer saw; null for none. */
        over: idField.nullable().default(null),
      }),
    )
    .output(z.object({ answerId: z.string() })),
  addNarrative: route({
    access: 'incident.report',
    kind: 'write',
    summary: 'Sign an account, addendum or statement',
  })
    .input(
      z.strictObject({
        id: idField,
        narrativeId: idField,
        kind: z.enum(NARRATIVE_KINDS),
        involvementId: idField.nullable().default(null),
        body: textField('Nội dung'),
      }),
    )
    .output(z.object({ no: z.number(), bodyHash: z.string() })),
  involve: route({ access: 'incident.report', kind: 'write', summary: 'Write people into an incident' })
    .input(z.strictObject({ id: idField, people: z.array(involvementInput).min(1).max(500) }))
    .output(z.object({ added: z.number() })),
  changeInvolvement: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Role, outcome and note of somebody',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        role: codeField,
        outcome: codeField.nullable().default(null),
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(changedShape),
  uninvolve: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Take somebody out again, with the reason',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(changedShape),
  addInjury: route({
    access: 'incident.report',
    kind: 'write',
    summary: 'Somebody was hurt; nothing medical',
  })
    .input(
      z.strictObject({
        id: idField,
        injuryId: idField,
        involvementId: idField,
        noticedAt: instantField,
        isHospital: z.boolean().default(false),
      }),
    )
    .output(changedShape),
  examine: route({ access: 'medical.edit', kind: 'write', summary: 'What the medical staff found' })
    .input(
      z.strictObject({
        /** The injury. */
        id: idField,
        version: versionField,
        severity: z.enum(INJURY_SEVERITIES, { error: 'Chọn mức độ thương tích.' }),
        detail: textField('Tình trạng thương tích'),
        treatment: optionalLine(1000, 'Xử trí'),
      }),
    )
    .output(changedShape),
  act: route({
    access: 'incident.report',
    kind: 'write',
    summary: 'Take the next step, by the table of transitions',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        action: z.enum(INCIDENT_ACTIONS).exclude(['close']),
        comment: optionalLine(4000, 'Ý kiến'),
        duplicateOf: idField.nullable().default(null),
      }),
    )
    .output(changedShape.extend({ state: z.enum(INCIDENT_STATES), number: z.string().nullable() })),
  close: route({ access: 'incident.report', kind: 'write', stepUp: true, summary: 'Close an incident' })
    .input(z.strictObject({ id: idField, version: versionField, comment: optionalLine(4000, 'Ý kiến') }))
    .output(changedShape),
  assign: route({ access: 'incident.run', kind: 'write', summary: 'Who runs the incident' })
    .input(z.strictObject({ id: idField, version: versionField, ownerId: idField }))
    .output(changedShape),
  restrict: route({ access: 'incident.decide', kind: 'write', summary: 'Who may read the incident' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        secrecy: z.enum(INCIDENT_SECRECIES),
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(changedShape),
  ...incidentWorkRoutes,
}
