import type { WriteDb } from '#db/connection/handles.ts'
import {
  findStayAt,
  listAnswers,
  listInvolvements,
  type InvolvementRow,
} from '#db/queries/incidents/parts.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { supersedeAnswer, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { RESTRICTED_KINDS } from '#domain/incidents/incident-kinds.ts'
import { judgeInvolvement, type Involved } from '#domain/incidents/involvement-roles.ts'
import type { KindForm } from '#domain/incidents/kind-form.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'
import { sightFor } from './access.ts'
import { involvedName } from './involved-name.ts'
import { notYetHere, subjectOf } from './involve.ts'
import { changedFields } from './tell-incident.ts'

/** The role somebody takes under another kind. */
interface GivenRole {
  involvementId: string
  role: string
}

/** Somebody whom the change does not fit. */
interface Refused {
  one: InvolvementRow
  problem: Problem
}

/** Names everybody the change does not fit; nobody, where one of them was written in by others and is kept from the actor. */
function holdFits(db: WriteDb, { actor }: WriteContext, row: IncidentRow, refused: readonly Refused[]): void {
  if (refused.length === 0) return
  const isWhole = sightFor(db, actor, row) === 'all'
  if (isWhole || refused.every(({ one }) => one.added_by === row.reported_by)) {
    throw ruleViolated(refused.map(({ problem }) => problem))
  }
  const message =
    'Trong vụ có người do bộ phận xử lý ghi thêm nên bạn không đổi được. Nhờ bộ phận xử lý vụ việc sửa loại, giờ.'
  throw ruleViolated([{ code: 'incident-others', message }])
}

const present = (db: WriteDb, id: string) =>
  listInvolvements(db, id).filter(({ removed_at: removedAt }) => removedAt === null)

/**
 * Another kind begins with the form in use today; what was answered stays as history, tasks of the old kind too. People
 * take the roles given for them; one the new form knows too may stay.
 * @throws AppError `rule_violated` naming everybody the new form has no such role for
 */
export function changeKind(
  db: WriteDb,
  context: WriteContext,
  row: IncidentRow,
  { kind, roles }: { kind: IncidentRow['kind']; roles: readonly GivenRole[] },
) {
  const form = formOnDay(kind, dayOf(context.now))
  if (form === undefined) throw new AppError('not_found')
  for (const answer of listAnswers(db, row.id)) {
    if (answer.superseded_at === null) {
      supersedeAnswer(db, answer.id, { at: context.now, by: context.actor.key })
    }
  }
  const { fields, refused } = giveRoles(db, form, present(db, row.id), roles)
  holdFits(db, context, row, refused)
  const isRestricted = RESTRICTED_KINDS.includes(kind) || row.secrecy === 'restricted'
  const secrecy = isRestricted ? ('restricted' as const) : ('open' as const)
  return { columns: { form_version: form.version, secrecy }, fields }
}

function giveRoles(
  db: WriteDb,
  form: KindForm,
  people: readonly InvolvementRow[],
  given: readonly GivenRole[],
): { fields: FieldChange[]; refused: Refused[] } {
  const roles = new Map(given.map(({ involvementId, role }) => [involvementId, role]))
  const taken: Involved[] = []
  const refused: Refused[] = []
  const fields: FieldChange[] = []
  for (const one of people) {
    const next = { role: roles.get(one.id) ?? one.role, who: one.who, subject: subjectOf(one) }
    const wrong = judgeInvolvement(form.roles, taken, next)
    for (const { message, ...rest } of wrong) {
      const problem = { ...rest, message: `${involvedName(one)}: ${message}`, field: 'roles' }
      refused.push({ one, problem })
    }
    taken.push({ ...next, id: one.id })
    const outcome = form.outcomes.some(({ id }) => id === one.outcome) ? one.outcome : null
    const after = { role: next.role, outcome }
    const changed = changedFields(
      'incident-involvement',
      one.id,
      { role: one.role, outcome: one.outcome },
      after,
    )
    if (changed.length > 0) updateIncidentPart(db, 'incident_involvement', one.id, after)
    fields.push(...changed)
  }
  return { fields, refused }
}

/**
 * Another moment may lie in another stay of somebody, or before anybody received him or her.
 * @throws AppError `rule_violated` naming everybody who was not here then
 */
export function moveStays(db: WriteDb, context: WriteContext, row: IncidentRow, at: Instant): void {
  const refused: Refused[] = []
  for (const one of present(db, row.id)) {
    if (one.person_id === null) continue
    const stay = findStayAt(db, one.person_id, at)
    if (!stay) refused.push({ one, problem: notYetHere(involvedName(one), at) })
    else if (stay.stay_id !== one.stay_id) {
      updateIncidentPart(db, 'incident_involvement', one.id, { stay_id: stay.stay_id })
    }
  }
  holdFits(db, context, row, refused)
}
