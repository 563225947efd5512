import { z } from 'zod'
import { OUT_KINDS } from '../custody/event-kinds.ts'
import { CUSTODY_POSITIONS } from '../custody/transitions.ts'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
import { ESCAPE_STANDINGS } from '../incidents/escape-standing.ts'
import { SIGHTING_KINDS } from '../incidents/last-sightings.ts'
import { MARK_KINDS, RELATIONS } from '../information-sheet/personal-lists.ts'
import { DUTY_CODES } from '../law/duties.ts'
import { RULE_CONFIDENCES } from '../law/rule.ts'
import { OBLIGATION_STATES } from '../obligations/obligation-state.ts'
import { BIRTH_PRECISIONS, SEXES } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'
import { pageOf } from './answers.ts'
import { idField, instantField, lineField, optionalLine, pageFields, versionField } from './fields.ts'
import { route } from './route.ts'

/** The most people one act takes. */
const MOST_ESCAPES = 500

const sightingShape = z.object({
  kind: z.enum(SIGHTING_KINDS),
  at: z.string(),
  what: z.string(),
  by: z.string().nullable(),
})

/** Who decides on the search, under what; null where the law of the day knows no such decision. */
const searchShape = z
  .object({
    rule: z.string(),
    issuer: z.string(),
    article: z.string(),
    form: z.string().nullable(),
    isOurs: z.boolean(),
    isOptional: z.boolean(),
    note: z.string().nullable(),
    confidence: z.enum(RULE_CONFIDENCES),
  })
  .nullable()

/** Who is to be told, under what; `hours` is null where the text names none. */
const toldShape = z.object({
  rule: z.string(),
  what: z.string(),
  article: z.string(),
  hours: z.number().nullable(),
  note: z.string().nullable(),
})

const personFields = {
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sex: z.enum(SEXES),
  track: z.enum(TRACKS),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  photoId: z.string().nullable(),
}

const candidateShape = z.object({
  ...personFields,
  position: z.enum(CUSTODY_POSITIONS),
  outKind: z.enum(OUT_KINDS).nullable(),
  sightings: z.array(sightingShape),
  search: searchShape,
  told: z.array(toldShape),
  /** Why the escape of this person may not be recorded; null when it may. */
  problem: z.string().nullable(),
})
export type EscapeCandidate = z.infer<typeof candidateShape>

const detailFields = {
  direction: optionalLine(300, 'Hướng đi, phương tiện'),
  clothes: optionalLine(300, 'Trang phục'),
  looks: optionalLine(500, 'Nhận dạng'),
  likelyPlaces: optionalLine(500, 'Nơi có thể đến'),
}

const escapeShape = z.object({
  ...personFields,
  /** The custody event. */
  id: z.string(),
  incidentId: z.string().nullable(),
  incidentNumber: z.string().nullable(),
  escapedAt: z.string(),
  fromWhere: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  standing: z.enum(ESCAPE_STANDINGS),
  recoveredAt: z.string().nullable(),
  /** Duties of this escape that are still to be met, the most pressing first. */
  due: z.array(z.object({ duty: z.enum(DUTY_CODES), what: z.string(), dueAt: z.string() })),
})
export type EscapeLine = z.infer<typeof escapeShape>

const detailShape = escapeShape.extend({
  direction: z.string().nullable(),
  clothes: z.string().nullable(),
  looks: z.string().nullable(),
  likelyPlaces: z.string().nullable(),
  heightCm: z.number().nullable(),
  weightKg: z.number().nullable(),
  sightings: z.array(sightingShape),
  search: searchShape,
  told: z.array(toldShape),
  version: z.number(),
})
export type EscapeDetail = z.infer<typeof detailShape>

/** A numbered paper made for one escape; cancelled ones are none. */
const paperShape = z.object({
  /** The custody event. */
  escapeId: z.string(),
  form: z.enum(['search-decision', 'escape-notice']),
  number: z.string(),
})
export type EscapePaper = z.infer<typeof paperShape>

const unsentShape = z.object({
  id: z.string(),
  version: z.number(),
  step: z.string(),
  toWhom: z.string(),
  stayId: z.string().nullable(),
})
export type UnsentNotice = z.infer<typeof unsentShape>

const movedDutyShape = z.object({
  key: z.string(),
  duty: z.enum(DUTY_CODES),
  what: z.string(),
  change: z.enum(['moved', 'new', 'gone']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  state: z.enum(OBLIGATION_STATES).nullable(),
  rule: z.string(),
  article: z.string(),
  note: z.string().nullable(),
})

const effectShape = z.object({
  escapedAt: z.string(),
  recoveredAt: z.string().nullable(),
  daysAway: z.number().nullable(),
  endBefore: z.string().nullable(),
  endAfter: z.string().nullable(),
  endMovedBy: z.number().nullable(),
  line: z.object({ label: z.string(), rule: z.string(), article: z.string() }).nullable(),
  duties: z.array(movedDutyShape),
})
export type EscapeEffectView = z.infer<typeof effectShape>

const sheetShape = detailShape.extend({
  alias: z.string().nullable(),
  ethnicity: z.string().nullable(),
  paper: z.object({ kind: z.enum(IDENTITY_KINDS), number: z.string() }).nullable(),
  permanentAddress: z.string().nullable(),
  currentAddress: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  decision: z.string().nullable(),
  marks: z.array(
    z.object({ kind: z.enum(MARK_KINDS), place: z.string(), description: z.string().nullable() }),
  ),
  relatives: z.array(
    z.object({
      name: z.string(),
      relation: z.enum(RELATIONS),
      phone: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
  visitors: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string().nullable() })),
  centreName: z.string(),
  centreAddress: z.string().nullable(),
  /** What Mẫu 43 asks for and the record lacks, in words (INC-09). */
  missing: z.array(z.string()),
})
export type EscapeSheet = z.infer<typeof sheetShape>

const rosterPersonShape = z.object({
  name: z.string(),
  birthYear: z.number().nullable(),
  bedCode: z.string().nullable(),
  photoId: z.string().nullable(),
})

/** What the job of the printed roster comes to: everybody present, by zone and room. */
export const rosterShape = z.object({
  at: z.string(),
  total: z.number(),
  withoutPhoto: z.number(),
  zones: z.array(
    z.object({
      zoneId: z.string().nullable(),
      name: z.string(),
      people: z.number(),
      rooms: z.array(z.object({ code: z.string(), people: z.array(rosterPersonShape) })),
    }),
  ),
})
export type PhotoRoster = z.infer<typeof rosterShape>

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
  list: route({ access: 'people.read', kind: 'read', summary: 'People who escaped, the longest away first' })
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
        people: z.array(detailShape),
        papers: z.array(paperShape),
        /** Notices nobody sent yet, for those who may say that they were. */
        unsent: z.array(unsentShape),
      }),
    ),
  sheet: route({
    access: 'people.read',
    kind: 'read',
    summary: 'Everything the photo sheet of a search says of one person; the look is recorded',
  })
    .input(z.strictObject({ id: idField }))
    .output(sheetShape),
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
  roster: route({
    access: 'counts.read',
    kind: 'call',
    summary: 'Begin the printed roster with photos of everybody present, for a chase; audited',
  })
    .input(z.strictObject({ zoneId: idField.nullable().default(null) }))
    .output(z.object({ jobId: z.string() })),
}
