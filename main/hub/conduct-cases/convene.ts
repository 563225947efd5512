import type { WriteDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import { judgeCouncil } from '#domain/conduct-cases/judge-case.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { caseFor, refuseAny, takeStep } from './case-for.ts'
import { holdVisits } from './visits-of-case.ts'

interface CaseSeen {
  id: string
  version: number
}

interface Council {
  at: Instant
  place: string
  chair: string
  secretary: string
  members: readonly CouncilMember[]
  comment: string | null
}

/**
 * Calls the council for a day, or moves it; one sitting may look at several cases.
 * @returns the version of the first case
 * @throws AppError as `caseFor`, `rule_violated`; then no case is called
 */
export function conveneCouncil(
  db: WriteDb,
  context: WriteContext,
  { id, version, also, ...asked }: Council & CaseSeen & { also: readonly CaseSeen[] },
): { version: number } {
  const council = { ...asked, members: asked.members.map(({ name, title }) => ({ name, title, vote: null })) }
  refuseAny(judgeCouncil(council.members, dayOf(council.at), readRuleBook(db)))
  const first = conveneOne(db, context, { id, version }, council)
  for (const other of also) conveneOne(db, context, other, council)
  return first
}

function conveneOne(
  db: WriteDb,
  context: WriteContext,
  seen: CaseSeen,
  { at, place, chair, secretary, members, comment }: Council,
): { version: number } {
  const { row, to } = caseFor(db, context, { ...seen, comment }, 'convene')
  const proposedOn = dayOf(row.proposed_at)
  if (dayOf(at) < proposedOn) {
    const message = `Ngày họp trước ngày đề xuất ${formatDay(proposedOn)} của ${row.name}. Sửa lại ngày.`
    refuseAny([{ code: 'council-early', message, field: 'at' }])
  }
  return takeStep(db, context, row, {
    action: 'convene',
    comment,
    facts: [`Họp lúc ${formatInstant(at)}, ${place}`, `Chủ trì: ${chair}`],
    change: {
      state: to,
      council_at: at,
      council_place: place,
      chair,
      secretary,
      members: JSON.stringify(members),
      restriction_id: holdVisits(db, context, row),
    },
  })
}
