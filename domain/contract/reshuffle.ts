import { z } from 'zod'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { RESHUFFLE_STATES } from '../placement/reshuffle.ts'
import { TRACKS } from '../stay/track.ts'
import { changedShape } from './answers.ts'
import { idField, lineField, versionField } from './fields.ts'
import { route } from './route.ts'

const movesField = z
  .array(z.strictObject({ stayId: idField, fromBedId: idField, toBedId: idField }))
  .max(600, { error: 'Mỗi bản nháp nhiều nhất 600 người. Chia khu thành nhiều bản.' })

const problemShape = z.object({ code: z.string(), message: z.string() })

const draftShape = z.object({
  id: z.string(),
  zoneId: z.string(),
  zoneName: z.string(),
  name: z.string(),
  reason: z.string(),
  state: z.enum(RESHUFFLE_STATES),
  moves: z.number(),
  madeAt: z.string(),
  madeBy: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  version: z.number(),
})
export type ReshuffleDraft = z.infer<typeof draftShape>

const moveShape = z.object({ stayId: z.string(), fromBedId: z.string(), toBedId: z.string() })

const lodgerShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  track: z.enum(TRACKS),
  isAway: z.boolean(),
  bedId: z.string(),
})
export type ReshuffleLodgerLine = z.infer<typeof lodgerShape>

const bedShape = z.object({
  id: z.string(),
  roomId: z.string(),
  roomCode: z.string(),
  code: z.string(),
  isOut: z.boolean(),
})
export type ReshuffleBedLine = z.infer<typeof bedShape>

/** A line of the list of moves, as it is read and printed. */
const lineShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  fromCode: z.string(),
  toCode: z.string(),
})
export type ReshuffleMoveLine = z.infer<typeof lineShape>

const judgedShape = z.object({
  problems: z.array(
    z.object({ stayId: z.string(), hard: z.array(problemShape), soft: z.array(problemShape) }),
  ),
  /** Those who no longer lie where the draft says they do, each in a sentence. */
  stale: z.array(z.object({ stayId: z.string(), message: z.string() })),
})
export type ReshuffleJudgement = z.infer<typeof judgedShape>

export const reshuffleContract = {
  list: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Drafts that lay a zone out anew, newest first',
  })
    .input(z.strictObject({ zoneId: idField }))
    .output(z.object({ drafts: z.array(draftShape) })),
  get: route({ access: 'people.read', kind: 'read', summary: 'A draft with the zone as it is now' })
    .input(z.strictObject({ id: idField }))
    .output(
      z.object({
        draft: draftShape,
        moves: z.array(moveShape),
        lines: z.array(lineShape),
        lodgers: z.array(lodgerShape),
        beds: z.array(bedShape),
      }),
    ),
  judge: route({
    access: 'people.read',
    kind: 'report',
    summary: 'What would stand against a zone after these moves; nothing is stored',
  })
    .input(z.strictObject({ zoneId: idField, moves: movesField }))
    .output(judgedShape),
  propose: route({
    access: 'people.read',
    kind: 'report',
    summary: 'The fewest moves that put a zone right, beginning from those drawn up by hand',
  })
    .input(z.strictObject({ zoneId: idField, moves: movesField }))
    .output(z.object({ moves: z.array(moveShape) })),
  make: route({ access: 'custody.place', kind: 'write', summary: 'Begin a draft' })
    .input(
      z.strictObject({
        id: idField,
        zoneId: idField,
        name: lineField(80, 'Tên bản nháp'),
        reason: lineField(300, 'Lý do'),
      }),
    )
    .output(changedShape),
  keep: route({ access: 'custody.place', kind: 'write', summary: 'Keep what was drawn up so far' })
    .input(z.strictObject({ id: idField, version: versionField, moves: movesField }))
    .output(z.object({ version: z.number() })),
  renew: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Bring a draft up to where people lie now; moves that have become needless go',
  })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ version: z.number(), dropped: z.number() })),
  commit: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Make all moves of a draft at once, or none',
  })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ version: z.number(), moved: z.number() })),
  undo: route({
    access: 'custody.place',
    kind: 'write',
    summary: 'Take all moves back, right after they were made',
  })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ version: z.number() })),
  cancel: route({ access: 'custody.place', kind: 'write', summary: 'Give a draft up' })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ version: z.number() })),
}
