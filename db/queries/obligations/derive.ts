import type { Insertable } from 'kysely'
import { DUTIES } from '#domain/law/duties.ts'
import {
  obligationsOfStay,
  rulesOn,
  type ObligationRules,
  type StayObligation,
} from '#domain/obligations/obligations-of-stay.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { buildCalendar } from '#domain/time/holidays.ts'
import { dayOf, endOfDay } from '#domain/time/instant.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ObligationTable } from '../../schema/obligation.ts'
import { listAllHolidays } from '../centre/reader.ts'
import { readRuleBook } from '../rules/reader.ts'
import type { StayCase } from './facts.ts'

/** Due moments are laid out as rows this many days ahead; later ones come in by the nightly roll. */
const DAYS_LAID_OUT = 62

const rollRow = prepared<Record<string, never>>()(() => qb.selectFrom('obligation_roll').selectAll())

/** What obligations are reckoned with, and up to which day they are laid out. */
export interface LaidOut {
  rules: ObligationRules
  rolledOn: Day
}

/** Null before the first day was laid out: then there are no rows at all. */
export function readLaidOut(db: ReadDb): LaidOut | null {
  const roll = rollRow.get(db, {})
  if (!roll) return null
  const calendar = buildCalendar(listAllHolidays(db))
  return {
    rules: rulesOn(readRuleBook(db), roll.rolled_on, calendar, roll.tracked_from),
    rolledOn: roll.rolled_on,
  }
}

/** A stay's part of the obligation tables. */
export interface DerivedObligations {
  rows: Insertable<ObligationTable>[]
  /** All that is owed, later than what is laid out too. */
  all: StayObligation[]
  /** Day on which the next one comes into sight; null for none. */
  entersOn: Day | null
}

/** Computes a stay's rows from its facts alone. */
export function deriveObligations({ facts, obligations }: StayCase, laid: LaidOut): DerivedObligations {
  const all = obligationsOfStay(obligations, laid.rules)
  const last = endOfDay(addDays(laid.rolledOn, DAYS_LAID_OUT))
  const later = all.find(({ state, dueAt }) => state === 'scheduled' && dueAt >= last)
  return {
    all,
    rows: all
      .filter(({ state, dueAt }) => state !== 'scheduled' || dueAt < last)
      .map((one) => toRow(facts.stayId, one)),
    entersOn: later === undefined ? null : addDays(dayOf(later.dueAt), -DAYS_LAID_OUT),
  }
}

function toRow(stayId: string, one: StayObligation): Insertable<ObligationTable> {
  return {
    stay_id: stayId,
    key: one.key,
    duty: one.duty,
    rule: one.rule,
    rule_from: one.ruleFrom,
    role: DUTIES[one.duty].role,
    state: one.state,
    what: one.what,
    trigger_at: one.triggerAt,
    opens_at: one.opensAt ?? null,
    warn_at: one.warnAt,
    due_at: one.dueAt,
    escalate_at: one.escalateAt,
    done_at: one.doneAt,
  }
}
