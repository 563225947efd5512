import { z } from 'zod'
import { DUTY_CODES } from '../law/duties.ts'
import { EXEMPTION_REASONS, SENDING_WAYS } from '../obligations/exemptions.ts'
import { MARK_KINDS, OBLIGATION_LOG_KINDS, OBLIGATION_STATES } from '../obligations/obligation-state.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { ROLES } from '../permissions/roles.ts'
import { pageOf } from './answers.ts'
import { dayField, idField, instantField, optionalLine, pageFields } from './fields.ts'
import { route } from './route.ts'

/** How far away a due moment is; `later` is beyond the coming week. */
export const DUE_WINDOWS = ['late', 'today', 'week', 'later'] as const
export type DueWindow = (typeof DUE_WINDOWS)[number]

export const DUE_WINDOW_LABELS: Record<DueWindow, string> = {
  late: 'Quá hạn',
  today: 'Hôm nay',
  week: '7 ngày tới',
  later: 'Sau đó',
}

const obligationShape = z.object({
  stayId: z.string(),
  key: z.string(),
  duty: z.enum(DUTY_CODES),
  /** The act in a sentence. */
  what: z.string(),
  rule: z.string(),
  /** First day in force of the row of the rule: its version. */
  ruleFrom: z.string(),
  article: z.string(),
  form: z.string().nullable(),
  note: z.string().nullable(),
  /** No text settles the rule. */
  isUnsettled: z.boolean(),
  role: z.enum(ROLES),
  state: z.enum(OBLIGATION_STATES),
  triggerAt: z.string(),
  opensAt: z.string().nullable(),
  dueAt: z.string(),
  warnAt: z.string(),
  escalateAt: z.string(),
  doneAt: z.string().nullable(),
  /** Whether this reader may mark it; never for what the record itself meets. */
  mayMark: z.boolean(),
  /** A notice: how it was sent must be told. */
  isNotice: z.boolean(),
})
export type ObligationView = z.infer<typeof obligationShape>

const lineShape = obligationShape.extend({
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
})
export type ObligationLine = z.infer<typeof lineShape>

const filterFields = {
  roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
  duties: z.array(z.enum(DUTY_CODES)).max(DUTY_CODES.length).default([]),
  windows: z.array(z.enum(DUE_WINDOWS)).max(DUE_WINDOWS.length).default([]),
  zones: z.array(z.string().max(64)).max(60).default([]),
  /** Only what stands before the head of the centre. */
  escalated: z.boolean().default(false),
  /** What is to be done, or what was done or is not needed, the last first. */
  closed: z.boolean().default(false),
}
const filterShape = z.strictObject(filterFields)
export type ObligationFilter = z.infer<typeof filterShape>

const itemShape = z.strictObject({
  stayId: idField,
  key: z.string().min(1).max(120),
  /** The due moment that was on the screen. */
  dueAt: instantField,
})

const logShape = z.object({
  seq: z.number(),
  at: z.string(),
  key: z.string(),
  duty: z.enum(DUTY_CODES),
  kind: z.enum(OBLIGATION_LOG_KINDS),
  oldDue: z.string().nullable(),
  newDue: z.string().nullable(),
  /** What the change follows from, in words. */
  cause: z.string(),
})
export type ObligationLogLine = z.infer<typeof logShape>

const markShape = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(MARK_KINDS),
  at: z.string(),
  reason: z.enum(EXEMPTION_REASONS).nullable(),
  note: z.string().nullable(),
  paper: z.string().nullable(),
  number: z.string().nullable(),
  sentBy: z.enum(SENDING_WAYS).nullable(),
  sentOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type ObligationMarkView = z.infer<typeof markShape>

export const obligationsContract = {
  list: route({
    access: 'duties.read',
    kind: 'read',
    summary: 'What is due for the people here, first due first',
  })
    .input(z.strictObject({ ...filterFields, ...pageFields(500, 100) }))
    .output(pageOf(lineShape)),
  count: route({ access: 'duties.read', kind: 'read', summary: 'How many a filter holds' })
    .input(filterShape)
    .output(z.object({ total: z.number() })),
  mine: route({
    access: 'feed.read',
    kind: 'read',
    summary: 'How much waits for the reader: by role, and before the head of the centre',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        /** False for those who read no duties. */
        isOpen: z.boolean(),
        late: z.number(),
        today: z.number(),
        escalated: z.number(),
      }),
    ),
  ofStay: route({ access: 'duties.read', kind: 'read', summary: 'All that is owed for a stay, with its log' })
    .input(z.strictObject({ stayId: idField }))
    .output(z.object({ rows: z.array(obligationShape), log: z.array(logShape), marks: z.array(markShape) })),
  done: route({ access: 'duties.mark', kind: 'write', summary: 'Mark obligations as done' })
    .input(
      z.strictObject({
        items: z.array(itemShape).min(1).max(200),
        at: instantField,
        paper: optionalLine(120, 'Tên văn bản'),
        number: optionalLine(60, 'Số văn bản'),
        sentBy: z.enum(SENDING_WAYS).nullable().default(null),
        sentOn: dayField.nullable().default(null),
        note: optionalLine(300, 'Ghi chú'),
      }),
    )
    .output(z.object({ marked: z.number() })),
  exempt: route({
    access: 'duties.mark',
    kind: 'write',
    summary: 'Mark obligations as not needed, with a reason',
  })
    .input(
      z.strictObject({
        items: z.array(itemShape).min(1).max(200),
        reason: z.enum(EXEMPTION_REASONS, { error: 'Chọn lý do.' }),
        note: optionalLine(300, 'Ghi chú'),
      }),
    )
    .output(z.object({ marked: z.number() })),
  reopen: route({
    access: 'duties.mark',
    kind: 'write',
    summary: 'Take a mark back: the obligation is to be done',
  })
    .input(z.strictObject({ items: z.array(itemShape).min(1).max(200) }))
    .output(z.object({ marked: z.number() })),
}
