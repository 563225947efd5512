import { z } from 'zod'
import { OUT_KINDS, type OutKind } from '../custody/event-kinds.ts'
import { DUTY_CODES } from '../law/duties.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { TRACKS } from '../stay/track.ts'
import { COUNT_STATES } from '../head-count/count-states.ts'
import { rollShape } from './roll.ts'
import { route } from './route.ts'

/** What a line of the due list is about. */
const DUE_KINDS = [
  /** Obligations of one duty. */
  'obligation',
  /** The term is over and no end is recorded. */
  'term-over',
  /** Money of people who have left that nobody has fetched. */
  'deposit-owed',
  /** Sealed bags of people who have left. */
  'bags-due',
  /** The cash box was not closed on a day on which cash moved. */
  'cash-open',
  /** Stages past their greatest length (ST-1). */
  'stage-over',
  /** Plans of rehabilitation, or for going back, that should be there. */
  'plan-missing',
  /** The rating of the last month is not approved. */
  'conduct-open',
  /** The clock cannot be computed: the file lacks the decision, the start or the months. */
  'clock-unknown',
  /** Terms that end later than the coming week. */
  'ends-later',
] as const

/** How pressing a due line is, most pressing first; `file` has no moment, only a file to complete. */
export const DUE_URGENCIES = ['late', 'today', 'soon', 'file'] as const
export type DueUrgency = (typeof DUE_URGENCIES)[number]

export const DUE_URGENCY_LABELS: Record<DueUrgency, string> = {
  late: 'Quá hạn',
  today: 'Hôm nay',
  soon: 'Sắp tới',
  file: 'Cần bổ sung hồ sơ',
}

const dueRowShape = z.object({
  key: z.string(),
  kind: z.enum(DUE_KINDS),
  urgency: z.enum(DUE_URGENCIES),
  /** The duty, for a line of obligations. */
  duty: z.enum(DUTY_CODES).nullable(),
  /** The act in a sentence. */
  what: z.string(),
  /** The rule it follows from, where the law sets it. */
  rule: z.string().nullable(),
  article: z.string().nullable(),
  form: z.string().nullable(),
  note: z.string().nullable(),
  /** No text settles the rule. */
  isUnsettled: z.boolean(),
  dueAt: z.string().nullable(),
  /** How many people it concerns. */
  count: z.number(),
  /** The first few of them; empty for those who may not see names. */
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
})
export type DueRow = z.infer<typeof dueRowShape>

const overdueShape = z.object(
  Object.fromEntries([...OUT_KINDS, 'suspended'].map((kind) => [kind, z.number()])) as Record<
    OutKind | 'suspended',
    z.ZodNumber
  >,
)

const zoneFillShape = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** Persons the rooms are run for. */
  capacity: z.number(),
  outOfService: z.number(),
  /** People of the zone who are present, those out for a while included; null for those who may not see the roll. */
  present: z.number().nullable(),
  out: z.number().nullable(),
  /** The count of the hand-over at hand; null for those who may not see counts, or without rooms. */
  count: z
    .object({
      shiftAt: z.string(),
      state: z.enum(COUNT_STATES),
      missing: z.number(),
      extra: z.number(),
    })
    .nullable(),
})
export type ZoneFill = z.infer<typeof zoneFillShape>

const receptionShape = z.object({
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  track: z.enum(TRACKS),
  receivedAt: z.string(),
  zoneCode: z.string().nullable(),
  bedCode: z.string().nullable(),
})
export type RecentReception = z.infer<typeof receptionShape>

const importShape = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(['committing', 'done', 'stopped', 'undone']),
  startedAt: z.string(),
  rows: z.number(),
  imported: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
})
export type RecentImport = z.infer<typeof importShape>

/** The first screen; a part is null for those whose permissions do not open it. */
const todayShape = z.object({
  now: z.string(),
  /** How far a new centre has been set up. */
  setup: z.object({
    hasBeds: z.boolean(),
    hasPeople: z.boolean(),
    hasPlaced: z.boolean(),
    hasMoreUsers: z.boolean(),
  }),
  roll: z.object({ total: rollShape.shape.total, overdue: overdueShape }).nullable(),
  due: z.array(dueRowShape).nullable(),
  zones: z.array(zoneFillShape).nullable(),
  /** People received and ended per day, the oldest day first. */
  flow: z.array(z.object({ day: z.string(), received: z.number(), ended: z.number() })).nullable(),
  receptions: z.array(receptionShape).nullable(),
  imports: z.array(importShape).nullable(),
})
export type Today = z.infer<typeof todayShape>

export const todayContract = {
  get: route({
    access: 'feed.read',
    kind: 'read',
    summary: 'The first screen: roll, what is due, zones, comings and goings, as far as permitted',
  })
    .input(z.strictObject({}))
    .output(todayShape),
  /** Apart from the rest: months change seldom, so that a desk keeps them. */
  course: route({
    access: 'roll.read',
    kind: 'read',
    summary: 'The roll at the beginnings of the last twelve months, then now',
  })
    .input(z.strictObject({}))
    .output(
      z.object({ points: z.array(z.object({ day: z.string(), onRoll: z.number(), present: z.number() })) }),
    ),
}
