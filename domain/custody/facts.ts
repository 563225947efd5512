import { z } from 'zod'
import { TRACKS } from '../stay/track.ts'
import { plainLine, plainText } from '../text/plain-text.ts'
import { OUT_KINDS } from './event-kinds.ts'

const id = z.string().min(1).max(64)
const words = z.string().overwrite(plainLine).trim().min(1).max(200)
const sentence = z.string().overwrite(plainText).trim().min(1).max(2000)
const day = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })

/** A decision or judgment on paper: number, day it was signed, body that issued it. */
const decision = z.strictObject({ number: words, on: day, issuer: words })

/** How a person came in. */
export const RECEPTION_WAYS = ['escort', 'walk-in', 'import', 'other'] as const
export type ReceptionWay = (typeof RECEPTION_WAYS)[number]

export const RECEPTION_WAY_LABELS: Record<ReceptionWay, string> = {
  escort: 'Cơ quan lập hồ sơ bàn giao',
  'walk-in': 'Tự đến',
  import: 'Nhập từ danh sách cũ',
  other: 'Cách khác',
}

/** Whether a person escaped alone or with others. */
export const ESCAPE_MANNERS = ['single', 'group'] as const
export type EscapeManner = (typeof ESCAPE_MANNERS)[number]

export const ESCAPE_MANNER_LABELS: Record<EscapeManner, string> = {
  single: 'Một người',
  group: 'Nhiều người cùng bỏ trốn',
}

/** Why the months of a term change by an event. */
export const TERM_CHANGE_REASONS = ['reduced', 'corrected'] as const
export type TermChangeReason = (typeof TERM_CHANGE_REASONS)[number]

export const TERM_CHANGE_REASON_LABELS: Record<TermChangeReason, string> = {
  reduced: 'Được giảm thời hạn',
  corrected: 'Sửa cho đúng quyết định',
}

/** A soft placement rule that was set aside: which one, why, and the second person where one is needed. */
const override = z.strictObject({ code: words, reason: sentence, allowedBy: words.optional() })
const intoBed = z.strictObject({
  bedId: id,
  reason: sentence.optional(),
  overrides: z.array(override).max(20).optional(),
})
const onPaper = z.strictObject({ decision: decision.optional(), note: sentence.optional() })

function act<Kind extends string, Facts extends z.ZodType>(kind: Kind, facts: Facts) {
  return z.strictObject({ kind: z.literal(kind), facts })
}

/**
 * A kind of custody event with the facts that kind carries; facts of another kind and unknown keys are refused.
 * Days are `YYYY-MM-DD`, moments are UTC text with milliseconds and `Z`.
 */
export const custodyActSchema = z.discriminatedUnion('kind', [
  act(
    'received',
    z.strictObject({ how: z.enum(RECEPTION_WAYS), from: words.optional(), note: sentence.optional() }),
  ),
  act('placed', intoBed),
  act('moved', intoBed),
  act('swapped', intoBed.extend({ withStayId: id })),
  act('unplaced', z.strictObject({ reason: sentence })),
  act(
    'left',
    z.strictObject({
      outKind: z.enum(OUT_KINDS),
      until: instant.optional(),
      escort: words.optional(),
      paper: words.optional(),
      destination: words.optional(),
    }),
  ),
  act('returned', z.strictObject({ checks: sentence.optional() })),
  act(
    'escaped',
    z.strictObject({
      lastSeenAt: instant.optional(),
      fromWhere: words.optional(),
      manner: z.enum(ESCAPE_MANNERS),
    }),
  ),
  act('recovered', z.strictObject({ byWhom: words.optional(), where: words.optional() })),
  act('suspended', z.strictObject({ decision, until: instant.optional(), destination: words.optional() })),
  act('resumed', onPaper),
  act(
    'track-changed',
    z.strictObject({
      track: z.enum(TRACKS),
      decision: decision.optional(),
      startOn: day.optional(),
      termMonths: z.int().min(1).max(60).optional(),
    }),
  ),
  act(
    'term-changed',
    z.strictObject({
      months: z
        .int()
        .min(-60)
        .max(60)
        .refine((months) => months !== 0, 'Số tháng thay đổi phải khác 0.'),
      reason: z.enum(TERM_CHANGE_REASONS),
      decision: decision.optional(),
    }),
  ),
  act('transferred-out', z.strictObject({ to: words, decision: decision.optional() })),
  act('transferred-in', z.strictObject({ from: words, decision: decision.optional() })),
  act('interrupted', z.strictObject({ judgment: decision.optional(), note: sentence.optional() })),
  act('continued', onPaper),
  act(
    'released',
    z.strictObject({ paper: words.optional(), destination: words.optional(), note: sentence.optional() }),
  ),
  act('exempted', onPaper),
  act('left-on-own-will', z.strictObject({ note: sentence.optional() })),
  act('to-social-protection', z.strictObject({ to: words.optional(), decision: decision.optional() })),
  act('to-prison', z.strictObject({ judgment: decision.optional(), note: sentence.optional() })),
  act('died', z.strictObject({ cause: sentence.optional(), where: words.optional() })),
  act('corrected', z.strictObject({ cancels: id, why: sentence })),
])

/** What happened, without when and to whom: a kind and its facts. */
export type CustodyAct = z.infer<typeof custodyActSchema>
