import type { OutingRow } from '#db/queries/goings-out/reader.ts'
import { insertOuting, updateOuting } from '#db/queries/goings-out/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { goingsOutContract } from '#domain/contract/goings-out.ts'
import type { OutingRequestInput } from '#domain/contract/goings-out-shapes.ts'
import { ruleViolated } from '#domain/errors.ts'
import { judgeApproval } from '#domain/goings-out/judge-outing.ts'
import type { OutingState } from '#domain/goings-out/outing-state.ts'
import type { FieldChange, WriteUseCases } from '../use-case.ts'
import { comeBack, extend, leave } from './custody-acts.ts'
import { check, moveHospital, noteCare } from './health-acts.ts'
import { absenceProblem, readOutingStay, requestOf, requestProblems } from './judge.ts'
import { openOuting, tellOuting } from './open-outing.ts'

/** States in which a request can still be changed, decided or withdrawn. */
const UNDECIDED: readonly OutingState[] = ['requested', 'first-approved']

type Columns = Pick<
  OutingRow,
  | 'kind'
  | 'requested_at'
  | 'applicant'
  | 'relation'
  | 'deceased'
  | 'proof'
  | 'request_body'
  | 'request_number'
  | 'scope'
  | 'destination'
  | 'reason'
  | 'leave_at'
  | 'return_at'
  | 'travel_days'
  | 'escort'
>

function columnsOf(input: Omit<OutingRequestInput, 'stayId'>, requestedAt: string): Columns {
  return {
    kind: input.kind,
    requested_at: requestedAt,
    applicant: input.applicant,
    relation: input.relation,
    deceased: input.deceased,
    proof: input.proof,
    request_body: input.requestBody,
    request_number: input.requestNumber,
    scope: input.scope,
    destination: input.destination,
    reason: input.reason,
    leave_at: input.leaveAt,
    return_at: input.returnAt,
    travel_days: input.travelDays,
    escort: input.escort,
  }
}

/** The values of a request that changed, for the audit. */
function changesOf(row: Pick<OutingRow, 'id' | 'person_id'>, before: Partial<Columns>, after: Columns) {
  return Object.entries(after).flatMap(([field, value]): FieldChange[] => {
    const old = before[field as keyof Columns] ?? null
    if (old === value) return []
    const text = (one: string | number | null) => (one === null ? null : String(one))
    return [
      {
        entity: 'outing',
        entityId: row.id,
        personId: row.person_id,
        field,
        before: text(old),
        after: text(value),
      },
    ]
  })
}

export const goingsOutWrites: WriteUseCases<typeof goingsOutContract> = {
  leave,
  comeBack,
  extend,
  check,
  moveHospital,
  noteCare,
  request: (db, context, { id, stayId, ...input }) => {
    const stay = readOutingStay(db, stayId, context.now)
    const request = requestOf(input, context.now)
    const problems = requestProblems(db, stay, request)
    if (problems.length > 0) throw ruleViolated(problems)
    const columns = columnsOf(input, request.requestedAt)
    insertOuting(db, {
      id,
      person_id: stay.personId,
      stay_id: stayId,
      ...columns,
      requested_by: context.actor.key,
      recorded_at: context.now,
    })
    const row = { id, person_id: stay.personId, kind: input.kind }
    tellOuting(context, 'requested', row, changesOf(row, {}, columns))
    return { id, version: 1 }
  },
  change: (db, context, { id, version, ...input }) => {
    const row = openOuting(db, context, { id, version }, UNDECIDED)
    const stay = readOutingStay(db, row.stay_id, context.now)
    const request = requestOf({ ...input, requestedAt: input.requestedAt ?? row.requested_at }, context.now)
    const problems = requestProblems(db, stay, request)
    if (problems.length > 0) throw ruleViolated(problems)
    const columns = columnsOf(input, request.requestedAt)
    const fields = changesOf(row, row, columns)
    if (fields.length === 0) return { id, version }
    // What was approved first was another request: the first of two looks again.
    updateOuting(db, id, {
      ...columns,
      first_approved_at: null,
      first_approved_by: null,
      version: version + 1,
    })
    tellOuting(context, 'changed', { ...row, kind: input.kind }, fields)
    return { id, version: version + 1 }
  },
  approve: (db, context, { id, version, decision, note }) => {
    const row = openOuting(db, context, { id, version }, UNDECIDED)
    const stay = readOutingStay(db, row.stay_id, context.now)
    const problems = [
      ...absenceProblem(stay, 'duyệt'),
      ...judgeApproval(requestOf(requestOfRow(row), context.now), decision, readRuleBook(db)),
    ]
    if (problems.length > 0) throw ruleViolated(problems)
    const by = context.actor.key
    const next = version + 1
    const isFirst = readSetting(db, 'goings-out.needs-two') && row.first_approved_by === null
    if (isFirst) {
      updateOuting(db, id, { first_approved_at: context.now, first_approved_by: by, version: next })
      tellOuting(context, 'first-approved', row)
      return { id, version: next, isDecided: false }
    }
    if (row.first_approved_by === by) {
      const message =
        'Cơ sở đặt hai người duyệt: người thứ hai phải là người khác. Nhờ người có quyền duyệt khác.'
      throw ruleViolated([{ code: 'same-approver', message }])
    }
    updateOuting(db, id, {
      verdict: 'approved',
      decided_at: context.now,
      decided_by: by,
      decision_number: decision?.number ?? null,
      decision_on: decision?.on ?? null,
      decision_issuer: decision?.issuer ?? null,
      decision_note: note,
      version: next,
    })
    tellOuting(context, 'approved', row)
    return { id, version: next, isDecided: true }
  },
  deny: (db, context, { id, version, reason }) => {
    const row = openOuting(db, context, { id, version }, UNDECIDED)
    updateOuting(db, id, {
      verdict: 'denied',
      decided_at: context.now,
      decided_by: context.actor.key,
      decision_note: reason,
      version: version + 1,
    })
    tellOuting(context, 'denied', row)
    return { id, version: version + 1 }
  },
  withdraw: (db, context, { id, version, reason }) => {
    const row = openOuting(db, context, { id, version }, [...UNDECIDED, 'approved'])
    updateOuting(db, id, {
      withdrawn_at: context.now,
      withdrawn_by: context.actor.key,
      withdraw_reason: reason,
      // A departure that was cancelled is no longer one of this outing.
      left_event: null,
      version: version + 1,
    })
    tellOuting(context, 'withdrawn', row)
    return { id, version: version + 1 }
  },
  setApproval: (db, context, { needsTwo }) => {
    writeSetting(db, context, 'goings-out.needs-two', needsTwo)
    context.audit({ action: 'outing.approval-set', facts: { needsTwo } })
    context.changed('goings-out')
    return { needsTwo }
  },
}

/** A stored request as it was typed. */
function requestOfRow(row: OutingRow): Omit<OutingRequestInput, 'stayId'> {
  return {
    kind: row.kind,
    requestedAt: row.requested_at,
    leaveAt: row.leave_at,
    returnAt: row.return_at,
    travelDays: row.travel_days,
    applicant: row.applicant,
    relation: row.relation,
    deceased: row.deceased,
    proof: row.proof,
    requestBody: row.request_body,
    requestNumber: row.request_number,
    scope: row.scope,
    destination: row.destination,
    reason: row.reason,
    escort: row.escort,
  }
}
