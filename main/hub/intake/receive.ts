import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { bedFinder, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { findPersonNow, isKeptApart } from '#db/queries/keep-apart/reader.ts'
import { insertStay } from '#db/queries/people/insert-person.ts'
import type { Received } from '#domain/contract/intake.ts'
import { readClockRules } from '#db/queries/rules/reader.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { termRegime } from '#domain/law/regime.ts'
import { can } from '#domain/permissions/permissions.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'
import type { Day } from '#domain/time/day.ts'
import { raiseAlert } from '../alerts/write-alert.ts'
import { takeBelongings } from '../deposit/bags.ts'
import { bookingMoment, recordMoney } from '../deposit/write-move.ts'
import { filePapers, refuseNoScan } from '../dossier/file-papers.ts'
import { saveSheet, startPlan } from '../dossier/sheets.ts'
import { keepPhoto, writeMark, writeRelatives } from '../dossier/writes.ts'
import { writeFirstCheck } from '../medical/first-checks.ts'
import { placeFirst } from '../placement/place-people.ts'
import type { WriteContext } from '../use-case.ts'
import { enterPerson } from './enter-person.ts'
import { arrive } from './expected.ts'
import {
  judgeAddresses,
  judgePapers,
  judgeStay,
  judgeTerm,
  judgeWho,
  receptionDay,
  termFacts,
} from './judge-intake.ts'

/**
 * Receives a person with everything taken at the gate, in one transaction: whoever they are by the human's decision,
 * papers, stay, reception, bed, things, money, sheet, plan, marks and photo. Nothing is written when anything is
 * refused; the refusal names every box to repair that can be known at once.
 * @throws AppError `rule_violated`, `not_found`, `conflict`, `forbidden` for a health check without the medical role
 */
export function receive(db: WriteDb, context: WriteContext, input: ReceiveInput): Received {
  if (input.firstCheck && !can(context.actor.roles, 'medical.edit')) {
    throw new AppError('forbidden', 'Kết quả khám sức khỏe do y tế ghi. Bỏ phần khám rồi lưu lại.')
  }
  const at = input.at ?? context.now
  const receivedOn = receptionDay(input, context.now)
  const papers = judgePapers(db, input, receivedOn, context.newId)
  const problems = [
    ...judgeStay(db, input.stay, receivedOn),
    ...judgeWho(db, input),
    ...judgeTerm(db, input),
    ...judgeAddresses(input),
    ...papers.problems,
  ]
  if (problems.length > 0) throw ruleViolated(problems)
  for (const { code, fileId } of input.dossier) refuseNoScan(db, fileId, `dossier.${code}`)

  const personId = enterPerson(db, context, input)
  const stayId = input.stay.id
  openStay(db, context, personId, input)
  const { how, from, note, eventId } = input.reception
  const facts = { how, ...(from === null ? {} : { from }), ...(note === null ? {} : { note }) }
  recordCustodyEvents(db, context, [{ id: eventId, stayId, at, act: { kind: 'received', facts } }])
  context.audit({
    action: 'custody.received',
    subject: { kind: 'stay', id: stayId },
    personId,
    facts: {
      event: eventId,
      at,
      track: input.stay.track,
      ordinal: input.stay.ordinal,
      missing: papers.items.filter(({ dueOn }) => dueOn !== null).length,
      known: input.person.kind === 'existing',
    },
  })
  context.changed('people', personId)
  context.changed('custody', stayId)
  const file = { id: stayId, track: input.stay.track, actOn: receivedOn, person: papers.person }
  filePapers(db, context, file, { judged: papers.items, answers: papers.answers })
  keepApartFrom(db, context, personId, input)
  raiseAlerts(db, context, personId, input)
  const bedCode = placeNewcomer(db, context, input, at)
  const receipt = takeDown(db, context, { personId, stayId, receivedOn, at }, input)
  if (input.expectedId !== null) arrive(db, context, input.expectedId, stayId)
  return {
    personId,
    stayId,
    at,
    bedCode,
    receipt,
    missing: papers.items
      .filter(({ dueOn }) => dueOn !== null)
      .map(({ code, title, dueOn }) => ({ code, title, dueOn })),
    endOn: clockOfStay(termFacts(input), listCustodyEvents(db, stayId), readClockRules(db)).endOn,
    warnings: papers.warnings,
  }
}

function openStay(db: WriteDb, context: WriteContext, personId: string, { stay }: ReceiveInput): void {
  insertStay(db, context.now, {
    id: stay.id,
    person_id: personId,
    dossier_number: stay.dossierNumber,
    ordinal: stay.ordinal,
    ordinal_source: stay.ordinalReason,
    ordinal_by: context.actor.key,
    initial_track: stay.track,
    term_regime: termRegime(stay.decision?.on ?? null),
    decision_number: stay.decision?.number ?? null,
    decision_on: stay.decision?.on ?? null,
    decision_issuer: stay.decision?.issuer ?? null,
    start_on: stay.startOn,
    start_source: stay.startSource,
    term_months: stay.termMonths,
    held_from: stay.heldFrom,
    import_batch_id: null,
  })
}

/** Pairs named at the desk, in force before a bed is given. */
function keepApartFrom(db: WriteDb, context: WriteContext, personId: string, input: ReceiveInput): void {
  for (const [index, pair] of input.keepApart.entries()) {
    const [a = '', b = ''] = [personId, pair.otherPersonId].toSorted()
    if (a === b || !findPersonNow(db, pair.otherPersonId)) {
      const message = 'Chọn một người khác trong danh sách để không xếp chung.'
      throw ruleViolated([{ code: 'keep-apart-who', message, field: `keepApart.${index}.otherPersonId` }])
    }
    if (isKeptApart(db, a, b)) continue
    db.run(
      qb.insertInto('keep_apart').values({
        id: pair.id,
        person_a: a,
        person_b: b,
        level: pair.level,
        reason: pair.reason,
        opened_at: context.now,
        opened_by: context.actor.key,
        closed_at: null,
        closed_by: null,
        close_reason: null,
      }),
    )
    for (const id of [a, b]) {
      context.audit({
        action: 'keep-apart.opened',
        subject: { kind: 'keep-apart', id: pair.id },
        personId: id,
        facts: { level: pair.level },
      })
    }
    context.changed('keep-apart', pair.id)
  }
}

/** Alerts named at the desk, in force before a bed is given. */
function raiseAlerts(db: WriteDb, context: WriteContext, personId: string, input: ReceiveInput): void {
  const problems = input.alerts.flatMap((alert, index) =>
    raiseAlert(db, context, personId, alert).map((problem) => ({
      ...problem,
      field: `alerts.${index}.${problem.field ?? 'code'}`,
    })),
  )
  if (problems.length > 0) throw ruleViolated(problems)
}

/** Gives the bed chosen on the form; what speaks against it is told on the form's own fields. */
function placeNewcomer(db: WriteDb, context: WriteContext, input: ReceiveInput, at: string): string | null {
  const { bed } = input
  if (bed === null) return null
  try {
    placeFirst(db, context, { placements: [{ ...bed, stayId: input.stay.id }], at })
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.problems) throw error
    const problems = error.details.problems.map((problem) => ({
      ...problem,
      field: (problem.field ?? '').replace(/^placements\.0/, 'bed') || 'bed.bedId',
    }))
    throw new AppError(error.code, error.message, { ...error.details, problems })
  }
  return bedFinder(db)(bed.bedId)?.code ?? null
}

/** Things, money, sheet, plan, marks, photo, family, check. Returns the receipt of the money. */
function takeDown(
  db: WriteDb,
  context: WriteContext,
  whose: { personId: string; stayId: string; receivedOn: Day; at: string },
  input: ReceiveInput,
): string | null {
  const { personId, stayId, receivedOn, at } = whose
  const { belongings, deposit, sheet, photo, firstCheck } = input
  if (input.relatives.length > 0) writeRelatives(db, context, personId, input.relatives)
  if (belongings && belongings.bags.length + belongings.kept.length > 0) {
    takeBelongings(db, context, { stayId, personId }, belongings)
  }
  if (sheet) saveSheet(db, context, { ...sheet, stayId, personId, actOn: receivedOn, version: null })
  startPlan(db, context, stayId, receivedOn)
  for (const mark of input.marks) writeMark(db, context, personId, mark)
  if (photo) keepPhoto(db, context, personId, photo)
  if (firstCheck) writeFirstCheck(db, context, { ...firstCheck, stayId, personId, at, version: null })
  if (!deposit) return null
  const bookedAt = bookingMoment(db, at, context.now)
  return recordMoney(db, context, { ...deposit, stayId, kind: 'deposit', way: 'brought', at: bookedAt })
}
