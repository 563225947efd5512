import { qb } from '#db/connection/query-builder.ts'
import { reckonEverybody } from '#db/queries/obligations/backlog.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findCentre, findHoliday } from '#db/queries/centre/reader.ts'
import type { centreContract } from '#domain/contract/centre.ts'
import { AppError } from '#domain/errors.ts'
import { formatDay } from '#domain/time/day.ts'
import type { WriteUseCases } from '../use-case.ts'
import { holidayLine, profileLine } from './lines.ts'

export const centreWrites: WriteUseCases<typeof centreContract> = {
  addProfile: (db, context, input) => {
    const same = findCentre(db, input.validFrom)
    if (same?.valid_from === input.validFrom) {
      throw new AppError(
        'rule_violated',
        `Đã có thông tin cơ sở áp dụng từ ${formatDay(input.validFrom)}. Chọn một ngày khác.`,
      )
    }
    const row = {
      id: input.id,
      valid_from: input.validFrom,
      name: input.name,
      code: input.code,
      head_title: input.headTitle,
      head_name: input.headName,
      superior_body: input.superiorBody,
      court: input.court,
      province_code: same?.province_code ?? null,
      address: input.address,
      created_at: context.now,
      created_by: context.actor.key,
    }
    db.run(qb.insertInto('centre_profile').values(row))
    context.audit({
      action: 'centre.profile-added',
      subject: { kind: 'centre', id: input.id },
      facts: { validFrom: input.validFrom },
    })
    context.changed('centre', input.id)
    return profileLine(row)
  },
  setHoliday: (db, context, input) => {
    const before = findHoliday(db, input.day)
    if ((before?.version ?? null) !== input.version) {
      throw new AppError('conflict', undefined, {
        ...(before && { current: { ...holidayLine(before) } }),
        ...lastChange(db, 'calendar', input.day),
      })
    }
    const row = {
      day: input.day,
      kind: input.kind,
      name: input.name,
      source: input.source,
      confidence: 'house',
      version: (before?.version ?? 0) + 1,
    }
    db.run(
      qb
        .insertInto('holiday')
        .values(row)
        .onConflict((conflict) => conflict.column('day').doUpdateSet(row)),
    )
    // Working days run over the calendar: what was counted with the old one follows in batches.
    reckonEverybody(db, context.now, 'calendar')
    context.audit({
      action: 'calendar.day-set',
      subject: { kind: 'holiday', id: input.day },
      facts: { kind: input.kind, before: before?.kind ?? null },
    })
    context.changed('calendar', input.day)
    return holidayLine(row)
  },
  removeHoliday: (db, context, input) => {
    const before = findHoliday(db, input.day)
    if (!before) throw new AppError('not_found')
    if (before.version !== input.version)
      throw new AppError('conflict', undefined, {
        current: { ...holidayLine(before) },
        ...lastChange(db, 'calendar', input.day),
      })
    db.run(qb.deleteFrom('holiday').where('day', '=', input.day))
    reckonEverybody(db, context.now, 'calendar')
    context.audit({
      action: 'calendar.day-removed',
      subject: { kind: 'holiday', id: input.day },
      facts: { kind: before.kind },
    })
    context.changed('calendar', input.day)
    return { removed: true }
  },
}
