import type { WriteDb } from '#db/connection/handles.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { findCaseByNumber, listZoneSpans, type CaseRow } from '#db/queries/conduct-cases/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { CASE_FORM_LABELS, type CaseForm } from '#domain/conduct-cases/case-kinds.ts'
import {
  countVotes,
  judgeDecision,
  judgeExtension,
  judgeForm,
  judgeMeasure,
} from '#domain/conduct-cases/judge-case.ts'
import type { Problem } from '#domain/errors.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { caseFor, refuseAny, takeStep } from './case-for.ts'
import { membersOf } from './lines.ts'
import { freeVisits, stopVisits } from './visits-of-case.ts'

interface Asked {
  id: string
  version: number
  comment: string | null
  number: string
  decidedOn: Day
  reviewOn: Day | null
}

/** Who signs on a day: the head of the centre then, or somebody else with the ground of it in the comment. */
function signerOn(
  db: WriteDb,
  asked: { decidedOn: Day; signerName: string | null; comment: string | null },
): { title: string; name: string } | Problem {
  const centre = findCentre(db, asked.decidedOn)
  const title = centre?.head_title ?? 'Trưởng cơ sở'
  const head = centre?.head_name ?? null
  const { signerName } = asked
  if (signerName === null || signerName === head) {
    if (head !== null) return { title, name: head }
    const message = `Chưa ghi ai đứng đầu cơ sở ngày ${formatDay(asked.decidedOn)}. Ghi người ký, hoặc bổ sung ở Cơ sở.`
    return { code: 'case-signer', message, field: 'signerName' }
  }
  if (asked.comment !== null) return { title: `Ký thay ${title}`, name: signerName }
  const message = `Người đứng đầu cơ sở ngày ${formatDay(asked.decidedOn)} là ${head ?? 'chưa ghi'}. Ghi căn cứ ký thay ở ô Ý kiến.`
  return { code: 'case-signer', message, field: 'signerName' }
}

function numberProblems(db: WriteDb, row: CaseRow, { number, decidedOn }: Asked): Problem[] {
  const other = findCaseByNumber(db, number, decidedOn)
  if (other === undefined || other === row.id) return []
  const message = `Số ${number} năm ${decidedOn.slice(0, 4)} đã dùng cho vụ khác. Ghi đúng số quyết định.`
  return [{ code: 'case-number', message, field: 'number' }]
}

/** Decides a case: number, day, signer of the day, form and days. @throws AppError as `caseFor`, `rule_violated` */
export function decideCase(
  db: WriteDb,
  context: WriteContext,
  input: Asked & {
    signerName: string | null
    form: CaseForm
    fromOn: Day
    toOn: Day | null
    stopsVisits: boolean
  },
): { version: number } {
  const { row, to } = caseFor(db, context, input, 'decide')
  const book = readRuleBook(db)
  const { decidedOn, form, fromOn, toOn, reviewOn, number, comment } = input
  const signer = signerOn(db, input)
  const councilOn = row.council_at !== null && row.heard_at !== null ? dayOf(row.council_at) : null
  const isViolation = row.kind === 'violation'
  refuseAny([
    ...judgeForm(row.kind, form, decidedOn, book),
    ...judgeDecision(
      {
        form,
        decidedOn,
        proposedOn: dayOf(row.proposed_at),
        heardOn: councilOn,
        votes: countVotes(membersOf(row)),
        comment,
        today: dayOf(context.now),
      },
      book,
    ),
    ...(isViolation
      ? judgeMeasure({ form, fromOn, toOn, reviewOn }, decidedOn, {
          book,
          before: listZoneSpans(db, row.stay_id, row.id),
        })
      : []),
    ...numberProblems(db, row, input),
    ...('code' in signer ? [signer] : []),
  ])
  if ('code' in signer) return { version: row.version }
  const stops = isViolation && input.stopsVisits && toOn !== null
  const restriction =
    stops && toOn !== null
      ? stopVisits(db, context, row, { form, fromOn, toOn, number, decidedOn })
      : freeVisits(db, context, row, `Đã có Quyết định ${number}`)
  const until = toOn === null || !isViolation ? '' : `, từ ${formatDay(fromOn)} đến ${formatDay(toOn)}`
  return takeStep(db, context, row, {
    action: 'decide',
    comment,
    facts: [
      `Quyết định ${number} ngày ${formatDay(decidedOn)}`,
      `${CASE_FORM_LABELS[form]}${until}`,
      `Người ký: ${signer.name}`,
    ],
    change: {
      state: to,
      form,
      number,
      decided_on: decidedOn,
      signer_title: signer.title,
      signer_name: signer.name,
      from_on: fromOn,
      to_on: isViolation ? toOn : null,
      review_on: isViolation ? reviewOn : null,
      stops_visits: stops ? 1 : 0,
      restriction_id: restriction,
    },
  })
}

/** Lets a measure last longer by a decision of its own. @throws AppError as `caseFor`, `rule_violated` */
export function extendCase(
  db: WriteDb,
  context: WriteContext,
  input: Asked & { toOn: Day },
): { version: number } {
  const { row } = caseFor(db, context, input, 'extend')
  const book = readRuleBook(db)
  const { number, decidedOn, toOn, reviewOn, comment } = input
  const { from_on: fromOn, to_on: before, form } = row
  const today = dayOf(context.now)
  const since = row.decided_on ?? today
  if (decidedOn > today || decidedOn < since) {
    const message = `Ngày quyết định kéo dài phải từ ${formatDay(since)} đến hôm nay. Sửa lại ngày.`
    refuseAny([{ code: 'decision-early', message, field: 'decidedOn' }])
  }
  if (number === row.number) {
    const message = `Số ${number} là số của quyết định kỷ luật. Lập “Quyết định về việc thi hành kỷ luật” để lấy số khác.`
    refuseAny([{ code: 'case-number', message, field: 'number' }])
  }
  if (fromOn === null || before === null) {
    const message = 'Biện pháp này không có thời hạn nên không kéo dài.'
    refuseAny([{ code: 'extension-open', message }])
    return { version: row.version }
  }
  refuseAny([
    ...judgeExtension({ form, fromOn, toOn, reviewOn }, before, decidedOn, {
      book,
      before: listZoneSpans(db, row.stay_id, row.id),
    }),
    ...numberProblems(db, row, input),
  ])
  const restriction =
    row.stops_visits === 1
      ? stopVisits(db, context, row, { form, fromOn: today, toOn, number, decidedOn })
      : row.restriction_id
  return takeStep(db, context, row, {
    action: 'extend',
    comment,
    facts: [
      `Quyết định ${number} ngày ${formatDay(decidedOn)}`,
      `Từ ${formatDay(before)} đến ${formatDay(toOn)}`,
    ],
    change: { to_on: toOn, review_on: reviewOn, restriction_id: restriction },
  })
}
