import { z } from 'zod'
import { ESCAPE_FORMS } from '../documents/escape-paper.ts'
import { pageOf } from './answers.ts'
import { rosterZoneShape } from './escape-roster.ts'
import {
  candidateShape,
  effectShape,
  escapeDetailShape,
  escapeNoticeShape,
  escapePaperShape,
  escapeShape,
} from './escape-shapes.ts'
import { idField, instantField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

/** The most people one act takes. */
const MOST_ESCAPES = 500

const detailFields = {
  direction: optionalLine(300, 'Hướng đi, phương tiện'),
  clothes: optionalLine(300, 'Trang phục'),
  looks: optionalLine(500, 'Nhận dạng'),
  likelyPlaces: optionalLine(500, 'Nơi có thể đến'),
}

const recordedShape = z.object({
  incidentId: z.string(),
  number: z.string().nullable(),
  events: z.array(z.object({ stayId: z.string(), eventId: z.string() })),
})

export const escapesContract = {
  prepare: route({
    access: 'people.read',
    kind: 'read',
    summary:
      'What is known of people before their escape is recorded: last sightings, who decides, who is told',
  })
    .input(
      z.strictObject({
        stayIds: z.array(idField).min(1).max(MOST_ESCAPES),
        at: instantField.nullable().default(null),
      }),
    )
    .output(z.object({ people: z.array(candidateShape) })),
  report: route({
    access: 'custody.record',
    kind: 'write',
    summary:
      'Record escapes: one incident, the custody events, the last sightings and the clocks, all or nothing',
  })
    .input(
      z.strictObject({
        incidentId: idField,
        escapes: z
          .array(z.strictObject({ eventId: idField, stayId: idField }))
          .min(1)
          .max(MOST_ESCAPES),
        at: instantField.nullable().default(null),
        lastSeenAt: instantField.nullable().default(null),
        fromWhere: optionalLine(200, 'Bỏ trốn từ đâu'),
        account: optionalLine(2000, 'Diễn biến'),
        ...detailFields,
        /** The head count whose difference this explains: a line is written for everybody its rooms lack. */
        count: z.strictObject({ zoneId: idField, shiftAt: instantField }).nullable().default(null),
        /** The outing that was not come back from, when one person is reported from there. */
        outingId: idField.nullable().default(null),
      }),
    )
    .output(recordedShape),
  list: route({ access: 'people.read', kind: 'read', summary: 'People who escaped, the newest first' })
    .input(
      z.strictObject({
        standing: z.enum(['away', 'all']).default('away'),
        personId: idField.nullable().default(null),
        ...pageFields(200, 60),
      }),
    )
    .output(pageOf(escapeShape).extend({ away: z.number() })),
  ofIncident: route({
    access: 'people.read',
    kind: 'read',
    summary: 'The people of one escape with what is known',
  })
    .input(z.strictObject({ incidentId: idField }))
    .output(
      z.object({
        people: z.array(escapeDetailShape),
        papers: z.array(escapePaperShape),
        notices: z.array(escapeNoticeShape),
        /** May say that a notice was sent. */
        mayTell: z.boolean(),
        /** For how many each paper is still to be made. */
        owed: z.record(z.enum(ESCAPE_FORMS), z.number()),
      }),
    ),
  describe: route({ access: 'custody.record', kind: 'write', summary: 'Add to what is known of an escape' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        ...detailFields,
        fromWhere: optionalLine(200, 'Bỏ trốn từ đâu'),
        lastSeenAt: instantField.nullable().default(null),
        heightCm: z.int().min(80).max(230).nullable().default(null),
        weightKg: z.number().min(20).max(250).nullable().default(null),
      }),
    )
    .output(z.object({ version: z.number() })),
  recover: route({
    access: 'custody.record',
    kind: 'write',
    summary: 'Record that people who escaped were brought back or came back; the clock runs again',
  })
    .input(
      z.strictObject({
        recoveries: z
          .array(z.strictObject({ eventId: idField, stayId: idField }))
          .min(1)
          .max(MOST_ESCAPES),
        at: instantField.nullable().default(null),
        byWhom: optionalLine(200, 'Ai đưa về'),
        where: optionalLine(200, 'Ở đâu'),
      }),
    )
    .output(z.object({ events: z.array(z.object({ stayId: z.string(), eventId: z.string() })) })),
  explain: route({
    access: 'people.read',
    kind: 'read',
    summary: 'What an escape, and the return from it, did to the term and to every due moment, and why',
  })
    .input(z.strictObject({ id: idField }))
    .output(effectShape),
  withdraw: route({
    access: 'custody.correct',
    kind: 'write',
    summary: 'Take escapes back that were recorded by mistake; an incident without any left is none',
  })
    .input(
      z.strictObject({
        escapes: z
          .array(z.strictObject({ correctionId: idField, id: idField }))
          .min(1)
          .max(MOST_ESCAPES),
        why: lineField(500, 'Lý do'),
      }),
    )
    .output(z.object({ withdrawn: z.number() })),
  makePapers: route({
    access: 'documents.make',
    kind: 'call',
    summary: 'Begin making one paper for everybody of an escape it is still owed for, each with its number',
  })
    .input(z.strictObject({ incidentId: idField, form: z.enum(ESCAPE_FORMS) }))
    .output(z.object({ jobId: z.string() })),
  makeSheets: route({
    access: 'custody.record',
    kind: 'call',
    summary: 'Begin making the photo sheets of a search: of one escape, anew, or of all who have none',
  })
    .input(z.strictObject({ incidentId: idField, escapeId: idField.nullable().default(null) }))
    .output(z.object({ jobId: z.string() })),
  roster: route({
    access: 'counts.read',
    kind: 'call',
    summary:
      'The faces of everybody inside one zone (null: without a zone), to be printed for a chase; audited',
  })
    .input(z.strictObject({ zoneId: idField.nullable() }))
    .output(rosterZoneShape),
}
