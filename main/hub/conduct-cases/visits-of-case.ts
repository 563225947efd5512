import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import type { CaseRow } from '#db/queries/conduct-cases/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { findRestriction, listVisitDays } from '#db/queries/visits/reader.ts'
import { stopsVisits } from '#domain/conduct-cases/case-effects.ts'
import { CASE_FORM_LABELS, type CaseForm } from '#domain/conduct-cases/case-kinds.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { contactSettings } from '../visits/contact-settings.ts'
import { liftVisits, restrictVisits } from '../visits/restrict.ts'

/** How far ahead visits are looked for while a restriction has no end. */
const DAYS_AHEAD = 60

/** Keeps visits away while discipline is considered, where DAY-17d holds that day. @returns the restriction in force */
export function holdVisits(db: WriteDb, context: WriteContext, row: CaseRow): string | null {
  const on = dayOf(context.now)
  if (row.kind !== 'violation' || row.restriction_id !== null) return row.restriction_id
  if (!stopsVisits(readRuleBook(db), contactSettings(db), on)) return null
  const id = context.newId()
  const reason = `Đang bị xem xét kỷ luật (vụ số ${row.no}/${row.year})`
  restrictVisits(db, context, { id, personId: row.person_id, fromOn: on, toOn: null, reason, decision: null })
  return id
}

/** Keeps visits away for the days of a measure; the restriction of before is lifted. */
export function stopVisits(
  db: WriteDb,
  context: WriteContext,
  row: CaseRow,
  measure: { form: CaseForm; fromOn: Day; toOn: Day; number: string; decidedOn: Day },
): string {
  freeVisits(db, context, row, `Thay bằng Quyết định ${measure.number}`)
  const id = context.newId()
  const { fromOn, toOn, number, decidedOn } = measure
  const reason = `Kỷ luật ${CASE_FORM_LABELS[measure.form].toLocaleLowerCase('vi')}`
  const decision = `Quyết định ${number} ngày ${formatDay(decidedOn)}`
  restrictVisits(db, context, { id, personId: row.person_id, fromOn, toOn, reason, decision })
  return id
}

/** Days for which a visit stands booked although the case keeps visits away then, the first first. */
export function bookedVisits(
  db: ReadDb,
  row: Pick<CaseRow, 'person_id' | 'restriction_id'>,
  today: Day,
): Day[] {
  const held = row.restriction_id === null ? undefined : findRestriction(db, row.restriction_id)
  if (!held || held.lifted_at !== null) return []
  const from = held.from_on > today ? held.from_on : today
  return listVisitDays(db, row.person_id, { from, to: held.to_on ?? addDays(today, DAYS_AHEAD) }, '')
    .filter(({ state }) => state === 'booked')
    .map((visit) => visit.on_day)
    .toSorted()
}

/** Lets visits be again: the restriction of the case is lifted if it stands. */
export function freeVisits(db: WriteDb, context: WriteContext, row: CaseRow, reason: string): null {
  const found = row.restriction_id === null ? undefined : findRestriction(db, row.restriction_id)
  if (found && found.lifted_at === null) liftVisits(db, context, { id: found.id, reason })
  return null
}
