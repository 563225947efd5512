import type { CustodyAct } from '#domain/custody/facts.ts'
import {
  custodyActSchema,
  ESCAPE_MANNER_LABELS,
  ESCAPE_MANNERS,
  TERM_CHANGE_REASON_LABELS,
  TERM_CHANGE_REASONS,
} from '#domain/custody/facts.ts'
import { OUT_KIND_LABELS, OUT_KINDS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import { TRACK_LABELS, TRACKS } from '#domain/stay/track.ts'
import { choices } from '#ui/choices.ts'

/** One box of the form of an act; `decision` stands for number, day and issuer. */
export interface ActField {
  name: string
  label: string
  type: 'line' | 'text' | 'moment' | 'day' | 'months' | 'choice' | 'decision'
  required?: boolean
  choices?: readonly { value: string; label: string }[]
}

/** Kinds that are recorded by this form; beds, reception and corrections have acts of their own. */
export const RECORDABLE_KINDS = [
  'left',
  'returned',
  'escaped',
  'recovered',
  'suspended',
  'resumed',
  'released',
  'exempted',
  'left-on-own-will',
  'transferred-out',
  'to-social-protection',
  'interrupted',
  'continued',
  'to-prison',
  'died',
  'track-changed',
  'term-changed',
] as const satisfies readonly CustodyEventKind[]
export type RecordableKind = (typeof RECORDABLE_KINDS)[number]

const DESTINATION: ActField = { name: 'destination', label: 'Nơi đến', type: 'line' }
const UNTIL: ActField = { name: 'until', label: 'Hẹn trở lại', type: 'moment' }
const NOTE: ActField = { name: 'note', label: 'Ghi chú', type: 'text' }
const DECISION: ActField = { name: 'decision', label: 'Quyết định', type: 'decision' }
const JUDGMENT: ActField = { name: 'judgment', label: 'Bản án', type: 'decision' }

/** What is asked for each kind, in the order of the form. */
export const ACT_FIELDS: Record<RecordableKind, readonly ActField[]> = {
  left: [
    {
      name: 'outKind',
      label: 'Việc',
      type: 'choice',
      required: true,
      choices: choices(OUT_KINDS, OUT_KIND_LABELS),
    },
    UNTIL,
    DESTINATION,
    { name: 'escort', label: 'Người đi cùng', type: 'line' },
    { name: 'paper', label: 'Giấy tờ', type: 'line' },
  ],
  returned: [{ name: 'checks', label: 'Kiểm tra khi vào', type: 'text' }],
  escaped: [
    {
      name: 'manner',
      label: 'Cách',
      type: 'choice',
      required: true,
      choices: choices(ESCAPE_MANNERS, ESCAPE_MANNER_LABELS),
    },
    { name: 'lastSeenAt', label: 'Thấy lần cuối', type: 'moment' },
    { name: 'fromWhere', label: 'Từ nơi nào', type: 'line' },
  ],
  recovered: [
    { name: 'byWhom', label: 'Ai đưa về', type: 'line' },
    { name: 'where', label: 'Ở đâu', type: 'line' },
  ],
  suspended: [{ ...DECISION, required: true }, UNTIL, DESTINATION],
  resumed: [DECISION, NOTE],
  released: [
    { name: 'paper', label: 'Giấy chứng nhận', type: 'line' },
    DESTINATION,
    { ...NOTE, label: 'Ghi chú, lý do' },
  ],
  exempted: [DECISION, NOTE],
  'left-on-own-will': [NOTE],
  'transferred-out': [{ name: 'to', label: 'Cơ sở nhận', type: 'line', required: true }, DECISION],
  'to-social-protection': [{ name: 'to', label: 'Cơ sở trợ giúp', type: 'line' }, DECISION],
  interrupted: [JUDGMENT, NOTE],
  continued: [DECISION, NOTE],
  'to-prison': [JUDGMENT, NOTE],
  died: [
    { name: 'cause', label: 'Nguyên nhân', type: 'text' },
    { name: 'where', label: 'Nơi chết', type: 'line' },
  ],
  'track-changed': [
    {
      name: 'track',
      label: 'Diện mới',
      type: 'choice',
      required: true,
      choices: choices(TRACKS, TRACK_LABELS),
    },
    DECISION,
    { name: 'startOn', label: 'Tính từ ngày', type: 'day' },
    { name: 'termMonths', label: 'Thời hạn (tháng)', type: 'months' },
  ],
  'term-changed': [
    { name: 'months', label: 'Thêm, bớt (tháng)', type: 'months', required: true },
    {
      name: 'reason',
      label: 'Vì sao',
      type: 'choice',
      required: true,
      choices: choices(TERM_CHANGE_REASONS, TERM_CHANGE_REASON_LABELS),
    },
    DECISION,
  ],
}

/** What the boxes hold: text by name, a decision as `decision.number`, `decision.on`, `decision.issuer`. */
export type ActValues = Readonly<Record<string, string>>

/** Fills the boxes from an act that was recorded. */
export function valuesOfAct({ facts }: CustodyAct): ActValues {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = String(value)
    else if (isRecord(value)) {
      for (const [part, text] of Object.entries(value)) values[`${name}.${part}`] = String(text)
    }
  }
  return values
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The act the boxes say, or a sentence per box that is missing or wrong. */
export function actOfValues(
  kind: RecordableKind,
  values: ActValues,
): { act: CustodyAct } | { errors: Record<string, string> } {
  const facts: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const field of ACT_FIELDS[kind]) {
    const read = readField(field, values)
    if (read.error !== undefined) errors[read.at ?? field.name] = read.error
    else if (read.value !== undefined) facts[field.name] = read.value
  }
  if (Object.keys(errors).length > 0) return { errors }
  const parsed = custodyActSchema.safeParse({ kind, facts })
  if (parsed.success) return { act: parsed.data }
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[1] ?? ACT_FIELDS[kind][0]?.name ?? '')
    errors[name] = 'Nội dung ô này chưa đúng hoặc quá dài. Sửa lại.'
  }
  return { errors }
}

interface ReadField {
  value?: unknown
  error?: string
  /** The box the sentence stands under, when it is not the field's own. */
  at?: string
}

function readField(field: ActField, values: ActValues): ReadField {
  if (field.type === 'decision') return readDecision(field, values)
  const text = values[field.name]?.trim() ?? ''
  if (text === '') return field.required ? { error: `Ghi “${field.label}”.` } : {}
  if (field.type !== 'months') return { value: text }
  const months = Number(text)
  if (!Number.isInteger(months)) return { error: 'Ghi số tháng bằng số nguyên, ví dụ -3.' }
  return { value: months }
}

function readDecision({ name, label, required }: ActField, values: ActValues): ReadField {
  const [number = '', on = '', issuer = ''] = ['number', 'on', 'issuer'].map(
    (part) => values[`${name}.${part}`]?.trim() ?? '',
  )
  if (number === '' && on === '' && issuer === '') {
    return required ? { error: `Ghi số, ngày và nơi ban hành của ${label.toLowerCase()}.` } : {}
  }
  if (number === '' || on === '' || issuer === '') {
    return { error: `${label} cần đủ số, ngày và nơi ban hành; hoặc để trống cả ba.` }
  }
  return { value: { number, on, issuer } }
}
