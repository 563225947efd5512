import { z } from 'zod'
import { SEXES } from '../people/sex.ts'
import { OUTAGE_REASONS } from '../placement/capacity.ts'
import { PLACE_KINDS } from '../placement/place-kinds.ts'
import { AGE_GROUPS, INFECTION_GROUPS, LEGAL_ZONE_KINDS } from '../placement/zone-kinds.ts'
import { dayField, idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

/** Who belongs in a place; null = not said here, then what it stands in says so. */
const lodgingFields = {
  legalKind: z.enum(LEGAL_ZONE_KINDS).nullable(),
  sex: z.enum(SEXES).nullable(),
  ageGroup: z.enum(AGE_GROUPS).nullable(),
  infectionGroup: z.enum(INFECTION_GROUPS).nullable(),
  isPrivate: z.boolean(),
}

const persons = z.int({ error: 'Ghi số người bằng số nguyên.' }).min(0).max(1000)
/** Sức chứa tối đa and sức chứa sử dụng of a room, in persons. */
const capacityField = z.strictObject({ maximum: persons, inUse: persons })

const placeShape = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  zoneId: z.string(),
  kind: z.enum(PLACE_KINDS),
  code: z.string(),
  fullCode: z.string(),
  name: z.string(),
  ...lodgingFields,
  /** As entered for a room; null = not counted yet, and for every other kind. */
  capacity: z.object({ maximum: z.number(), inUse: z.number() }).nullable(),
  version: z.number(),
})

/** How full a place is with everything that stands in it; rooms not counted yet count their beds. */
const figuresShape = z.object({
  beds: z.number(),
  /** Beds held: slept in, or kept for someone who is out. */
  held: z.number(),
  outOfService: z.number(),
  maximum: z.number(),
  inUse: z.number(),
})
export type PlaceFigures = z.infer<typeof figuresShape>

const placeLine = placeShape.extend({ figures: figuresShape })
export type PlaceLine = z.infer<typeof placeLine>

const outageShape = z.object({
  reason: z.enum(OUTAGE_REASONS),
  note: z.string().nullable(),
  fromAt: z.string(),
  backOn: z.string().nullable(),
})

/** A bed without the name of whoever holds it: that is asked for apart. */
const bedLine = z.object({
  id: z.string(),
  roomId: z.string(),
  code: z.string(),
  fullCode: z.string(),
  isHeld: z.boolean(),
  outage: outageShape.nullable(),
  version: z.number(),
})
export type BedLine = z.infer<typeof bedLine>

const codeField = lineField(20, 'Mã')
const nameField = optionalLine(80, 'Tên')
const zoneDetail = z.object({ zone: placeLine, places: z.array(placeLine), beds: z.array(bedLine) })

export const placesContract = {
  zones: route({ access: 'places.read', kind: 'read', summary: 'All zones and how full they are' })
    .input(z.strictObject({}))
    .output(z.object({ zones: z.array(placeLine) })),
  zone: route({ access: 'places.read', kind: 'read', summary: 'A zone with its buildings, rooms and beds' })
    .input(z.strictObject({ zoneId: idField }))
    .output(zoneDetail),
  add: route({ access: 'places.edit', kind: 'write', summary: 'Add a zone, a building or a room' })
    .input(
      z.strictObject({
        id: idField,
        parentId: idField.nullable(),
        kind: z.enum(['zone', 'building', 'room']),
        code: codeField,
        name: nameField,
        ...lodgingFields,
        capacity: capacityField.nullable(),
      }),
    )
    .output(placeLine),
  addBeds: route({ access: 'places.edit', kind: 'write', summary: 'Add many beds to a room at once' })
    .input(
      z.strictObject({
        roomId: idField,
        beds: z
          .array(z.strictObject({ id: idField, code: codeField }))
          .min(1, { error: 'Ghi ít nhất một mã giường.' })
          .max(200, { error: 'Thêm mỗi lần nhiều nhất 200 giường.' }),
        /** The room's capacities from now on, for a room that the new beds make larger. */
        capacity: capacityField.nullable(),
      }),
    )
    .output(z.object({ room: placeLine, beds: z.array(bedLine) })),
  change: route({ access: 'places.edit', kind: 'write', summary: 'Change code, name, rules or capacities' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        code: codeField,
        name: nameField,
        ...lodgingFields,
        capacity: capacityField.nullable(),
      }),
    )
    .output(placeLine),
  retire: route({
    access: 'places.edit',
    kind: 'write',
    summary: 'Take a place that nobody lies in out of the tree, with all that stands in it',
  })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ retired: z.number() })),
  setOutage: route({ access: 'places.outage', kind: 'write', summary: 'Take free beds out of service' })
    .input(
      z.strictObject({
        beds: z
          .array(z.strictObject({ outageId: idField, bedId: idField }))
          .min(1)
          .max(200),
        reason: z.enum(OUTAGE_REASONS),
        note: optionalLine(300, 'Ghi chú'),
        backOn: dayField.nullable(),
      }),
    )
    .output(z.object({ beds: z.array(bedLine) })),
  clearOutage: route({ access: 'places.outage', kind: 'write', summary: 'Put beds back in service' })
    .input(z.strictObject({ bedIds: z.array(idField).min(1).max(200) }))
    .output(z.object({ beds: z.array(bedLine) })),
}
