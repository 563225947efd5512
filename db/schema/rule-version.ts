import type { Generated } from 'kysely'
import type { RuleConfidence, RuleUnit } from '#domain/law/rule.ts'
import type { TermRegime } from '#domain/stay/track.ts'
import { column, type Columns } from './column-facts.ts'

export interface RuleVersionTable {
  seq: Generated<number>
  id: string
  rule: string
  axis: 'term' | 'procedure'
  regime: TermRegime | null
  title: string
  value: string
  unit: RuleUnit
  effective_from: string
  effective_to: string | null
  source: string
  confidence: RuleConfidence
  form: string | null
  question: string | null
  note: string | null
  reason: string
  entered_at: string
  entered_by: string
  needs_second: 0 | 1
  confirmed_by: string | null
  confirmed_at: string | null
}

export const ruleVersionColumns = {
  seq: column('none', 'Order of entry: the later goes before the earlier'),
  id: column('none', 'Record id'),
  rule: column('none', 'Which rule'),
  axis: column('none', 'Chosen by the law that fixed the term, or by the day of the act'),
  regime: column('none', 'The law, for a rule of the term'),
  title: column('none', 'What the rule is about'),
  value: column('none', 'The value, as JSON'),
  unit: column('none', 'In what it is counted'),
  effective_from: column('none', 'First day in force'),
  effective_to: column('none', 'Last day in force'),
  source: column('none', 'Article or decision it rests on'),
  confidence: column('none', 'How sure it is'),
  form: column('none', 'Number of the form'),
  question: column('none', 'The open legal question behind it'),
  note: column('none', 'What the value leaves out'),
  reason: column('none', 'Why it was changed'),
  entered_at: column('none', 'When it was entered'),
  entered_by: column('staff', 'Who entered it'),
  needs_second: column('none', '1 when it holds only once a second person confirmed it'),
  confirmed_by: column('staff', 'The second person, where one is asked for'),
  confirmed_at: column('none', 'When the second person confirmed it'),
} satisfies Columns<RuleVersionTable>
