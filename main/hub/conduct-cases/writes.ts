import type { WriteDb } from '#db/connection/handles.ts'
import { findCaseStay } from '#db/queries/conduct-cases/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { APPEAL_OUTCOME_LABELS, VOTE_LABELS, type AppealOutcome } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseState } from '#domain/conduct-cases/case-states.ts'
import { judgeAppeal } from '#domain/conduct-cases/judge-appeal.ts'
import { judgeCouncil, judgeHearing, judgeSerious } from '#domain/conduct-cases/judge-case.ts'
import type { conductCasesContract } from '#domain/contract/conduct-cases.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { receiveRequest } from '../requests/writes.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { beginCase, closeCase, reviewCase } from './carry-out.ts'
import { caseFor, refuseAny, takeStep } from './case-for.ts'
import { conveneCouncil } from './convene.ts'
import { decideCase, extendCase } from './decide.ts'
import { beforeReception, daysText, proposalProblems, proposeCases } from './propose.ts'
import { freeVisits } from './visits-of-case.ts'

/** Records that somebody opened a case. */
export function recordCaseView(
  _db: WriteDb,
  context: WriteContext,
  input: { id: string; personId: string },
): null {
  const { id, personId } = input
  context.audit({ action: 'conduct-case.viewed', subject: { kind: 'conduct-case', id }, personId })
  return null
}

/** The state a case goes to by what came of the complaint. */
function stateAfterAppeal(state: CaseState, outcome: AppealOutcome): CaseState {
  if (outcome === 'revoked') return 'revoked'
  if (outcome === 'eased' && (state === 'in-force' || state === 'decided')) return 'lifted'
  return state
}

export const conductCasesWrites: WriteUseCases<typeof conductCasesContract> = {
  propose: proposeCases,
  amend: (db, context, input) => {
    const { row } = caseFor(db, context, input, 'amend')
    const { form, days, occurredOn, ground, isSerious, comment } = input
    const receivedAt = findCaseStay(db, row.stay_id)?.received_at ?? context.now
    refuseAny([
      ...proposalProblems(db, { ...input, kind: row.kind }, dayOf(context.now)),
      ...beforeReception(occurredOn, receivedAt),
    ])
    return takeStep(db, context, row, {
      action: 'amend',
      comment,
      facts: [daysText(form, days)],
      change: { form, days, occurred_on: occurredOn, ground, is_serious: isSerious ? 1 : 0 },
    })
  },
  convene: conveneCouncil,
  hear: (db, context, input) => {
    const { row, to } = caseFor(db, context, input, 'hear')
    const today = dayOf(context.now)
    const metOn = row.council_at === null ? today : dayOf(row.council_at)
    refuseAny([
      ...judgeCouncil(input.members, metOn, readRuleBook(db)),
      ...judgeHearing(input.members, metOn, today),
      ...proposalProblems(
        db,
        {
          kind: row.kind,
          form: input.form,
          days: input.days,
          occurredOn: row.occurred_on,
          ground: row.ground,
          isSerious: row.is_serious === 1,
        },
        today,
      ),
    ])
    const votes = input.members.map(({ name, vote }) => `${name}: ${vote === null ? '' : VOTE_LABELS[vote]}`)
    return takeStep(db, context, row, {
      action: 'hear',
      comment: input.comment,
      facts: [`Đề nghị: ${daysText(input.form, input.days)}`, ...votes],
      change: {
        state: to,
        members: JSON.stringify(input.members),
        minutes: input.minutes,
        form: input.form,
        days: input.days,
        heard_at: context.now,
      },
    })
  },
  decide: decideCase,
  begin: beginCase,
  review: reviewCase,
  extend: extendCase,
  close: closeCase,
  appeal: (db, context, input) => {
    const { row } = caseFor(db, context, input, 'appeal')
    if (row.kind !== 'violation' || row.appeal_id !== null) {
      const message =
        row.appeal_id === null
          ? 'Chỉ nhận khiếu nại về quyết định kỷ luật.'
          : 'Vụ này đã có khiếu nại. Ghi tiếp vào đơn đã nhận ở Đơn từ.'
      refuseAny([{ code: 'appeal-twice', message }])
    }
    const receivedOn = row.begun_at === null ? null : dayOf(row.begun_at)
    refuseAny(judgeAppeal({ receivedOn, comment: input.comment }, dayOf(context.now), readRuleBook(db)))
    const { number, dueOn } = receiveRequest(db, context, {
      id: input.requestId,
      channel: 'person',
      personId: row.person_id,
      groupName: null,
      zoneId: null,
      kind: 'complaint',
      topic: 'conduct',
      aboutStaff: false,
      body: `Khiếu nại Quyết định ${row.number ?? ''}: ${input.body}`,
      receivedAt: null,
      ownerId: null,
    })
    const { version } = takeStep(db, context, row, {
      action: 'appeal',
      comment: input.comment,
      facts: [`Đơn số ${number}, hạn ${formatDay(dueOn)}`],
      change: { appeal_id: input.requestId },
    })
    return { version, number, dueOn }
  },
  settleAppeal: (db, context, input) => {
    const { row } = caseFor(db, context, input, 'settle-appeal')
    if (row.appeal_id === null || row.appeal_outcome !== null) {
      const message = row.appeal_id === null ? 'Vụ này chưa có khiếu nại.' : 'Khiếu nại này đã có kết quả.'
      refuseAny([{ code: 'appeal-none', message }])
    }
    const { outcome, comment } = input
    const state = stateAfterAppeal(row.state, outcome)
    const words = APPEAL_OUTCOME_LABELS[outcome]
    const ends = state !== row.state
    return takeStep(db, context, row, {
      action: 'settle-appeal',
      comment,
      facts: [words],
      change: {
        state,
        appeal_outcome: outcome,
        ...(ends
          ? {
              restriction_id: freeVisits(db, context, row, `Giải quyết khiếu nại: ${words}`),
              ended_on: row.ended_on ?? dayOf(context.now),
            }
          : {}),
      },
    })
  },
  sendSerious: (db, context, input) => {
    const { row } = caseFor(db, context, input, 'send-serious')
    if (row.is_serious === 0 || row.serious_sent_on !== null) {
      const message =
        row.is_serious === 0
          ? 'Vụ này không đánh dấu là vi phạm nghiêm trọng.'
          : 'Hồ sơ đã được gửi. Tải lại để xem.'
      refuseAny([{ code: 'serious-state', message }])
    }
    refuseAny(judgeSerious(row.occurred_on, input.sentOn, dayOf(context.now), readRuleBook(db)))
    const { sentOn, number, to, comment } = input
    return takeStep(db, context, row, {
      action: 'send-serious',
      comment,
      facts: [`Gửi ${to} ngày ${formatDay(sentOn)}${number === null ? '' : `, số ${number}`}`],
      change: { serious_sent_on: sentOn, serious_number: number, serious_to: to },
    })
  },
}
