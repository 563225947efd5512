import { z } from 'zod'
import {
  EXHIBIT_KINDS,
  EXHIBIT_MOVES,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCES,
  EXHIBIT_UNITS,
} from '../incidents/exhibit.ts'
import { INCIDENT_LINKS } from '../incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '../incidents/incident-states.ts'
import { SENDING_WAYS } from '../obligations/exemptions.ts'
import { ROLES } from '../permissions/roles.ts'
import { KEEP_APART_LEVELS } from '../placement/keep-apart.ts'
import { idField, instantField, lineField, optionalLine, versionField } from './fields.ts'
import { noticeLineShape } from './incident-work-shapes.ts'
import { route } from './route.ts'

const changed = z.object({ id: z.string(), version: z.number() })

/** What a thing is, how much of it, and how it came in. */
const thingFields = {
  kind: z.enum(EXHIBIT_KINDS, { error: 'Chọn loại vật.' }),
  substance: z.enum(EXHIBIT_SUBSTANCES).nullable().default(null),
  route: z.enum(EXHIBIT_ROUTES).default('unknown'),
  description: lineField(300, 'Mô tả'),
  quantity: z.number({ error: 'Ghi số lượng.' }).positive({ error: 'Số lượng phải lớn hơn 0.' }).max(1e12),
  unit: z.enum(EXHIBIT_UNITS, { error: 'Chọn đơn vị.' }),
}

/** Things, evidence, tasks, notices and ties of an incident. */
export const incidentWorkRoutes = {
  notices: route({
    access: 'incident.run',
    kind: 'read',
    summary: 'Notices of all incidents nobody sent yet',
  })
    .input(z.strictObject({}))
    .output(z.object({ notices: z.array(noticeLineShape) })),
  ofRecord: route({
    access: 'contacts.read',
    kind: 'read',
    summary:
      'Incidents that began with a visit, a parcel, a letter or a find, as far as the reader sees them',
  })
    .input(z.strictObject({ targetId: idField }))
    .output(
      z.object({
        incidents: z.array(
          z.object({ id: z.string(), number: z.string().nullable(), state: z.enum(INCIDENT_STATES) }),
        ),
      }),
    ),
  addExhibit: route({ access: 'incident.report', kind: 'write', summary: 'Seize a thing; begins its chain' })
    .input(
      z.strictObject({
        id: idField,
        exhibitId: idField,
        ...thingFields,
        sealNumber: optionalLine(60, 'Số niêm phong'),
        personId: idField.nullable().default(null),
        foundAt: instantField,
        placeId: idField.nullable().default(null),
        foundWhere: optionalLine(200, 'Nơi tìm thấy'),
        findId: idField.nullable().default(null),
        fileId: idField.nullable().default(null),
        holder: lineField(120, 'Người giữ'),
        witness: optionalLine(200, 'Người chứng kiến'),
      }),
    )
    .output(z.object({ no: z.number() })),
  amendExhibit: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Put right what a thing is and how much, with the reason: weighed again, tested',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ...thingFields,
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(changed),
  moveExhibit: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Hand an exhibit over: one line of the chain',
  })
    .input(
      z.strictObject({
        /** The exhibit. */
        id: idField,
        version: versionField,
        moveId: idField,
        kind: z.enum(EXHIBIT_MOVES),
        at: instantField.nullable().default(null),
        toHolder: lineField(120, 'Người nhận'),
        sealNumber: optionalLine(60, 'Số niêm phong'),
        witness: optionalLine(200, 'Người chứng kiến'),
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(changed),
  addEvidence: route({
    access: 'incident.report',
    kind: 'write',
    summary: 'A photo or scan as evidence, with its hash',
  })
    .input(
      z.strictObject({
        id: idField,
        evidenceId: idField,
        fileId: idField,
        exhibitId: idField.nullable().default(null),
        caption: lineField(200, 'Chú thích'),
        takenAt: instantField.nullable().default(null),
      }),
    )
    .output(z.object({ fileHash: z.string() })),
  withdrawEvidence: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Take evidence out, with the reason',
  })
    .input(z.strictObject({ id: idField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
  addTask: route({ access: 'incident.run', kind: 'write', summary: 'Something to be done, by whom and when' })
    .input(
      z.strictObject({
        id: idField,
        taskId: idField,
        title: lineField(200, 'Việc phải làm'),
        role: z.enum(ROLES),
        ownerId: idField.nullable().default(null),
        dueAt: instantField,
      }),
    )
    .output(changed),
  changeTask: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Give a task to somebody, or another hour',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ownerId: idField.nullable(),
        dueAt: instantField,
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(changed),
  doneTask: route({ access: 'incident.report', kind: 'write', summary: 'A task is done' })
    .input(z.strictObject({ id: idField, version: versionField, result: optionalLine(1000, 'Kết quả') }))
    .output(changed),
  dropTask: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'A task need not be done, with the reason',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(changed),
  sendNotices: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Notices that went out together, each with the number of its own paper, all or none',
  })
    .input(
      z.strictObject({
        notices: z
          .array(
            z.strictObject({
              id: idField,
              version: versionField,
              paperNumber: optionalLine(60, 'Số văn bản'),
            }),
          )
          .min(1)
          .max(500),
        sentAt: instantField,
        how: z.enum(SENDING_WAYS, { error: 'Chọn cách gửi.' }),
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(z.object({ notices: z.array(changed) })),
  sendNotice: route({ access: 'incident.run', kind: 'write', summary: 'A notice went out' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        sentAt: instantField,
        how: z.enum(SENDING_WAYS, { error: 'Chọn cách gửi.' }),
        paperNumber: optionalLine(60, 'Số văn bản'),
        note: optionalLine(500, 'Ghi chú'),
      }),
    )
    .output(changed),
  link: route({
    access: 'incident.run',
    kind: 'write',
    summary: 'Tie an incident to a record of another book',
  })
    .input(
      z.strictObject({
        id: idField,
        kind: z.enum(INCIDENT_LINKS).exclude(['duplicate-of', 'custody-event', 'keep-apart', 'discipline']),
        targetId: idField,
        note: optionalLine(300, 'Ghi chú'),
      }),
    )
    .output(z.object({ id: z.string() })),
  keepApart: route({ access: 'incident.run', kind: 'write', summary: 'Keep people of an incident apart' })
    .input(
      z.strictObject({
        id: idField,
        level: z.enum(KEEP_APART_LEVELS).default('room'),
        pairs: z
          .array(z.strictObject({ id: idField, one: idField, other: idField }))
          .min(1)
          .max(200),
        reason: lineField(500, 'Lý do'),
      }),
    )
    .output(z.object({ added: z.number() })),
  recordDeath: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record the death the incident is about',
  })
    .input(z.strictObject({ id: idField, involvementId: idField, eventId: idField, at: instantField }))
    .output(z.object({ eventId: z.string() })),
}
