import type { ReadDb } from '#db/connection/handles.ts'
import { findEventStay } from '#db/queries/custody/recorders.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { relinkDeparture } from '#db/queries/goings-out/writer.ts'
import { judgeVoluntaryRelease } from '#domain/care/voluntary-stages.ts'
import type { custodyContract } from '#domain/contract/custody.ts'
import { CUSTODY_EVENT_LABELS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import { careStayOf } from '../stages/care-stay.ts'
import type { WriteUseCases } from '../use-case.ts'
import { followCorrection } from '../escapes/withdraw-escapes.ts'
import { dropPlans } from './drop-plans.ts'
import { tellCustodyEvent } from './tell-event.ts'

/** Kinds with an act of their own, which looks at more than the line: beds, reception, corrections. */
const ELSEWHERE: Partial<Record<CustodyEventKind, string>> = {
  received: 'Tiếp nhận',
  'transferred-in': 'Tiếp nhận',
  placed: 'Xếp giường',
  moved: 'Chuyển giường',
  swapped: 'Đổi chỗ',
  unplaced: 'Cho rời giường',
  corrected: 'Đính chính',
  escaped: 'Báo bỏ trốn',
  recovered: 'Đã đưa trở lại',
}

/** @throws AppError `rule_violated` for a kind that is recorded by another act */
function refuseElsewhere(kind: CustodyEventKind): void {
  const act = ELSEWHERE[kind]
  if (act === undefined) return
  const message = `“${CUSTODY_EVENT_LABELS[kind]}” không ghi ở đây. Dùng nút “${act}”.`
  throw ruleViolated([{ code: 'act-elsewhere', message, field: 'act.kind' }])
}

/** ST-6: a voluntary person goes with the first stages done, or with a reason. @throws AppError `rule_violated` */
function refuseUnfinished(
  db: ReadDb,
  now: Instant,
  { stayId, act }: { stayId: string; act: CustodyAct },
): void {
  if (act.kind !== 'released' || act.facts.note !== undefined) return
  const stay = careStayOf(db, stayId, now)
  const it = { track: stay.track, regime: stay.termRegime, records: stay.judged.records }
  const problems = judgeVoluntaryRelease(it, stay.book)
  if (problems.length > 0) throw ruleViolated(problems)
}

export const custodyWrites: WriteUseCases<typeof custodyContract> = {
  record: (db, context, input) => {
    refuseElsewhere(input.act.kind)
    refuseUnfinished(db, context.now, input)
    const event = { id: input.id, stayId: input.stayId, at: input.at ?? context.now, act: input.act }
    recordCustodyEvents(db, context, [event])
    tellCustodyEvent(db, context, event)
    dropPlans(db, context, [event])
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
    for (const { eventId } of input.corrections) relinkDeparture(db, eventId, instead?.id ?? null)
    for (const event of events) tellCustodyEvent(db, context, event)
    followCorrection(db, context, {
      eventIds: input.corrections.map(({ eventId }) => eventId),
      instead: instead && { id: instead.id, at: instead.at },
      why,
    })
    return { events: events.map(({ stayId, id }) => ({ stayId, eventId: id })) }
  },
}
