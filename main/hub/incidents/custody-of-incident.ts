import type { ReadDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { listEscapesOfIncident } from '#db/queries/escapes/reader.ts'
import { listInvolvements, listLinks, type InvolvementRow } from '#db/queries/incidents/parts.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { ruleViolated, type Problem } from '#domain/errors.ts'
import { escapeStanding, standingEvents } from '#domain/incidents/escape-standing.ts'
import type { IncidentKind } from '#domain/incidents/incident-kinds.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Actor } from '../use-case.ts'
import { involvedName } from './involved-name.ts'

type Incident = Pick<IncidentRow, 'id' | 'kind'>

function hasDied(db: ReadDb, stayId: string, among?: ReadonlySet<string>): boolean {
  return standingEvents(listCustodyEvents(db, stayId)).some(
    ({ kind, id }) => kind === 'died' && (among === undefined || among.has(id)),
  )
}

/** People whose escape or death was recorded in custody with this incident, and not taken back since. */
function recordedIn(db: ReadDb, { id, kind }: Incident): Set<string> {
  if (kind === 'escape') {
    const standing = listEscapesOfIncident(db, id).filter(
      (row) => escapeStanding(listCustodyEvents(db, row.stay_id), row.id).standing !== 'withdrawn',
    )
    return new Set(standing.map(({ person_id: personId }) => personId))
  }
  if (kind !== 'death') return new Set()
  const tied = new Set(listLinks(db, id).map(({ target_id: target }) => target))
  return new Set(
    listInvolvements(db, id).flatMap(({ role, person_id: personId, stay_id: stayId }) =>
      role === 'died' && personId !== null && stayId !== null && hasDied(db, stayId, tied) ? [personId] : [],
    ),
  )
}

/**
 * Holds an incident to what custody says of its people: what stands there is corrected first.
 * @throws AppError `rule_violated` naming them
 */
export function holdNothingRecorded(db: ReadDb, incident: Incident): void {
  const recorded = recordedIn(db, incident)
  if (recorded.size === 0) return
  const names = listInvolvements(db, incident.id)
    .filter((one) => one.person_id !== null && recorded.has(one.person_id))
    .map(involvedName)
  const shown = [...new Set(names)].slice(0, 5).join(', ')
  const who = recorded.size > 5 ? `${shown} và ${recorded.size - 5} người khác` : shown
  const message =
    incident.kind === 'escape'
      ? `Việc bỏ trốn của ${who} đang được ghi với vụ này. Đính chính lần bỏ trốn đó trước (ghi nhầm); vụ liên quan thì ghi mối liên quan.`
      : `Việc chết của ${who} đang được ghi với vụ này. Đính chính ở quá trình quản lý trước.`
  throw ruleViolated([{ code: 'incident-in-custody', message }])
}

/** The hour of an escape is that of its custody events. @throws AppError `rule_violated` */
export function holdHour(db: ReadDb, incident: Incident): void {
  if (incident.kind !== 'escape' || recordedIn(db, incident).size === 0) return
  const message =
    'Giờ bỏ trốn được ghi ở quá trình quản lý của từng người. Đính chính giờ ở đó: giờ của vụ việc và hạn thông báo theo sau.'
  throw ruleViolated([{ code: 'incident-in-custody', message, field: 'occurredAt' }])
}

/** Somebody recorded in custody with this incident keeps the place in it. @throws AppError `rule_violated` */
export function holdNotRecorded(db: ReadDb, incident: Incident, one: InvolvementRow): void {
  if (one.role !== 'escaped' && one.role !== 'died') return
  if (one.person_id === null || !recordedIn(db, incident).has(one.person_id)) return
  const message = `${involvedName(one)} đã được ghi vào quá trình quản lý với vụ này. Đính chính ở đó trước, rồi sửa hoặc gỡ ở đây.`
  throw ruleViolated([{ code: 'incident-in-custody', message }])
}

/** Escapes and deaths the incident tells of and custody does not know yet. */
export function unrecordedIn(db: ReadDb, incident: Incident): Problem[] {
  if (incident.kind !== 'escape' && incident.kind !== 'death') return []
  const isEscape = incident.kind === 'escape'
  const recorded = isEscape ? recordedIn(db, incident) : new Set<string>()
  return listInvolvements(db, incident.id).flatMap((one): Problem[] => {
    if (one.removed_at !== null || one.role !== (isEscape ? 'escaped' : 'died')) return []
    const { person_id: personId, stay_id: stayId } = one
    if (personId === null || stayId === null) return []
    if (isEscape ? recorded.has(personId) : hasDied(db, stayId)) return []
    const message = isEscape
      ? `Chưa ghi việc bỏ trốn của ${involvedName(one)}. Vào Báo bỏ trốn, rồi đánh dấu vụ này trùng; không bỏ trốn thì gỡ khỏi vụ việc.`
      : `Chưa ghi việc chết của ${involvedName(one)} vào quá trình quản lý. Chọn “Ghi người chết”.`
    return [{ code: 'incident-custody', message, field: 'people' }]
  })
}

/**
 * May somebody give a report this kind? An escape is reported with its custody event by whoever records custody; from
 * others the word of it is taken as it is.
 * @throws AppError `rule_violated`
 */
export function holdKind(actor: Actor, kind: IncidentKind): void {
  if (kind !== 'escape' || !can(actor.roles, 'custody.record')) return
  const message =
    'Báo ở “Báo bỏ trốn” để ghi cả việc bỏ trốn: dừng thời hạn (TERM-09), giải phóng giường, tính giờ thông báo. Định trốn mà chưa đi được thì chọn “Vụ việc khác”.'
  throw ruleViolated([{ code: 'incident-escape', message, field: 'kind' }])
}
