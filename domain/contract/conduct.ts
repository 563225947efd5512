import { z } from 'zod'
import { CONDUCT_MONTH_STATES, CONDUCT_RATINGS, isMonth } from '../care/conduct.ts'
import { carePersonShape } from './care-people.ts'
import { idField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

const monthField = z.string().refine(isMonth, { error: 'Tháng không đúng. Chọn lại tháng.' })
const rating = z.enum(CONDUCT_RATINGS)

const monthShape = z.object({
  month: z.string(),
  state: z.enum(CONDUCT_MONTH_STATES),
  rated: z.number(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  reopenReason: z.string().nullable(),
  version: z.number(),
})
export type ConductMonth = z.infer<typeof monthShape>

const rowShape = carePersonShape.extend({
  proposed: rating,
  /** Why it is not better. */
  reasons: z.array(z.string()),
  rating: rating.nullable(),
  reason: z.string().nullable(),
  ratedBy: z.string().nullable(),
  version: z.number().nullable(),
})
export type ConductRow = z.infer<typeof rowShape>

export const conductContract = {
  months: route({
    access: 'care.read',
    kind: 'read',
    summary: 'Months rated so far, newest first, and the one to be opened',
  })
    .input(z.strictObject({}))
    .output(z.object({ months: z.array(monthShape), openable: z.string().nullable() })),
  grid: route({
    access: 'care.read',
    kind: 'read',
    summary: 'The ratings of a month with what is proposed, by name',
  })
    .input(
      z.strictObject({
        month: monthField,
        zones: z.array(z.string().max(64)).max(60).default([]),
        teams: z.array(z.string().max(64)).max(60).default([]),
        ...pageFields(200, 100),
      }),
    )
    .output(
      z.object({
        month: monthShape.nullable(),
        rows: z.array(rowShape),
        next: z.string().nullable(),
        total: z.number(),
        rated: z.number(),
        /** The measures of the proposal are the house's own. */
        measures: z.array(z.object({ rule: z.string(), title: z.string(), value: z.string() })),
      }),
    ),
  open: route({ access: 'care.edit', kind: 'write', summary: 'Open a month for rating' })
    .input(z.strictObject({ month: monthField }))
    .output(z.object({ month: z.string() })),
  rate: route({ access: 'care.edit', kind: 'write', summary: 'Rate people for a month, all of them or none' })
    .input(
      z.strictObject({
        month: monthField,
        ratings: z
          .array(
            z.strictObject({
              stayId: idField,
              rating,
              reason: optionalLine(300, 'Lý do'),
              version: versionField.nullable(),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ rated: z.number() })),
  approve: route({ access: 'care.approve', kind: 'write', summary: 'Approve a month: it is locked' })
    .input(z.strictObject({ month: monthField, version: versionField }))
    .output(z.object({ version: z.number() })),
  reopen: route({
    access: 'care.approve',
    kind: 'write',
    summary: 'Open an approved month again, with the reason',
  })
    .input(
      z.strictObject({ month: monthField, version: versionField, reason: lineField(300, 'Lý do mở lại') }),
    )
    .output(z.object({ version: z.number() })),
  ofStay: route({
    access: 'care.read',
    kind: 'read',
    summary: 'Ratings of a person, and what they mean for a shorter term',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(
      z.object({
        ratings: z.array(
          z.object({
            month: z.string(),
            rating,
            proposed: rating,
            reason: z.string().nullable(),
            isApproved: z.boolean(),
            ratedBy: z.string(),
          }),
        ),
        /** RED-01; null where the term's law knows no reduction. */
        outlook: z
          .object({ inARow: z.number(), needed: z.number(), isMet: z.boolean(), article: z.string() })
          .nullable(),
      }),
    ),
}
