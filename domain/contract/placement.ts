import { z } from 'zod'
import { ALERT_FACES } from '../alerts/alert-codes.ts'
import { OUT_KINDS } from '../custody/event-kinds.ts'
import { BIRTH_PRECISIONS, SEXES } from '../people/sex.ts'
import { INFECTION_GROUPS } from '../placement/zone-kinds.ts'
import { TRACKS } from '../stay/track.ts'
import { problemShape } from './answers.ts'
import { idField, instantField, optionalLine, pageFields } from './fields.ts'
import { route } from './route.ts'

/** A person on the roll as the zones' board shows them. */
const lodgerShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES),
  track: z.enum(TRACKS),
  state: z.enum(['inside', 'out', 'escaped', 'interrupted']),
  outKind: z.enum(OUT_KINDS).nullable(),
  outUntil: z.string().nullable(),
  /** Only that someone is lodged apart; never why. */
  infectionGroup: z.enum(INFECTION_GROUPS).nullable(),
  sinceAt: z.string(),
  receivedAt: z.string(),
  /** Expected last day of the term. */
  endOn: z.string().nullable(),
  bedId: z.string().nullable(),
  bedCode: z.string().nullable(),
  /** Alerts that hold, as the reader may see them. */
  alerts: z.array(z.enum(ALERT_FACES)),
})
export type Lodger = z.infer<typeof lodgerShape>

/** A free bed as it suits one person: what forbids it, what speaks against it, what for it. */
export const bedChoiceShape = z.object({
  bedId: z.string(),
  code: z.string(),
  roomId: z.string(),
  roomCode: z.string(),
  zoneId: z.string(),
  zoneName: z.string(),
  allowed: z.boolean(),
  score: z.number(),
  hard: z.array(problemShape),
  soft: z.array(problemShape),
  reasons: z.array(z.object({ text: z.string(), weight: z.number() })),
})
export type BedChoice = z.infer<typeof bedChoiceShape>

const at = instantField.nullable().default(null)
const reason = optionalLine(500, 'Lý do')
const placementLines = z
  .array(z.strictObject({ eventId: idField, stayId: idField, bedId: idField, reason }))
  .min(1, { error: 'Chọn ít nhất một học viên.' })
  .max(100, { error: 'Xếp mỗi lần nhiều nhất 100 học viên.' })
const placedShape = z.object({ events: z.array(z.object({ stayId: z.string(), eventId: z.string() })) })

/** A place that is about to be closed: no bed in it is offered. */
const beingClosed = { closingId: idField.nullable().default(null) }

export const placementContract = {
  lodgers: route({ access: 'people.read', kind: 'read', summary: 'Who holds the beds of a zone' })
    .input(z.strictObject({ zoneId: idField }))
    .output(z.object({ lodgers: z.array(lodgerShape) })),
  awaiting: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Who is in the centre without a bed, by name',
  })
    .input(z.strictObject(pageFields(500, 200)))
    .output(z.object({ people: z.array(lodgerShape), total: z.number(), next: z.string().nullable() })),
  beds: route({
    access: 'people.read',
    kind: 'report',
    summary: 'Free beds for a person, best first, with the reasons',
  })
    .input(
      z.strictObject({
        stayId: idField,
        zoneId: idField.nullable().default(null),
        /** Looks at this one bed, free or not. */
        bedId: idField.nullable().default(null),
        ...beingClosed,
        limit: z.int().min(1).max(500).default(60),
      }),
    )
    .output(z.object({ person: lodgerShape, beds: z.array(bedChoiceShape), free: z.number() })),
  propose: route({
    access: 'people.read',
    kind: 'report',
    summary: 'The best bed for each of several people, as a draft',
  })
    .input(
      z.strictObject({
        stayIds: z.array(idField).min(1).max(100),
        zoneId: idField.nullable().default(null),
        ...beingClosed,
      }),
    )
    .output(
      z.object({
        lines: z.array(z.object({ person: lodgerShape, bed: bedChoiceShape.nullable(), why: z.string() })),
      }),
    ),
  place: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Put people into beds, or move them to others, all or none',
  })
    .input(z.strictObject({ placements: placementLines, at }))
    .output(placedShape),
  placeFirst: route({
    access: 'custody.receive',
    kind: 'write',
    summary: 'Put newly received people into their first bed, all or none',
  })
    .input(z.strictObject({ placements: placementLines, at }))
    .output(placedShape),
  swap: route({ access: 'custody.place', kind: 'write', summary: 'Let two people change beds in one act' })
    .input(
      z.strictObject({
        sides: z.tuple([
          z.strictObject({ eventId: idField, stayId: idField, bedId: idField }),
          z.strictObject({ eventId: idField, stayId: idField, bedId: idField }),
        ]),
        reason,
        at,
      }),
    )
    .output(placedShape),
  unplace: route({ access: 'custody.place', kind: 'write', summary: 'Take a person out of the bed' })
    .input(
      z.strictObject({
        eventId: idField,
        stayId: idField,
        reason: z.string().trim().min(1, { error: 'Ghi lý do cho rời giường.' }).max(500),
        at,
      }),
    )
    .output(placedShape),
}
