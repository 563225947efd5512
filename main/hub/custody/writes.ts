import type { WriteDb } from '#db/connection/handles.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import { findEventStay } from '#db/queries/custody/recorders.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import type { custodyContract } from '#domain/contract/custody.ts'
import { CUSTODY_EVENT_LABELS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

/** Kinds with an act of their own, which looks at more than the line: beds, reception, corrections. */
const ELSEWHERE: Partial<Record<CustodyEventKind, string>> = {
  received: 'Tiếp nhận',
  'transferred-in': 'Tiếp nhận',
  placed: 'Xếp giường',
  moved: 'Chuyển giường',
  swapped: 'Đổi chỗ',
  unplaced: 'Cho rời giường',
  corrected: 'Đính chính',
}

/** @throws AppError `rule_violated` for a kind that is recorded by another act */
function refuseElsewhere(kind: CustodyEventKind): void {
  const act = ELSEWHERE[kind]
  if (act === undefined) return
  const message = `“${CUSTODY_EVENT_LABELS[kind]}” không ghi ở đây. Dùng nút “${act}”.`
  throw ruleViolated([{ code: 'act-elsewhere', message, field: 'act.kind' }])
}

function personOf(db: WriteDb, stayId: string): string {
  const facts = findStayFacts(db, stayId)
  if (!facts) throw new AppError('not_found')
  return facts.personId
}

function tell(db: WriteDb, context: WriteContext, event: NewCustodyEvent): void {
  context.audit({
    action: `custody.${event.act.kind}`,
    subject: { kind: 'stay', id: event.stayId },
    personId: personOf(db, event.stayId),
    facts: { event: event.id, at: event.at },
  })
  context.changed('custody', event.stayId)
}

export const custodyWrites: WriteUseCases<typeof custodyContract> = {
  record: (db, context, input) => {
    refuseElsewhere(input.act.kind)
    const event = { id: input.id, stayId: input.stayId, at: input.at ?? context.now, act: input.act }
    recordCustodyEvents(db, context, [event])
    tell(db, context, event)
    return { events: [{ stayId: input.stayId, eventId: input.id }] }
  },
  correct: (db, context, input) => {
    const { why, instead } = input
    for (const { stayId, eventId } of input.corrections) {
      if (findEventStay(db, eventId)?.stay_id !== stayId) throw new AppError('not_found')
    }
    const events: NewCustodyEvent[] = input.corrections.map(({ id, stayId, eventId }) => ({
      id,
      stayId,
      at: context.now,
      act: { kind: 'corrected', facts: { cancels: eventId, why } },
    }))
    if (instead) {
      const [target] = input.corrections
      const replaced = target ? findEventStay(db, target.eventId) : undefined
      if (
        input.corrections.length !== 1 ||
        instead.stayId !== target?.stayId ||
        instead.act.kind !== replaced?.kind
      ) {
        const message = 'Việc ghi lại phải cùng loại và cùng người với việc được đính chính.'
        throw ruleViolated([{ code: 'instead-other', message, field: 'instead' }])
      }
      if (instead.act.kind === 'corrected') refuseElsewhere(instead.act.kind)
      events.push(instead)
    }
    recordCustodyEvents(db, context, events)
    for (const event of events) tell(db, context, event)
    return { events: events.map(({ stayId, id }) => ({ stayId, eventId: id })) }
  },
}
