import type { WriteDb } from '#db/connection/handles.ts'
import {
  findCheckOwed,
  findHospitalStep,
  findOuting,
  listHospitalSteps,
  type OutingRow,
} from '#db/queries/goings-out/reader.ts'
import { insertHospitalStep, updateHospitalStep, updateOuting } from '#db/queries/goings-out/writer.ts'
import { insertMark } from '#db/queries/obligations/writer.ts'
import type { goingsOutContract } from '#domain/contract/goings-out.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { formatInstant } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { courseOfRow, MEDICAL_OUTING_ENTITY } from './lines.ts'
import { openOuting, tellOuting } from './open-outing.ts'

type Acts = Required<WriteUseCases<typeof goingsOutContract>>

/** The obligation of LEAVE-06 is met by the check itself: nobody marks it a second time. */
function meetCheck(db: WriteDb, context: WriteContext, row: OutingRow): void {
  const { closedAt } = courseOfRow(db, row, context.now)
  const owed = closedAt === null ? undefined : findCheckOwed(db, row.stay_id, closedAt)
  if (!owed) return
  insertMark(db, {
    id: context.newId(),
    stay_id: row.stay_id,
    key: owed.key,
    due_at: owed.due_at,
    kind: 'done',
    at: context.now,
    reason: null,
    note: null,
    paper: null,
    number: null,
    sent_by: null,
    sent_on: null,
    recorded_at: context.now,
    recorded_by: context.actor.key,
  })
  context.changed('obligations', row.stay_id)
}

/** Records what the check of health and drug use found after a return (LEAVE-06). */
export const check: Acts['check'] = (db, context, { id, version, drugTest, healthFound }) => {
  const row = openOuting(db, context, { id, version }, ['returned'])
  updateOuting(db, id, {
    checked_at: context.now,
    checked_by: context.actor.key,
    drug_test: drugTest,
    health_found: healthFound,
    version: version + 1,
  })
  meetCheck(db, context, row)
  const values = [
    ['drug_test', row.drug_test, drugTest],
    ['health_found', row.health_found, healthFound],
  ] as const
  tellOuting(
    context,
    'checked',
    row,
    values.flatMap(([field, before, after]): FieldChange[] =>
      before === after
        ? []
        : [{ entity: MEDICAL_OUTING_ENTITY, entityId: id, personId: row.person_id, field, before, after }],
    ),
  )
  return { id, version: version + 1 }
}

/** Records that somebody lies in another hospital from a moment on. */
export const moveHospital: Acts['moveHospital'] = (db, context, { id, outingId, facility, at: asked }) => {
  const row = findOuting(db, outingId)
  if (!row) throw new AppError('not_found')
  const at = asked ?? context.now
  const course = courseOfRow(db, row, context.now)
  if (row.kind !== 'hospital' || course.state !== 'out') {
    const message = 'Chỉ chuyển bệnh viện cho người đang nằm viện. Tải lại trang.'
    throw ruleViolated([{ code: 'not-in-hospital', message }])
  }
  const last = listHospitalSteps(db, outingId).at(-1)
  const from = last?.from_at ?? course.leftAt
  if (at > context.now || (from !== null && at <= from)) {
    const message = `Giờ chuyển phải sau ${formatInstant(from ?? at)} và không ở tương lai. Sửa lại.`
    throw ruleViolated([{ code: 'move-out-of-order', message, field: 'at' }])
  }
  insertHospitalStep(db, {
    id,
    outing_id: outingId,
    facility,
    from_at: at,
    recorded_at: context.now,
    recorded_by: context.actor.key,
  })
  tellOuting(context, 'hospital-moved', row)
  return { id }
}

/** Writes down what only the medical role reads of a stay in hospital. */
export const noteCare: Acts['noteCare'] = (db, context, { id, version, ...care }) => {
  const step = findHospitalStep(db, id)
  if (!step) throw new AppError('not_found')
  if (step.version !== version)
    throw new AppError('conflict', undefined, { current: { version: step.version } })
  updateHospitalStep(db, id, { ...care, cared_by: context.actor.key, version: version + 1 })
  const fields = Object.entries(care).flatMap(([field, value]): FieldChange[] => {
    const text = (one: string | number | null) => (one === null ? null : String(one))
    const before = text(step[field as keyof typeof care])
    const after = text(value)
    if (before === after) return []
    return [{ entity: MEDICAL_OUTING_ENTITY, entityId: id, personId: step.person_id, field, before, after }]
  })
  const outing = { id: step.outing_id, person_id: step.person_id, kind: 'hospital' as const }
  tellOuting(context, 'care-noted', outing, fields)
  return { id, version: version + 1 }
}
