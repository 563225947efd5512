import { z } from 'zod'
import { OUTAGE_REASONS } from '../placement/capacity.ts'
import { PLACE_KINDS } from '../placement/place-kinds.ts'
import { dayField, idField, optionalLine, pageFields } from './fields.ts'
import { route } from './route.ts'

const outageShape = z.object({
  id: z.string(),
  bedId: z.string(),
  bedCode: z.string(),
  zoneName: z.string(),
  /** The room or zone closed as a whole, if it was. */
  scopeCode: z.string().nullable(),
  reason: z.enum(OUTAGE_REASONS),
  note: z.string().nullable(),
  fromAt: z.string(),
  backOn: z.string().nullable(),
  /** The day it should be back has passed. */
  isOverdue: z.boolean(),
  endedAt: z.string().nullable(),
  recordedBy: z.string(),
})
export type OutageLine = z.infer<typeof outageShape>

const planShape = z.object({
  id: z.string(),
  placeId: z.string(),
  placeCode: z.string(),
  placeKind: z.enum(PLACE_KINDS),
  reason: z.enum(OUTAGE_REASONS),
  note: z.string().nullable(),
  fromOn: z.string(),
  backOn: z.string().nullable(),
  madeBy: z.string(),
  /** Who still holds beds there. */
  holders: z.number(),
})

const wordFields = {
  reason: z.enum(OUTAGE_REASONS),
  note: optionalLine(300, 'Ghi chú'),
  backOn: dayField.nullable().default(null),
}

export const outagesContract = {
  list: route({
    access: 'places.read',
    kind: 'read',
    summary: 'Beds out of service now, or the history of outages',
  })
    .input(
      z.strictObject({
        state: z.enum(['open', 'ended']).default('open'),
        ...pageFields(200, 100),
      }),
    )
    .output(z.object({ outages: z.array(outageShape), next: z.string().nullable() })),
  plans: route({ access: 'places.read', kind: 'read', summary: 'Outages planned and not begun' })
    .input(z.strictObject({}))
    .output(z.object({ plans: z.array(planShape), overdue: z.number() })),
  holders: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Who holds beds of a place, to be moved before it closes',
  })
    .input(z.strictObject({ placeId: idField }))
    .output(
      z.object({
        people: z.array(
          z.object({ stayId: z.string(), personId: z.string(), name: z.string(), bedCode: z.string() }),
        ),
      }),
    ),
  close: route({
    access: 'places.outage',
    kind: 'write',
    summary: 'Take every bed of a room, building or zone out of service',
  })
    .input(z.strictObject({ placeId: idField, ...wordFields }))
    .output(z.object({ beds: z.number() })),
  plan: route({ access: 'places.outage', kind: 'write', summary: 'Plan an outage from a coming day on' })
    .input(z.strictObject({ id: idField, placeId: idField, fromOn: dayField, ...wordFields }))
    .output(z.object({ id: z.string() })),
  cancelPlan: route({ access: 'places.outage', kind: 'write', summary: 'Give a planned outage up' })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ id: z.string() })),
}
