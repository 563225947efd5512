import { z } from 'zod'
import { ruleConfidenceShape, ruleUnitShape, ruleValueShape } from '../law/rule-versions.ts'
import { TERM_REGIMES } from '../stay/track.ts'
import { dayField, idField, lineField, optionalLine } from './fields.ts'
import { route } from './route.ts'

const ruleRowShape = z.object({
  id: z.string(),
  axis: z.enum(['term', 'procedure']),
  /** The law, for a rule of the term. */
  regime: z.enum(TERM_REGIMES).nullable(),
  title: z.string(),
  value: ruleValueShape,
  unit: ruleUnitShape,
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  source: z.string(),
  confidence: ruleConfidenceShape,
  form: z.string().nullable(),
  question: z.string().nullable(),
  note: z.string().nullable(),
  /** Entered by the centre, not as shipped. */
  isOwn: z.boolean(),
})
export type RuleRow = z.infer<typeof ruleRowShape>

const versionShape = ruleRowShape.omit({ isOwn: true }).extend({
  versionId: z.string(),
  reason: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  /** Holds only once a second person agrees. */
  isWaiting: z.boolean(),
  /** This reader may be that second person. */
  mayConfirm: z.boolean(),
  confirmedBy: z.string().nullable(),
})
export type RuleVersionView = z.infer<typeof versionShape>

/** A new version as it is typed: what is not here stays as it was. */
const changeShape = z.strictObject({
  ruleId: z.string().min(1).max(40),
  axis: z.enum(['term', 'procedure']),
  regime: z.enum(TERM_REGIMES).nullable(),
  value: ruleValueShape,
  effectiveFrom: dayField,
  source: lineField(200, 'Căn cứ'),
  confidence: ruleConfidenceShape,
  note: optionalLine(300, 'Ghi chú'),
})
export type RuleChange = z.infer<typeof changeShape>

/** What a change of a rule would move for the people here now. */
export const ruleEffectShape = z.object({
  /** Stays on the roll that were looked at. */
  looked: z.number(),
  endsMoved: z.number(),
  obligationsMoved: z.number(),
  obligationsAdded: z.number(),
  obligationsGone: z.number(),
  people: z.number(),
  /** The first few, with what moves; without names for those who may not see them. */
  first: z.array(
    z.object({ personId: z.string().nullable(), name: z.string().nullable(), what: z.string() }),
  ),
})
export type RuleEffect = z.infer<typeof ruleEffectShape>

export const rulesContract = {
  list: route({
    access: 'rules.read',
    kind: 'read',
    summary: 'All rules in use, as shipped or as the centre has them',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        rows: z.array(ruleRowShape),
        /** Day for which the house's choices are read. */
        asOf: z.string(),
        asksSecond: z.boolean(),
        /** Stays still to be reckoned anew after a change. */
        following: z.number(),
      }),
    ),
  history: route({
    access: 'rules.read',
    kind: 'read',
    summary: 'The versions of a rule, the last entered first',
  })
    .input(z.strictObject({ ruleId: z.string().min(1).max(40) }))
    .output(z.object({ versions: z.array(versionShape) })),
  assess: route({
    access: 'rules.edit',
    kind: 'call',
    summary: 'What a change of a rule would move for the people here now: a job whose result is the effect',
  })
    .input(changeShape)
    .output(z.object({ jobId: z.string() })),
  enter: route({ access: 'rules.edit', kind: 'write', summary: 'Enter a new version of a rule' })
    .input(changeShape.extend({ id: idField, reason: lineField(300, 'Lý do thay đổi') }))
    .output(z.object({ isWaiting: z.boolean() })),
  confirm: route({
    access: 'rules.edit',
    kind: 'write',
    summary: 'Agree, as the second person, to a version that waits',
  })
    .input(z.strictObject({ versionId: idField }))
    .output(z.object({ confirmed: z.boolean() })),
  askSecond: route({
    access: 'rules.edit',
    kind: 'write',
    summary: 'Whether a change of a rule asks for a second person',
  })
    .input(z.strictObject({ asks: z.boolean() }))
    .output(z.object({ asks: z.boolean() })),
}
