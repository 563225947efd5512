import type { ReadDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { WEEK_COUNTINGS } from '#domain/contacts/contact-codes.ts'
import { contactRule, type ContactSettings } from '#domain/contacts/limit.ts'
import type { ContactRuleLine } from '#domain/contract/visit-shapes.ts'
import { RULE_UNIT_LABELS, type LawRule } from '#domain/law/rule.ts'
import { CONTACT_RULES } from '#domain/law/rules/contacts.ts'
import { fullCitation } from '#domain/law/sources.ts'
import type { Day } from '#domain/time/day.ts'

/** How this centre applies what the law leaves open about contacts. */
export function contactSettings(db: ReadDb): ContactSettings {
  const kept = readSetting(db, 'contacts.week')
  return {
    week: WEEK_COUNTINGS.find((known) => known === kept) ?? 'calendar',
    keepsQ1567: readSetting(db, 'contacts.keep-q1567'),
  }
}

/** Rules of contacts in force on a day, as this centre applies them. */
export function contactRulesOn(db: ReadDb, day: Day): ContactRuleLine[] {
  const book = readRuleBook(db)
  const settings = contactSettings(db)
  const ids = ['IN-18', ...new Set(CONTACT_RULES.map(({ id }) => id))]
  return ids.flatMap((id): ContactRuleLine[] => {
    const rule = contactRule(book, settings, id, day)
    if (rule === undefined) return []
    return [
      {
        id,
        title: rule.title,
        value: valueText(rule),
        article: fullCitation(rule.source),
        since: rule.effectiveFrom,
        confidence: rule.confidence,
        note: rule.note ?? null,
      },
    ]
  })
}

function valueText({ value, unit }: LawRule): string {
  const word = RULE_UNIT_LABELS[unit]
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return `${value} ${word}`
  if (value.max !== undefined) return `Không quá ${value.max} ${word}`
  return `Từ ${value.min ?? 0} ${word}`
}
