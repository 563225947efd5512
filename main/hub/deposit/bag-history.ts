import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findBag, insertBagEvent, listBagEvents } from '#db/queries/deposit/belongings.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { Belongings, depositContract } from '#domain/contract/deposit.ts'
import { bagStateOf, checkBagEvent, type BagEvent, type BagState } from '#domain/deposit/bag-events.ts'
import { checkDisposal } from '#domain/deposit/money-rules.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { dueUntil } from '../belongings/lines.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

type Input = Parameters<NonNullable<WriteUseCases<typeof depositContract>['recordBag']>>[2]
type EventRow = ReturnType<typeof listBagEvents>[number]

function eventOf(row: EventRow): BagEvent {
  const { id, kind, at, note, reverses } = row
  return { id, kind, at, signedBy: row.signed_by, note, reverses }
}

/** Whether a bag is to be given back: its owner has left, or the term ends by `until`. */
export function isDueBack(bag: { stay_state: string | null; stay_end_on: Day | null }, until: Day): boolean {
  return bag.stay_state === 'ended' || (bag.stay_end_on !== null && bag.stay_end_on <= until)
}

/** How a bag stands and all that was recorded of it. @param isDue the person has left for good, or leaves within days */
export function historyOfBag(
  db: ReadDb,
  bagId: string,
  isDue: boolean,
): { state: BagState; events: Belongings['bags'][number]['events'] } {
  const rows = listBagEvents(db, bagId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.recorded_by))])
  const reversed = new Set(rows.flatMap((row) => row.reverses ?? []))
  return {
    state: bagStateOf(rows.map(eventOf), isDue),
    events: rows.map((row) => ({
      ...eventOf(row),
      minutes: row.minutes,
      secondSigner: row.second_signer,
      compensation: row.compensation,
      isReversed: reversed.has(row.id),
      recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    })),
  }
}

/**
 * Records what became of a sealed bag, or cancels the last record.
 * @returns whose stay the bag belongs to
 * @throws AppError `not_found`, `rule_violated` naming the state the bag is in
 */
export function recordBagEvent(db: WriteDb, context: WriteContext, input: Input): string {
  const bag = findBag(db, input.bagId)
  if (!bag) throw new AppError('not_found')
  const events = listBagEvents(db, bag.id).map(eventOf)
  const event: BagEvent = {
    id: input.id,
    kind: input.kind,
    at: input.at ?? context.now,
    signedBy: input.signedBy,
    note: input.note,
    reverses: input.reverses,
  }
  const state = bagStateOf(events, isDueBack(bag, dueUntil(db, context.now)))
  const sealed = { sealNumber: bag.seal_number, sealedAt: bag.sealed_at, state, events }
  const problems = checkBagEvent(sealed, event, context.now)
  if (problems.length === 0 && event.kind === 'disposed') {
    const endedAt = bag.stay_state === 'ended' ? bag.stay_ended_at : null
    const facts = { sealNumber: bag.seal_number, endedAt, minutes: input.minutes }
    const afterDays = readSetting(db, 'belongings.unclaimed-days')
    problems.push(...checkDisposal(facts, afterDays, dayOf(context.now)))
  }
  if (problems.length > 0) throw ruleViolated(problems)
  insertBagEvent(db, {
    id: event.id,
    bag_id: bag.id,
    kind: event.kind,
    at: event.at,
    signed_by: event.signedBy,
    note: event.note,
    minutes: input.minutes,
    second_signer: input.secondSigner,
    compensation: input.compensation,
    reverses: event.kind === 'reversed' ? event.reverses : null,
    recorded_at: context.now,
    recorded_by: context.actor.key,
  })
  context.audit({
    action: 'belongings.recorded',
    subject: { kind: 'bag', id: bag.id },
    personId: bag.person_id,
    facts: { event: event.kind },
  })
  context.changed('deposit', bag.stay_id)
  return bag.stay_id
}
