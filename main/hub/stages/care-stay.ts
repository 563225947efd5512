import type { ReadDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { findCareStay, listStageRecords, type StageRecordRow } from '#db/queries/stages/reader.ts'
import { STAGES, type Stage, type StageCase } from '#domain/care/stages.ts'
import { AppError } from '#domain/errors.ts'
import type { RuleBook } from '#domain/law/rule-book.ts'
import type { TermRegime, Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'

/** A stay with its stages, as they are judged. */
export interface CareStay {
  stayId: string
  personId: string
  track: Track | null
  termRegime: TermRegime | null
  endOn: Day | null
  receivedOn: Day
  /** Last day of the stay; null while it lasts. */
  endedOn: Day | null
  rows: StageRecordRow[]
  judged: StageCase
  /** The rules in use. */
  book: RuleBook
}

/** A number of the database as one of the stages. */
export function stageOf(value: number): Stage {
  return STAGES.find((stage) => stage === value) ?? 1
}

/** The stay whose care path is read or written. @throws AppError `not_found`, `rule_violated` before reception */
export function careStayOf(db: ReadDb, stayId: string, now: Instant): CareStay {
  const stay = findCareStay(db, stayId)
  if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
  if (stay.received_at === null)
    throw new AppError('rule_violated', 'Người này chưa được tiếp nhận. Tiếp nhận trước.')
  const rows = listStageRecords(db, stayId)
  const receivedOn = dayOf(stay.received_at)
  const endedOn = stay.ended_at === null ? null : dayOf(stay.ended_at)
  const records = rows
    .filter((row) => row.cancelled_at === null)
    .map((row) => ({
      stage: stageOf(row.stage),
      startedOn: row.started_on,
      endedOn: row.ended_on,
      result: row.result,
    }))
  return {
    stayId,
    personId: stay.person_id,
    track: stay.track,
    termRegime: stay.term_regime,
    endOn: stay.end_on,
    receivedOn,
    endedOn,
    rows,
    judged: { records, receivedOn, endOn: stay.end_on, today: endedOn ?? dayOf(now) },
    book: readRuleBook(db),
  }
}

/** The stay, while it lasts. @throws AppError as {@link careStayOf}, and `rule_violated` when it is over */
export function openCareStay(db: ReadDb, stayId: string, now: Instant): CareStay {
  const stay = careStayOf(db, stayId, now)
  if (stay.endedOn !== null)
    throw new AppError('rule_violated', 'Đợt cai nghiện này đã kết thúc, không ghi thêm được.')
  return stay
}
