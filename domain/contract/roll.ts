import { z } from 'zod'
import { CUSTODY_STATES, OUT_KINDS, type OutKind } from '../custody/event-kinds.ts'
import { BIRTH_PRECISIONS, SEXES, type Sex } from '../people/sex.ts'
import { TRACKS, type Track } from '../stay/track.ts'
import { idField, instantField, pageFields } from './fields.ts'
import { route } from './route.ts'

const persons = z.int()
const outShape = z.object(
  Object.fromEntries(OUT_KINDS.map((kind) => [kind, persons])) as Record<OutKind, typeof persons>,
)

/** Persons by the words for counting; `out` holds no suspended ones. */
const rollCountShape = z.object({
  onRoll: persons,
  present: persons,
  inZone: persons,
  out: outShape,
  suspended: persons,
  escaped: persons,
  interrupted: persons,
  awaitingBed: persons,
})
export type RollCountShape = z.infer<typeof rollCountShape>

function perKey<Key extends string>(keys: readonly Key[]) {
  return z.object(
    Object.fromEntries(keys.map((key) => [key, rollCountShape])) as Record<Key, typeof rollCountShape>,
  )
}

/** The roll at an instant, the same on the screen and on the command line. */
export const rollShape = z.object({
  /** The moment counted, with the offset of Viet Nam. */
  at: z.string(),
  total: rollCountShape,
  /** Every zone in use and every other that counts somebody; the last one, of null, holds those without a zone yet. */
  byZone: z.array(
    rollCountShape.extend({ zoneId: z.string().nullable(), code: z.string().nullable(), name: z.string() }),
  ),
  byTrack: perKey<Track>(TRACKS),
  bySex: perKey<Sex>(SEXES),
})
export type RollSheet = z.infer<typeof rollShape>

/** A number of the roll that can be opened: a word for counting, or one kind of being out. */
export const ROLL_WORDS = [
  'onRoll',
  'present',
  'inZone',
  'out',
  ...OUT_KINDS.map((kind) => `out:${kind}` as const),
  'suspended',
  'escaped',
  'interrupted',
  'awaitingBed',
] as const
export type RollWord = (typeof ROLL_WORDS)[number]

const rollPersonShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES),
  track: z.enum(TRACKS),
  state: z.enum(CUSTODY_STATES),
  outKind: z.enum(OUT_KINDS).nullable(),
  isSuspended: z.boolean(),
  outUntil: z.string().nullable(),
  sinceAt: z.string(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
})
export type RollPerson = z.infer<typeof rollPersonShape>

export const rollContract = {
  at: route({ access: 'roll.read', kind: 'read', summary: 'The roll now or at a past instant' })
    .input(z.strictObject({ at: instantField.nullable().default(null) }))
    .output(rollShape),
  people: route({
    access: 'people.read',
    kind: 'report',
    summary: 'The people behind a number of the roll, by name',
  })
    .input(
      z.strictObject({
        at: instantField.nullable().default(null),
        word: z.enum(ROLL_WORDS).default('onRoll'),
        /** `none` for those without a zone. */
        zoneId: z
          .union([idField, z.literal('none')])
          .nullable()
          .default(null),
        track: z.enum(TRACKS).nullable().default(null),
        sex: z.enum(SEXES).nullable().default(null),
        ...pageFields(500, 200),
      }),
    )
    .output(z.object({ people: z.array(rollPersonShape), next: z.string().nullable() })),
}
