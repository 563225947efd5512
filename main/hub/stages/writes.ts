import type { WriteDb } from '#db/connection/handles.ts'
import { findStageRecord, type StageRecordRow } from '#db/queries/stages/reader.ts'
import { insertStageRecord, updateStageRecord } from '#db/queries/stages/writer.ts'
import {
  judgeStageEnd,
  judgeStageStart,
  STAGE_RESULT_LABELS,
  type StageVerdict,
} from '#domain/care/stages.ts'
import { judgeVoluntaryEnd } from '#domain/care/voluntary-stages.ts'
import type { stagesContract } from '#domain/contract/stages.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { formatDay } from '#domain/time/day.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { openCareStay, stageOf } from './care-stay.ts'

/** Refuses what is forbidden, and what needs a reason and has none. */
function refuse({ hard, soft }: StageVerdict, reason: string | null): void {
  if (hard.length > 0) throw ruleViolated(hard)
  if (soft.length > 0 && reason === null)
    throw ruleViolated([...soft, { code: 'reason-missing', message: 'Ghi lý do.', field: 'reason' }])
}

function liveRecord(db: WriteDb, id: string, version: number): StageRecordRow {
  const row = findStageRecord(db, id)
  if (!row) throw new AppError('not_found')
  if (row.version !== version || row.cancelled_at !== null)
    throw new AppError('conflict', 'Giai đoạn này vừa được người khác sửa. Tải lại để xem.')
  return row
}

function tell(
  context: WriteContext,
  action: 'stage.started' | 'stage.ended' | 'stage.cancelled',
  row: { id: string; stayId: string; personId: string; stage: number },
  changes: readonly Pick<FieldChange, 'field' | 'before' | 'after'>[],
): void {
  context.audit({
    action,
    subject: { kind: 'stage', id: row.id },
    personId: row.personId,
    facts: { stage: row.stage },
    fields: changes.map((change) => ({
      entity: 'stage',
      entityId: row.id,
      personId: row.personId,
      ...change,
    })),
  })
  context.changed('care', row.stayId)
}

export const stagesWrites: WriteUseCases<typeof stagesContract> = {
  start: (db, context, input) => {
    const stay = openCareStay(db, input.stayId, context.now)
    const { id, stage, startedOn, elsewhere, reason } = input
    if (elsewhere === null) refuse(judgeStageStart(stay.judged, stage, startedOn, stay.book), reason)
    else {
      // Done before the person came here: the law of that place and day is not judged, only written with its reason.
      if (reason === null)
        throw ruleViolated([
          { code: 'reason-missing', message: 'Ghi nơi đã thực hiện và giấy tờ kèm theo.', field: 'reason' },
        ])
      if (elsewhere.endedOn < startedOn || elsewhere.endedOn > stay.judged.today)
        throw ruleViolated([
          {
            code: 'ended-before-start',
            message: 'Ngày kết thúc phải sau ngày bắt đầu và không ở tương lai.',
            field: 'elsewhere.endedOn',
          },
        ])
      const isTaken = stay.judged.records.some((one) => one.stage === stage && one.result !== 'fail')
      if (isTaken)
        throw ruleViolated([
          { code: 'stage-open', message: `Giai đoạn ${stage} đã được ghi.`, field: 'stage' },
        ])
    }
    insertStageRecord(db, {
      id,
      stay_id: input.stayId,
      stage,
      started_on: startedOn,
      start_reason: reason,
      ended_on: elsewhere?.endedOn ?? null,
      end_reason: null,
      result: elsewhere?.result ?? null,
      responsible: input.responsible,
      note: input.note,
      is_elsewhere: elsewhere === null ? 0 : 1,
      recorded_at: context.now,
      recorded_by: context.actor.key,
      ended_at: elsewhere === null ? null : context.now,
      ended_by: elsewhere === null ? null : context.actor.key,
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
    })
    tell(context, 'stage.started', { id, stayId: input.stayId, personId: stay.personId, stage }, [
      { field: 'startedOn', before: null, after: formatDay(startedOn) },
      ...(reason === null ? [] : [{ field: 'startReason', before: null, after: reason }]),
    ])
    return { id }
  },
  end: (db, context, input) => {
    const row = liveRecord(db, input.id, input.version)
    if (row.ended_on !== null) throw new AppError('conflict', 'Giai đoạn này đã kết thúc. Tải lại để xem.')
    const stay = openCareStay(db, row.stay_id, context.now)
    const stage = stageOf(row.stage)
    const { endedOn, result, reason } = input
    const verdict = judgeStageEnd(stay.judged, { stage, startedOn: row.started_on }, endedOn, stay.book)
    const voluntary = { track: stay.track, regime: stay.termRegime, records: stay.judged.records }
    const unfinished = judgeVoluntaryEnd(voluntary, { stage, result }, stay.book)
    refuse({ ...verdict, soft: [...verdict.soft, ...unfinished] }, reason)
    updateStageRecord(db, row.id, {
      ended_on: endedOn,
      end_reason: reason,
      result,
      note: input.note ?? row.note,
      ended_at: context.now,
      ended_by: context.actor.key,
      version: row.version + 1,
    })
    tell(context, 'stage.ended', { id: row.id, stayId: row.stay_id, personId: stay.personId, stage }, [
      { field: 'endedOn', before: null, after: formatDay(endedOn) },
      { field: 'result', before: null, after: STAGE_RESULT_LABELS[result] },
      ...(reason === null ? [] : [{ field: 'endReason', before: null, after: reason }]),
    ])
    return { id: row.id, version: row.version + 1 }
  },
  cancel: (db, context, input) => {
    const row = liveRecord(db, input.id, input.version)
    const stay = openCareStay(db, row.stay_id, context.now)
    const later = stay.judged.records.find(
      (one) => row.stage === 2 && (one.stage === 3 || one.stage === 4) && row.result !== 'fail',
    )
    if (later) {
      const message = `Giai đoạn ${later.stage} dựa vào giai đoạn 2 này. Hủy giai đoạn ${later.stage} trước.`
      throw ruleViolated([{ code: 'stage-order', message }])
    }
    updateStageRecord(db, row.id, {
      cancelled_at: context.now,
      cancelled_by: context.actor.key,
      cancel_reason: input.reason,
      version: row.version + 1,
    })
    const { id, stay_id: stayId, stage } = row
    tell(context, 'stage.cancelled', { id, stayId, personId: stay.personId, stage }, [
      { field: 'cancelReason', before: null, after: input.reason },
    ])
    return { id }
  },
}
