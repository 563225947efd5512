import { z } from 'zod'
import { ATTENDANCE_MARKS, SESSION_KINDS } from '../care/sessions.ts'
import { changedShape, pageOf } from './answers.ts'
import { carePersonShape } from './care-people.ts'
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

const MOST_ATTENDEES = 400

const sessionLine = z.object({
  id: z.string(),
  kind: z.enum(SESSION_KINDS),
  topic: z.string(),
  startsAt: z.string(),
  minutes: z.number(),
  place: z.string().nullable(),
  leader: z.string(),
  groupName: z.string().nullable(),
  heldAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  called: z.number(),
  present: z.number(),
})
export type SessionLine = z.infer<typeof sessionLine>

const attendeeShape = carePersonShape.extend({
  mark: z.enum(ATTENDANCE_MARKS).nullable(),
  /** Out of the centre at the hour of the session: not counted. */
  isOut: z.boolean(),
  hasPrivateNote: z.boolean(),
  /** Only for who wrote it and the director. */
  privateNote: z.string().nullable(),
  noteBy: z.string().nullable(),
})
export type SessionAttendee = z.infer<typeof attendeeShape>

const clashShape = z.object({ nameA: z.string(), nameB: z.string(), reason: z.string(), isHard: z.boolean() })

const sessionShape = sessionLine.extend({
  note: z.string().nullable(),
  groupId: z.string().nullable(),
  cancelReason: z.string().nullable(),
  keptApartReason: z.string().nullable(),
  attendees: z.array(attendeeShape),
  clashes: z.array(clashShape),
  createdBy: z.string(),
  version: z.number(),
})
export type CareSession = z.infer<typeof sessionShape>

const pickFields = {
  zones: z.array(z.string().max(64)).max(60).default([]),
  teams: z.array(z.string().max(64)).max(60).default([]),
  stages: z
    .array(z.literal([1, 2, 3, 4, 5]))
    .max(5)
    .default([]),
  groupId: idField.nullable().default(null),
}

const groupShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SESSION_KINDS),
  leader: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  members: z.number(),
  version: z.number(),
})
export type CareGroup = z.infer<typeof groupShape>

export const careSessionsContract = {
  list: route({ access: 'care.read', kind: 'read', summary: 'Sessions, newest first' })
    .input(
      z.strictObject({
        kinds: z.array(z.enum(SESSION_KINDS)).max(SESSION_KINDS.length).default([]),
        /** Only those to which somebody of these teams was called. */
        teams: pickFields.teams,
        /** Only those whose attendance is still to be taken. */
        openOnly: z.boolean().default(false),
        ...pageFields(200, 60),
      }),
    )
    .output(pageOf(sessionLine)),
  get: route({ access: 'care.read', kind: 'read', summary: 'One session with who was called' })
    .input(z.strictObject({ id: idField }))
    .output(sessionShape),
  candidates: route({ access: 'care.read', kind: 'read', summary: 'Who can be called to a session' })
    .input(z.strictObject(pickFields))
    .output(
      z.object({ people: z.array(carePersonShape.extend({ isOut: z.boolean() })), isCut: z.boolean() }),
    ),
  save: route({ access: 'care.edit', kind: 'write', summary: 'Plan a session, or change what is planned' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField.nullable(),
        kind: z.enum(SESSION_KINDS, { error: 'Chọn loại buổi.' }),
        topic: lineField(200, 'Nội dung'),
        startsAt: instantField,
        minutes: z.int({ error: 'Ghi số phút.' }),
        place: optionalLine(120, 'Nơi'),
        leader: lineField(120, 'Người phụ trách'),
        /** The one note all attendees' pages show. */
        note: optionalLine(3000, 'Ghi chép chung'),
        groupId: idField.nullable().default(null),
        stayIds: z
          .array(idField)
          .max(MOST_ATTENDEES, { error: `Nhiều nhất ${MOST_ATTENDEES} người một buổi.` }),
        /** Why people to be kept apart are called together. */
        reason: optionalLine(300, 'Lý do'),
      }),
    )
    .output(changedShape),
  mark: route({ access: 'care.edit', kind: 'write', summary: 'Take the attendance; `close` ends it' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        marks: z
          .array(z.strictObject({ stayId: idField, mark: z.enum(ATTENDANCE_MARKS).nullable() }))
          .max(MOST_ATTENDEES),
        note: optionalLine(3000, 'Ghi chép chung'),
        close: z.boolean().default(false),
      }),
    )
    .output(changedShape),
  setPrivateNote: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'What the counsellor notes of one attendee alone',
  })
    .input(z.strictObject({ id: idField, stayId: idField, text: optionalLine(2000, 'Ghi chép riêng') }))
    .output(z.object({ id: z.string() })),
  cancel: route({ access: 'care.edit', kind: 'write', summary: 'Call a session off, with the reason' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do hủy') }))
    .output(z.object({ id: z.string() })),
  ofStay: route({ access: 'care.read', kind: 'read', summary: 'Sessions of a person, and hours in them' })
    .input(z.strictObject({ stayId: idField }))
    .output(
      z.object({
        sessions: z.array(
          sessionLine.extend({
            mark: z.enum(ATTENDANCE_MARKS).nullable(),
            note: z.string().nullable(),
            hasPrivateNote: z.boolean(),
            privateNote: z.string().nullable(),
          }),
        ),
        hours: z.array(z.object({ kind: z.enum(SESSION_KINDS), hours: z.number(), sessions: z.number() })),
      }),
    ),
  missing: route({
    access: 'care.read',
    kind: 'report',
    summary: 'Who has not been at a session of some kinds since a day, against the target',
  })
    .input(
      z.strictObject({
        kinds: z
          .array(z.enum(SESSION_KINDS))
          .min(1, { error: 'Chọn ít nhất một loại buổi.' })
          .max(SESSION_KINDS.length),
        since: dayField,
        zones: pickFields.zones,
        teams: pickFields.teams,
        limit: z.int().min(1).max(500).default(300),
      }),
    )
    .output(
      z.object({
        onRoll: z.number(),
        reached: z.number(),
        people: z.array(carePersonShape.extend({ receivedOn: z.string(), lastAt: z.string().nullable() })),
      }),
    ),
  groups: route({
    access: 'care.read',
    kind: 'read',
    summary: 'Standing groups and classes, open ones first',
  })
    .input(z.strictObject({}))
    .output(z.object({ groups: z.array(groupShape) })),
  group: route({
    access: 'care.read',
    kind: 'read',
    summary: 'One group with its members and who must not be together',
  })
    .input(z.strictObject({ id: idField }))
    .output(
      groupShape.extend({
        people: z.array(
          carePersonShape.extend({ memberId: z.string(), fromOn: z.string(), isOut: z.boolean() }),
        ),
        clashes: z.array(clashShape),
      }),
    ),
  openGroup: route({ access: 'care.edit', kind: 'write', summary: 'Open a group or class' })
    .input(
      z.strictObject({
        id: idField,
        name: lineField(120, 'Tên nhóm'),
        kind: z.enum(SESSION_KINDS, { error: 'Chọn loại.' }),
        leader: optionalLine(120, 'Người phụ trách'),
      }),
    )
    .output(z.object({ id: z.string() })),
  enrol: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Put people into a group; refused for people to be kept apart',
  })
    .input(z.strictObject({ groupId: idField, stayIds: z.array(idField).min(1).max(200) }))
    .output(z.object({ added: z.number() })),
  leave: route({ access: 'care.edit', kind: 'write', summary: 'Take somebody out of a group' })
    .input(z.strictObject({ groupId: idField, stayId: idField }))
    .output(z.object({ groupId: z.string() })),
  closeGroup: route({ access: 'care.edit', kind: 'write', summary: 'Close a group with the reason' })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
}
