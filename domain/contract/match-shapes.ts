import { z } from 'zod'
import { CUSTODY_EVENT_KINDS } from '../custody/event-kinds.ts'
import { FIELD_RESULTS, MATCH_FIELDS } from '../matching/compare-people.ts'
import { MATCH_LEVELS } from '../matching/score-match.ts'
import { SEXES } from '../people/sex.ts'
import { TERM_REGIMES, TRACKS } from '../stay/track.ts'

const comparisonShape = z.object({
  field: z.enum(MATCH_FIELDS),
  label: z.string(),
  result: z.enum(FIELD_RESULTS),
  resultLabel: z.string(),
  /** What the form says, and what is on file; null where nothing is known. */
  left: z.string().nullable(),
  right: z.string().nullable(),
})

export const ordinalShape = z.object({
  ordinal: z.number(),
  explanation: z.array(z.string()),
  doubts: z.array(z.string()),
})

/** A person on file who may be the one compared with. */
export const matchShape = z.object({
  personId: z.string(),
  version: z.number(),
  level: z.enum(MATCH_LEVELS),
  levelLabel: z.string(),
  score: z.number(),
  name: z.string(),
  alias: z.string().nullable(),
  birth: z.string().nullable(),
  sex: z.enum(SEXES),
  placementSex: z.enum(SEXES).nullable(),
  photoId: z.string().nullable(),
  fields: z.array(comparisonShape),
  /** True when the person is on the roll: no second intake, `where` says in which bed or that they are out. */
  isOnRoll: z.boolean(),
  where: z.string().nullable(),
  stays: z.array(
    z.object({
      stayId: z.string(),
      ordinal: z.number(),
      track: z.enum(TRACKS),
      termRegime: z.enum(TERM_REGIMES).nullable(),
      receivedOn: z.string().nullable(),
      endedOn: z.string().nullable(),
      endedKind: z.enum(CUSTODY_EVENT_KINDS).nullable(),
    }),
  ),
  /** Open pairs with people who are now in the centre. */
  keptApart: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      zoneName: z.string().nullable(),
      bedCode: z.string().nullable(),
    }),
  ),
  ordinal: ordinalShape,
})
export type PersonMatch = z.infer<typeof matchShape>
