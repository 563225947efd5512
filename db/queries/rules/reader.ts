import { clockSettingsOf } from '#domain/law/clock-settings.ts'
import { buildRuleBook, type RuleBook } from '#domain/law/rule-book.ts'
import { withVersions } from '#domain/law/rule-versions.ts'
import type { LawRule, RuleValue } from '#domain/law/rule.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import type { ClockRules } from '#domain/stay/clock-of-stay.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const lastVersion = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('rule_version')
    .select((e) => [
      e.fn.max<number | null>('seq').as('seq'),
      e.fn.count<number>('confirmed_by').as('confirmed'),
    ]),
)

const rolledOn = prepared<Record<string, never>>()(() => qb.selectFrom('obligation_roll').select('rolled_on'))

/** The centre's own versions, in the order they were entered. */
export function listRuleVersions(db: ReadDb) {
  return db.all(qb.selectFrom('rule_version').selectAll().orderBy('seq'))
}

type RuleVersionRow = ReturnType<typeof listRuleVersions>[number]

/** A stored version as the law engine reads it. What was stored was checked when it was entered. */
export function toLawRule(row: RuleVersionRow): LawRule {
  const facts = {
    id: row.rule,
    title: row.title,
    value: JSON.parse(row.value) as RuleValue,
    unit: row.unit,
    effectiveFrom: row.effective_from,
    ...(row.effective_to === null ? {} : { effectiveTo: row.effective_to }),
    source: row.source,
    confidence: row.confidence,
    ...(row.form === null ? {} : { form: row.form }),
    ...(row.question === null ? {} : { question: row.question }),
    ...(row.note === null ? {} : { note: row.note }),
  }
  return row.regime === null
    ? { ...facts, axis: 'procedure' }
    : { ...facts, axis: 'term', regime: row.regime }
}

interface KeptBook {
  stamp: string
  rows: LawRule[]
  book: RuleBook
}

/** Made once per connection and version: a book of some hundred rows is asked for with every write. */
const books = new WeakMap<ReadDb, KeptBook>()

function keptBook(db: ReadDb): KeptBook {
  const last = lastVersion.get(db, {})
  const stamp = `${last?.seq ?? 0}/${last?.confirmed ?? 0}`
  const kept = books.get(db)
  if (kept?.stamp === stamp) return kept
  const holding = listRuleVersions(db).filter((row) => row.needs_second === 0 || row.confirmed_by !== null)
  const rows = withVersions(DEFAULT_RULES, holding.map(toLawRule))
  const fresh = { stamp, rows, book: buildRuleBook(rows) }
  books.set(db, fresh)
  return fresh
}

/** The rows in use: as shipped, with the centre's own versions in their place. */
export function readLawRules(db: ReadDb): readonly LawRule[] {
  return keptBook(db).rows
}

/** The rule book of this centre. */
export function readRuleBook(db: ReadDb): RuleBook {
  return keptBook(db).book
}

/** Day for which the house's choices are read: the last one laid out, so that the same data gives the same dates. */
export function readRolledOn(db: ReadDb): Day | null {
  return rolledOn.get(db, {})?.rolled_on ?? null
}

/** The book with the house's choices, as every clock in the database is computed. */
export function readClockRules(db: ReadDb): ClockRules {
  const { book } = keptBook(db)
  return { book, settings: clockSettingsOf(book, readRolledOn(db) ?? FIRST_DAY) }
}

/** Before anything was laid out the choices as shipped hold. */
const FIRST_DAY = '2022-01-01'
