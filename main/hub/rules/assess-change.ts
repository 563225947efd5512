import { deriveObligations, readLaidOut } from '#db/queries/obligations/derive.ts'
import { allCases } from '#db/queries/obligations/facts.ts'
import { countOnRoll, isOnRoll } from '#db/queries/rules/roll.ts'
import { readLawRules } from '#db/queries/rules/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { RuleChange, RuleEffect } from '#domain/contract/rules.ts'
import { rulesOn } from '#domain/obligations/obligations-of-stay.ts'
import { buildRuleBook } from '#domain/law/rule-book.ts'
import { withVersions } from '#domain/law/rule-versions.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'
import { formatDay } from '#domain/time/day.ts'
import { changedRule } from './law-change.ts'

const SHOWN = 20
const TELL_EVERY = 200

/** Reckons everybody on the roll by the rules in use and by the changed ones, and counts what differs. */
export function assessChange(
  db: ReadDb,
  input: { change: RuleChange; withNames: boolean },
  progress: (done: number, total: number) => void,
): RuleEffect {
  const effect: RuleEffect = {
    looked: 0,
    endsMoved: 0,
    obligationsMoved: 0,
    obligationsAdded: 0,
    obligationsGone: 0,
    people: 0,
    first: [],
  }
  const laid = readLaidOut(db)
  const version = changedRule(db, input.change)
  if (laid === null) return effect
  const book = buildRuleBook(withVersions(readLawRules(db), [version]))
  const { calendar, trackedFrom } = laid.rules
  // A choice of the house that begins later is shown as it will be then.
  const asOf = version.effectiveFrom > laid.rolledOn ? version.effectiveFrom : laid.rolledOn
  const next = { ...laid, rules: rulesOn(book, asOf, calendar, trackedFrom) }
  const total = countOnRoll(db)
  for (const one of allCases(db)) {
    if (!isOnRoll(db, one.facts.stayId)) continue
    effect.looked += 1
    if (effect.looked % TELL_EVERY === 0) progress(effect.looked, total)
    const words: string[] = []
    const before = clockOfStay(one.facts, one.obligations.events, laid.rules).endOn
    const after = clockOfStay(one.facts, one.obligations.events, next.rules).endOn
    if (before !== after) {
      effect.endsMoved += 1
      const text = (day: string | null) => (day === null ? 'chưa xác định' : formatDay(day))
      words.push(`hết hạn ${text(before)} → ${text(after)}`)
    }
    const old = new Map(deriveObligations(one, laid).all.map((row) => [row.key, row]))
    const fresh = new Map(deriveObligations(one, next).all.map((row) => [row.key, row]))
    let moved = 0
    let added = 0
    for (const [key, row] of fresh) {
      const known = old.get(key)
      if (known === undefined) added += 1
      else if (row.state === 'scheduled' && (known.dueAt !== row.dueAt || known.warnAt !== row.warnAt))
        moved += 1
    }
    const gone = [...old.keys()].filter((key) => !fresh.has(key)).length
    effect.obligationsMoved += moved
    effect.obligationsAdded += added
    effect.obligationsGone += gone
    if (moved > 0) words.push(`${moved} việc đổi hạn`)
    if (added > 0) words.push(`thêm ${added} việc`)
    if (gone > 0) words.push(`bớt ${gone} việc`)
    if (words.length === 0) continue
    effect.people += 1
    if (effect.first.length >= SHOWN) continue
    const { personId, name } = one.facts
    effect.first.push({
      personId: input.withNames ? personId : null,
      name: input.withNames ? name : null,
      what: words.join('; '),
    })
  }
  progress(effect.looked, effect.looked)
  return effect
}
