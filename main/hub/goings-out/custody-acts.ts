import type { WriteDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { findOuting, findOutingByEvent, type OutingRow } from '#db/queries/goings-out/reader.ts'
import {
  insertExtension,
  insertHospitalStep,
  relinkDeparture,
  updateOuting,
} from '#db/queries/goings-out/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { goingsOutContract } from '#domain/contract/goings-out.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeExtension, latestFuneralReturn } from '#domain/goings-out/judge-outing.ts'
import { OUTING_RULES } from '#domain/goings-out/outing-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { dropPlans } from '../custody/drop-plans.ts'
import { tellCustodyEvent } from '../custody/tell-event.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { readOutingStay } from './judge.ts'
import { courseOfRow, decisionOf, mayLeave } from './lines.ts'
import { openOuting, tellOuting } from './open-outing.ts'

type Acts = Required<WriteUseCases<typeof goingsOutContract>>

/** The longest text a fact of a custody event holds on one line. */
const FACT_LENGTH = 200

function record(db: WriteDb, context: WriteContext, events: readonly NewCustodyEvent[]) {
  recordCustodyEvents(db, context, events)
  for (const event of events) tellCustodyEvent(db, context, event)
  return { events: events.map(({ stayId, id }) => ({ stayId, eventId: id })) }
}

/** The event with which an outing begins. @throws AppError `rule_violated` where its decision is missing */
function departureAct(row: OutingRow, escort: string | null): CustodyAct {
  const { begins, outKind } = OUTING_RULES[row.kind]
  const decision = decisionOf(row)
  const until = row.return_at === null ? {} : { until: row.return_at }
  const destination = row.destination === null ? {} : { destination: row.destination }
  if (begins === 'left' && outKind !== null) {
    const paper = decision && `Số ${decision.number} ngày ${formatDay(decision.on)}`.slice(0, FACT_LENGTH)
    return {
      kind: 'left',
      facts: {
        outKind,
        ...until,
        ...destination,
        ...(escort ? { escort } : {}),
        ...(paper ? { paper } : {}),
      },
    }
  }
  if (decision === null) {
    const message = 'Chưa có số, ngày quyết định. Duyệt lại kèm quyết định rồi ghi việc đi.'
    throw ruleViolated([{ code: 'decision-missing', message, field: 'decision' }])
  }
  if (begins === 'suspended') return { kind: 'suspended', facts: { decision, ...until, ...destination } }
  return { kind: 'transferred-out', facts: { to: row.destination ?? 'Cơ sở khác', decision } }
}

function refuseLateReturn(db: WriteDb, row: OutingRow, at: Instant): void {
  const { return_at: until } = row
  if (until === null) return
  if (until <= at) {
    const message = `Giờ hẹn về ${formatInstant(until)} không sau giờ đi. Rút đơn này và ghi đơn mới với giờ hẹn về đúng.`
    throw ruleViolated([{ code: 'return-passed', message, field: 'at' }])
  }
  if (row.kind !== 'funeral') return
  const latest = latestFuneralReturn(at, row.travel_days, readRuleBook(db))
  if (latest !== null && until > latest) {
    const message = `Đi sớm hơn dự kiến nên quá số ngày chịu tang (LEAVE-02): đi lúc này phải trở lại trước ${formatInstant(latest)}.`
    throw ruleViolated([{ code: 'leave-too-long', message, field: 'at' }])
  }
}

/** Records the departure on an outing that may begin. */
export const leave: Acts['leave'] = (db, context, { id, version, eventId, at: asked, escort }) => {
  const row = openOuting(db, context, { id, version }, ['requested', 'first-approved', 'approved'])
  const at = asked ?? context.now
  if (!mayLeave(row, courseOfRow(db, row, context.now))) {
    const message = 'Việc ra ngoài này chưa được duyệt. Trình người có quyền duyệt trước.'
    throw ruleViolated([{ code: 'not-approved', message }])
  }
  refuseLateReturn(db, row, at)
  const act = departureAct(row, escort ?? row.escort)
  const recorded = record(db, context, [{ id: eventId, stayId: row.stay_id, at, act }])
  updateOuting(db, id, { left_event: eventId, version: version + 1, ...(escort ? { escort } : {}) })
  dropPlans(db, context, [{ id: eventId, stayId: row.stay_id, at, act }])
  if (row.kind === 'hospital' && row.destination !== null) {
    insertHospitalStep(db, {
      id: context.newId(),
      outing_id: id,
      facility: row.destination,
      from_at: at,
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
  }
  context.changed('goings-out', id)
  return recorded
}

/** The outing on which somebody is out now; undefined for one who left without papers. */
function outingOut(db: WriteDb, stayId: string): OutingRow | undefined {
  const departure = listCustodyEvents(db, stayId)
    .toReversed()
    .find((event) => (event.kind === 'left' || event.kind === 'suspended') && findOutingByEvent(db, event.id))
  return departure && findOutingByEvent(db, departure.id)
}

/** Records that people are back: from leave, or from a suspension. */
export const comeBack: Acts['comeBack'] = (db, context, { returns, at: asked, note }) => {
  const at = asked ?? context.now
  const found = returns.map(({ eventId, stayId }) => {
    const { position } = readOutingStay(db, stayId, context.now)
    const row = outingOut(db, stayId)
    const isOpen = row !== undefined && courseOfRow(db, row, context.now).state === 'out'
    const act: CustodyAct =
      position === 'suspended'
        ? { kind: 'resumed', facts: note === null ? {} : { note } }
        : { kind: 'returned', facts: note === null ? {} : { checks: note } }
    return { event: { id: eventId, stayId, at, act }, outing: isOpen ? row : undefined }
  })
  const recorded = record(
    db,
    context,
    found.map(({ event }) => event),
  )
  for (const { outing } of found) {
    if (!outing) continue
    updateOuting(db, outing.id, { return_note: note, version: outing.version + 1 })
    context.changed('goings-out', outing.id)
  }
  return recorded
}

/**
 * Sets a later return: the departure is written anew with it, so that the roll and every list follow; why and from
 * which moment stays on file.
 */
export const extend: Acts['extend'] = (db, context, input) => {
  const { outingId, version, until, reason } = input
  const row = openOuting(db, context, { id: outingId, version }, ['out'])
  const departure = listCustodyEvents(db, row.stay_id).find(({ id }) => id === row.left_event)
  if (!departure || (departure.kind !== 'left' && departure.kind !== 'suspended')) {
    throw new AppError('not_found')
  }
  const before = departure.facts.until ?? null
  const { kind, travel_days: travelDays } = row
  const outing = { kind, travelDays, leftAt: departure.at, until: before }
  const problems = judgeExtension(outing, until, readRuleBook(db))
  if (problems.length > 0) throw ruleViolated(problems)
  const why = `Gia hạn đến ${formatInstant(until)}: ${reason}`
  const stayId = row.stay_id
  const anew: CustodyAct =
    departure.kind === 'left'
      ? { kind: 'left', facts: { ...departure.facts, until } }
      : { kind: 'suspended', facts: { ...departure.facts, until } }
  record(db, context, [
    {
      id: input.correctionId,
      stayId,
      at: context.now,
      act: { kind: 'corrected', facts: { cancels: departure.id, why } },
    },
    { id: input.eventId, stayId, at: departure.at, act: anew },
  ])
  relinkDeparture(db, departure.id, input.eventId)
  insertExtension(db, {
    id: input.id,
    outing_id: outingId,
    from_until: before,
    to_until: until,
    reason,
    extended_at: context.now,
    extended_by: context.actor.key,
  })
  updateOuting(db, outingId, { version: version + 1 })
  tellOuting(context, 'extended', row)
  return { id: outingId, version: findOuting(db, outingId)?.version ?? version + 1 }
}
