import { z } from 'zod'
import { ALERT_CODES, ALERT_FACES } from '../alerts/alert-codes.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'
import { changedShape, pageOf } from './answers.ts'
import { dayField, idField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

/**
 * An alert as the reader may see it. Without the medical role a medical one has the face `health` and neither
 * content nor reasons.
 */
const alertShape = z.object({
  id: z.string(),
  face: z.enum(ALERT_FACES),
  /** Content and reasons are withheld from this reader. */
  isMasked: z.boolean(),
  detail: z.string().nullable(),
  reason: z.string().nullable(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  reviewOn: z.string(),
  raisedAt: z.string(),
  raisedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  closeReason: z.string().nullable(),
  /** Holds today. */
  isActive: z.boolean(),
  isReviewDue: z.boolean(),
  version: z.number(),
})
export type Alert = z.infer<typeof alertShape>

/** An alert that holds, with whom it is about. */
const activeAlertShape = alertShape
  .pick({
    id: true,
    face: true,
    isMasked: true,
    detail: true,
    fromOn: true,
    toOn: true,
    reviewOn: true,
    isReviewDue: true,
    raisedBy: true,
  })
  .extend({
    personId: z.string(),
    name: z.string(),
    birthOn: z.string().nullable(),
    birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
    track: z.enum(TRACKS),
    zoneName: z.string().nullable(),
    bedCode: z.string().nullable(),
  })
export type ActiveAlert = z.infer<typeof activeAlertShape>

const filterFields = {
  faces: z.array(z.enum(ALERT_FACES)).max(ALERT_FACES.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  /** Only those whose day of review has come. */
  reviewDue: z.boolean().default(false),
}
const activeFilter = z.strictObject(filterFields)
export type ActiveAlertFilter = z.infer<typeof activeFilter>

/** What is said of an alert when it is raised, at the gate or later. */
export const raiseFields = z.strictObject({
  id: idField,
  code: z.enum(ALERT_CODES, { error: 'Chọn loại cảnh báo.' }),
  detail: optionalLine(500, 'Nội dung cần lưu ý'),
  reason: lineField(500, 'Căn cứ cảnh báo'),
  /** Null = today. */
  fromOn: dayField.nullable().default(null),
  toOn: dayField.nullable().default(null),
  /** Null = after the days of its kind. */
  reviewOn: dayField.nullable().default(null),
})

export const alertsContract = {
  list: route({ access: 'people.read', kind: 'read', summary: 'Alerts of a person, closed ones too' })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ alerts: z.array(alertShape) })),
  active: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Alerts that hold on people of the roll, the one to be reviewed first at the top',
  })
    .input(z.strictObject({ ...filterFields, ...pageFields(200, 50) }))
    .output(pageOf(activeAlertShape)),
  count: route({ access: 'people.read', kind: 'read', summary: 'How many alerts a filter holds' })
    .input(activeFilter)
    .output(z.object({ alerts: z.number(), people: z.number() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'Active alerts as an Excel file; audited' })
    .input(activeFilter)
    .output(z.file()),
  print: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'Active alerts for printing, all at once; audited',
  })
    .input(activeFilter)
    .output(z.object({ rows: z.array(activeAlertShape) })),
  raise: route({ access: 'alerts.edit', kind: 'write', summary: 'Raise an alert on a person' })
    .input(raiseFields.extend({ personId: idField }))
    .output(z.object({ id: z.string() })),
  change: route({
    access: 'alerts.edit',
    kind: 'write',
    summary: 'Review an alert: what it says, its last day, its next review',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        detail: optionalLine(500, 'Nội dung cần lưu ý'),
        reason: lineField(500, 'Căn cứ cảnh báo'),
        toOn: dayField.nullable(),
        reviewOn: dayField,
      }),
    )
    .output(changedShape),
  close: route({ access: 'alerts.edit', kind: 'write', summary: 'End an alert, with the reason' })
    .input(
      z.strictObject({ id: idField, version: versionField, reason: lineField(500, 'Lý do đóng cảnh báo') }),
    )
    .output(z.object({ id: z.string() })),
}
