import { z } from 'zod'
import { MOST_SHIFTS } from '../shifts/shift-times.ts'
import { changedShape } from './answers.ts'
import { dayField, idField, instantField, lineField, versionField } from './fields.ts'
import { route } from './route.ts'

const timeShape = z.object({ name: z.string(), starts: z.string() })
const scheduleShape = z.object({ validFrom: z.string(), times: z.array(timeShape) })

const postShape = z.object({
  id: z.string(),
  name: z.string(),
  zoneId: z.string().nullable(),
  zoneName: z.string().nullable(),
  version: z.number(),
})
export type Post = z.infer<typeof postShape>

const dutyShape = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  postId: z.string().nullable(),
  postName: z.string().nullable(),
  isLead: z.boolean(),
})

const dutyShiftShape = z.object({
  at: z.string(),
  until: z.string(),
  name: z.string(),
  duty: z.array(dutyShape),
})
export type DutyShift = z.infer<typeof dutyShiftShape>

const staffShape = z.object({
  userId: z.string(),
  name: z.string(),
  roleText: z.string(),
  /** Zones it works in; empty = none named. */
  zoneIds: z.array(z.string()),
  /** Sees people of its own zones only, where the centre has decided so. */
  isZoneStaff: z.boolean(),
})
export type Staff = z.infer<typeof staffShape>

export const shiftsContract = {
  setup: route({
    access: 'shifts.read',
    kind: 'read',
    summary: 'Times of shifts, posts, staff and their zones',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        /** What holds today. */
        current: scheduleShape,
        /** Times set for later days. */
        coming: z.array(scheduleShape),
        posts: z.array(postShape),
        staff: z.array(staffShape),
        isRestricted: z.boolean(),
      }),
    ),
  roster: route({ access: 'shifts.read', kind: 'read', summary: 'Who is on duty, shift by shift' })
    .input(z.strictObject({ from: dayField, days: z.int().min(1).max(31).default(3) }))
    .output(z.object({ shifts: z.array(dutyShiftShape) })),
  setTimes: route({ access: 'shifts.edit', kind: 'write', summary: 'Set when shifts begin, from a day on' })
    .input(
      z.strictObject({
        validFrom: dayField,
        times: z
          .array(z.strictObject({ name: lineField(40, 'Tên ca'), starts: z.string().trim().max(5) }))
          .min(1, { error: 'Cần ít nhất một ca.' })
          .max(MOST_SHIFTS, { error: `Nhiều nhất ${MOST_SHIFTS} ca một ngày.` }),
      }),
    )
    .output(z.object({ validFrom: z.string() })),
  addPost: route({ access: 'shifts.edit', kind: 'write', summary: 'Add a post that is manned' })
    .input(z.strictObject({ id: idField, name: lineField(80, 'Tên chốt'), zoneId: idField.nullable() }))
    .output(z.object({ id: z.string() })),
  changePost: route({ access: 'shifts.edit', kind: 'write', summary: 'Rename a post or give it up' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        name: lineField(80, 'Tên chốt'),
        zoneId: idField.nullable(),
        isRetired: z.boolean(),
      }),
    )
    .output(changedShape),
  assign: route({ access: 'shifts.edit', kind: 'write', summary: 'Put somebody on duty for a shift' })
    .input(
      z.strictObject({
        id: idField,
        shiftAt: instantField,
        userId: idField,
        postId: idField.nullable(),
        isLead: z.boolean().default(false),
      }),
    )
    .output(z.object({ id: z.string() })),
  unassign: route({ access: 'shifts.edit', kind: 'write', summary: 'Take somebody off duty' })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ id: z.string() })),
  copyDay: route({
    access: 'shifts.edit',
    kind: 'write',
    summary: 'Put on duty for a day whoever is on duty the day before, shift by shift',
  })
    .input(z.strictObject({ day: dayField }))
    .output(z.object({ assigned: z.number() })),
  setZones: route({ access: 'shifts.edit', kind: 'write', summary: 'Say in which zones somebody works' })
    .input(z.strictObject({ userId: idField, zoneIds: z.array(idField).max(200) }))
    .output(z.object({ userId: z.string() })),
  setRestriction: route({
    access: 'shifts.edit',
    kind: 'write',
    summary: 'Decide whether zone staff see people of their own zones only',
  })
    .input(z.strictObject({ isRestricted: z.boolean() }))
    .output(z.object({ isRestricted: z.boolean() })),
}
