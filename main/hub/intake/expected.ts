import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  closeExpected,
  findExpected,
  insertExpected,
  type ExpectedRow,
} from '#db/queries/intake/expected-arrivals.ts'
import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { tidyName } from '#domain/names/tidy-name.ts'
import { storedBirth, type BirthText } from '#domain/people/birth.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { WriteContext } from '../use-case.ts'

/** Expected arrivals as screens show them. */
export function expectedLines(db: ReadDb, rows: readonly ExpectedRow[], today: Day): ExpectedArrival[] {
  const names = actorNames(db, [...new Set(rows.map((row) => row.created_by))])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    sex: row.sex,
    number: row.number,
    track: row.track,
    fromBody: row.from_body,
    decisionNumber: row.decision_number,
    expectedOn: row.expected_on,
    isLate: row.state === 'expected' && row.expected_on < today,
    note: row.note,
    state: row.state,
    stayId: row.stay_id,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    createdBy: names.get(row.created_by) ?? row.created_by,
    version: row.version,
  }))
}

/** Writes an announced arrival down. @throws AppError `conflict` when it is there already */
export function announce(
  db: WriteDb,
  context: WriteContext,
  input: {
    id: string
    name: string
    birth: BirthText | null
    sex: Sex | null
    number: string | null
    track: Track
    fromBody: string | null
    decisionNumber: string | null
    expectedOn: Day
    note: string | null
  },
): ExpectedRow {
  if (findExpected(db, input.id)) throw new AppError('conflict', 'Người này đã được ghi. Tải lại để xem.')
  const { birthOn, birthPrecision } = storedBirth(input.birth)
  insertExpected(db, {
    id: input.id,
    name: tidyName(input.name).name,
    birth_on: birthOn,
    birth_precision: birthPrecision,
    sex: input.sex,
    number: input.number === null ? null : (parseIdentityNumber(input.number)?.number ?? input.number),
    track: input.track,
    from_body: input.fromBody,
    decision_number: input.decisionNumber,
    expected_on: input.expectedOn,
    note: input.note,
    state: 'expected',
    stay_id: null,
    closed_at: null,
    closed_by: null,
    cancel_reason: null,
    created_at: context.now,
    created_by: context.actor.key,
  })
  context.audit({ action: 'expected.added', subject: { kind: 'expected', id: input.id } })
  context.changed('intake', input.id)
  return openArrival(db, input.id)
}

/** An arrival nobody closed yet. @throws AppError `not_found`, `rule_violated` */
function openArrival(db: ReadDb, id: string): ExpectedRow {
  const row = findExpected(db, id)
  if (!row) throw new AppError('not_found')
  if (row.state !== 'expected') {
    const message =
      row.state === 'arrived'
        ? `${row.name} đã được tiếp nhận theo dự kiến này. Tìm hồ sơ để xem.`
        : `Dự kiến đến của ${row.name} đã hủy. Tiếp nhận như người tự đến.`
    throw ruleViolated([{ code: 'arrival-closed', message, field: 'expectedId' }])
  }
  return row
}

/** Says that nobody will come of it. @throws AppError `conflict`, `rule_violated` */
export function callOff(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; version: number; reason: string },
): void {
  const row = openArrival(db, input.id)
  if (row.version !== input.version)
    throw new AppError('conflict', undefined, { current: { version: row.version } })
  closeExpected(db, row, {
    state: 'cancelled',
    stay_id: null,
    closed_at: context.now,
    closed_by: context.actor.key,
    cancel_reason: input.reason,
  })
  context.audit({ action: 'expected.cancelled', subject: { kind: 'expected', id: row.id } })
  context.changed('intake', row.id)
}

/** The person has come: the arrival is closed with the stay. @throws AppError `not_found`, `rule_violated` */
export function arrive(db: WriteDb, context: WriteContext, expectedId: string, stayId: string): void {
  closeExpected(db, openArrival(db, expectedId), {
    state: 'arrived',
    stay_id: stayId,
    closed_at: context.now,
    closed_by: context.actor.key,
    cancel_reason: null,
  })
  context.changed('intake', expectedId)
}
