import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import { findReturnPlace, insertReturnPlace, updateReturnPlace } from '#db/queries/dossier/return-place.ts'
import type { dossierContract, StoredReturnPlace } from '#domain/contract/dossier.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { numberOf, termRule } from '#domain/law/rule-book.ts'
import { checkReturnPlace, needsSocialProtection } from '#domain/stay/return-place.ts'
import { ageOn } from '#domain/time/day.ts'
import { careStayOf, openCareStay, type CareStay } from '../stages/care-stay.ts'
import type { FieldChange, WriteUseCases } from '../use-case.ts'

/** Is the person of age on the last day of the term, or today while it has none (AGE-02)? */
function isAdultAtEnd(db: ReadDb, stay: CareStay): boolean {
  const birthOn = findStayFacts(db, stay.stayId)?.birthOn ?? null
  const adultAge = numberOf(termRule(stay.book, 'AGE-02', stay.termRegime ?? 'R120')) ?? 0
  return birthOn === null || ageOn(birthOn, stay.endOn ?? stay.judged.today) >= adultAge
}

function shown(db: ReadDb, stay: CareStay): StoredReturnPlace | null {
  const row = findReturnPlace(db, stay.stayId)
  if (!row) return null
  const place = {
    residence: row.residence,
    work: row.work,
    registeredAddress: row.registered_address,
    registeredOn: row.registered_on,
  }
  return {
    stayId: stay.stayId,
    ...place,
    proof: row.proof,
    needsSocialProtection: needsSocialProtection(place, isAdultAtEnd(db, stay)),
    recordedAt: row.recorded_at,
    recordedBy: actorNames(db, [row.recorded_by]).get(row.recorded_by) ?? row.recorded_by,
    version: row.version,
  }
}

/** Where the person of a stay goes on leaving. @throws AppError as {@link careStayOf} */
export function returnPlaceOf(db: ReadDb, stayId: string, now: string): StoredReturnPlace | null {
  return shown(db, careStayOf(db, stayId, now))
}

/**
 * Writes down where the person goes on leaving; what is owed before the end follows (DIS-07, DIS-11).
 * @throws AppError `conflict` when somebody wrote it meanwhile, `rule_violated` for days that may not be
 */
export const saveReturnPlace: NonNullable<WriteUseCases<typeof dossierContract>['saveReturnPlace']> = (
  db,
  context,
  { stayId, version, ...place },
) => {
  const stay = openCareStay(db, stayId, context.now)
  const before = findReturnPlace(db, stayId)
  if ((before?.version ?? null) !== version)
    throw new AppError('conflict', undefined, { current: { version: before?.version ?? null } })
  const problems = checkReturnPlace(place, { receivedOn: stay.receivedOn, today: stay.judged.today })
  if (problems.length > 0) throw ruleViolated(problems)
  const written = {
    residence: place.residence,
    work: place.work,
    proof: place.proof,
    registered_address: place.registeredAddress,
    registered_on: place.registeredOn,
  }
  const by = { recorded_at: context.now, recorded_by: context.actor.key }
  if (before) updateReturnPlace(db, stayId, { ...written, ...by, version: before.version + 1 })
  else insertReturnPlace(db, { stay_id: stayId, ...written, ...by })
  const { personId } = stay
  context.audit({
    action: 'return-place.saved',
    subject: { kind: 'stay', id: stayId },
    personId,
    fields: Object.entries(written).flatMap(([field, after]): FieldChange[] => {
      const old: unknown = before ? Reflect.get(before, field) : null
      if (old === after) return []
      return [
        {
          entity: 'return-place',
          entityId: stayId,
          personId,
          field,
          before: typeof old === 'string' ? old : null,
          after,
        },
      ]
    }),
  })
  context.changed('dossier', stayId)
  const stored = shown(db, stay)
  if (!stored) throw new AppError('not_found')
  return stored
}
