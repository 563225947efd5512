import type { WriteDb } from '#db/connection/handles.ts'
import { findUser } from '#db/queries/accounts/reader.ts'
import { findStayAt, listInvolvements } from '#db/queries/incidents/parts.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { insertIncidentPart } from '#db/queries/incidents/writer.ts'
import { findPersonNow } from '#db/queries/keep-apart/reader.ts'
import type { InvolvementInput } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { judgeInvolvement, type Involved } from '#domain/incidents/involvement-roles.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'

/** Whom a line is about, however it names somebody. */
export function subjectOf(one: {
  person_id: string | null
  user_id: string | null
  name: string | null
}): string {
  return one.person_id ?? one.user_id ?? (one.name ?? '').toLocaleLowerCase('vi')
}

/** The sentence for a resident whom nobody had received yet when it happened. */
export function notYetHere(name: string, at: Instant): Problem {
  const message = `${name} chưa vào cơ sở lúc ${formatInstant(at)}. Xem lại giờ xảy ra, hoặc bỏ người này khỏi vụ việc.`
  return { code: 'involve-not-here', message, field: 'occurredAt' }
}

/** What is known of somebody who is written in. @throws AppError `not_found` for a record that is not there */
function whoIs(db: WriteDb, row: IncidentRow, one: InvolvementInput) {
  if (one.who === 'resident') {
    const person = one.personId === null ? undefined : findPersonNow(db, one.personId)
    if (!person) throw new AppError('not_found', 'Không tìm thấy học viên này. Chọn lại.')
    const stay = findStayAt(db, person.id, row.occurred_at)
    if (!stay) throw ruleViolated([notYetHere(person.name, row.occurred_at)])
    return { stay_id: stay.stay_id, zone_id: stay.zone_id, person_id: person.id, user_id: null, name: null }
  }
  const nobody = { person_id: null, stay_id: null, zone_id: null }
  if (one.who === 'staff' && one.userId !== null) {
    if (!findUser(db, one.userId)) throw new AppError('not_found', 'Không tìm thấy tài khoản này. Chọn lại.')
    return { ...nobody, user_id: one.userId, name: null }
  }
  if (one.name === null) {
    const message = 'Ghi họ tên người liên quan.'
    throw ruleViolated([{ code: 'involve-name', message, field: 'name' }])
  }
  return { ...nobody, user_id: null, name: one.name }
}

/**
 * Writes people into an incident, all or none.
 * @returns the residents among them
 * @throws AppError `rule_violated` for a role the form does not know, a second one where one is allowed, or twice
 */
export function involvePeople(
  db: WriteDb,
  context: WriteContext,
  row: IncidentRow,
  people: readonly InvolvementInput[],
): string[] {
  const { roles } = formOfVersion(row.kind, row.form_version)
  const present: Involved[] = listInvolvements(db, row.id)
    .filter((one) => one.removed_at === null)
    .map((one) => ({ id: one.id, role: one.role, who: one.who, subject: subjectOf(one) }))
  const problems: Problem[] = []
  const residents: string[] = []
  for (const one of people) {
    const known = whoIs(db, row, one)
    const next = { role: one.role, who: one.who, subject: subjectOf(known) }
    const wrong = judgeInvolvement(roles, present, next)
    problems.push(...wrong)
    if (wrong.length > 0) continue
    present.push({ ...next, id: one.id })
    insertIncidentPart(db, 'incident_involvement', {
      id: one.id,
      incident_id: row.id,
      role: one.role,
      who: one.who,
      ...known,
      outcome: null,
      note: one.note,
      added_at: context.now,
      added_by: context.actor.key,
      removed_at: null,
      removed_by: null,
      remove_reason: null,
    })
    if (known.person_id !== null) residents.push(known.person_id)
  }
  if (problems.length > 0) throw ruleViolated(problems)
  return residents
}
