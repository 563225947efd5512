import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listTiedFinds } from '#db/queries/incidents/finds.ts'
import {
  listAnswers,
  listChains,
  listEvidence,
  listExhibits,
  listIncidentSteps,
  listInjuries,
  listInvolvements,
  listLinks,
  listLinksBack,
  listNarratives,
  listNotices,
} from '#db/queries/incidents/parts.ts'
import { findIncident, type IncidentRow } from '#db/queries/incidents/reader.ts'
import { listTasks } from '#db/queries/incidents/tasks.ts'
import { listOpenPairsAmong } from '#db/queries/keep-apart/reader.ts'
import type { IncidentDetail, IncidentLine, SuggestedPair } from '#domain/contract/incident-shapes.ts'
import { AppError } from '#domain/errors.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { isNoticeOwed } from '#domain/incidents/incident-tasks.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import type { IncidentSight } from '#domain/incidents/may-see-incident.ts'
import { suggestPairs } from '#domain/incidents/suggest-pairs.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'
import { actionsOn, mayRevise, mayWrite, sightFor } from './access.ts'
import { exhibitLines, findsLeft } from './exhibit-lines.ts'
import { involvedName } from './involved-name.ts'
import { incidentLines } from './lines.ts'
import { linkLines } from './link-lines.ts'
import { missingOf } from './missing.ts'
import { signatureOf } from './signature.ts'
import { injuryShown, noticeLines, taskLines } from './work-lines.ts'

interface Reader {
  actor: Actor
  now: Instant
}

type Involvement = ReturnType<typeof listInvolvements>[number]

/** An incident with all of it, or the first report alone for whoever wrote it and may see no more. */
export function incidentDetail(
  db: ReadDb,
  reader: Reader,
  row: IncidentRow,
  sight: Exclude<IncidentSight, 'nothing'>,
): IncidentDetail {
  const [line] = incidentLines(db, [row], reader.now)
  if (line === undefined) throw new AppError('not_found')
  const isOwn = sight === 'own-report'
  const parts = readParts(db, row)
  const own = (by: string) => !isOwn || by === row.reported_by
  const involvements = parts.involvements.filter(({ added_by: by }) => own(by))
  const answers = parts.answers.filter(({ answered_by: by }) => own(by))
  const narratives = parts.narratives.filter(({ written_by: by }) => own(by))
  const steps = parts.steps.filter(({ action, by }) => own(by) || action === 'return')
  const names = staffNames(db, row, parts)
  const name = (key: string) => names.get(key) ?? key
  return {
    ...(isOwn ? ownLine(line, involvements) : line),
    origin: row.origin,
    originId: row.origin_id,
    recordedAt: row.recorded_at,
    decision: isOwn ? null : row.decision,
    decidedAt: isOwn ? null : row.decided_at,
    decidedBy: isOwn || row.decided_by === null ? null : name(row.decided_by),
    closedAt: row.closed_at,
    duplicateOf: isOwn ? null : originalOf(db, reader.actor, row),
    isOwnReportOnly: isOwn,
    involvements: involvements.map((one) => ({
      id: one.id,
      role: one.role,
      who: one.who,
      personId: one.person_id,
      stayId: one.stay_id,
      userId: one.user_id,
      name: involvedName(one),
      zoneName: one.zone_name,
      bedCode: one.bed_code,
      outcome: isOwn ? null : one.outcome,
      note: one.note,
      addedAt: one.added_at,
      addedBy: name(one.added_by),
      removedAt: one.removed_at,
      removedBy: one.removed_by === null ? null : name(one.removed_by),
      removeReason: isOwn ? null : one.remove_reason,
      version: one.version,
    })),
    injuries: isOwn ? [] : parts.injuries.map((one) => injuryShown(reader.actor, one, names)),
    answers: answers.map((one) => ({
      id: one.id,
      kind: one.kind,
      formVersion: one.form_version,
      question: one.question,
      answer: one.answer,
      detail: one.detail,
      answeredAt: one.answered_at,
      answeredBy: name(one.answered_by),
      isHistory: one.superseded_at !== null || one.kind !== row.kind || one.form_version !== row.form_version,
    })),
    narratives: narratives.map((one) => ({
      id: one.id,
      no: one.no,
      kind: one.kind,
      involvementId: one.involvement_id,
      body: one.body,
      isIntact: one.body_hash === signatureOf({ body: one.body, by: one.written_by, at: one.written_at }),
      bodyHash: one.body_hash,
      writtenAt: one.written_at,
      writtenBy: name(one.written_by),
    })),
    steps: steps.map((one) => ({
      id: one.id,
      action: one.action,
      from: one.from_state,
      to: one.to_state,
      comment: one.comment,
      at: one.at,
      by: name(one.by),
    })),
    exhibits: exhibitLines(parts, name, isOwn ? row.reported_by : null),
    finds: can(reader.actor.roles, 'contacts.read') ? findsLeft(db, parts.finds, name) : [],
    evidence: parts.evidence
      .filter(({ added_by: by }) => own(by))
      .map((one) => ({
        id: one.id,
        fileId: one.file_id,
        fileHash: one.file_hash,
        mediaType: one.media_type,
        exhibitId: one.exhibit_id,
        caption: one.caption,
        takenAt: one.taken_at,
        addedAt: one.added_at,
        addedBy: name(one.added_by),
        withdrawnAt: one.withdrawn_at,
        withdrawReason: one.withdraw_reason,
      })),
    tasks: isOwn ? [] : taskLines(db, reader, parts.tasks),
    notices: isOwn
      ? []
      : noticeLines(db, reader.now, parts.notices, (id) => {
          const about = parts.involvements.find((one) => one.id === id)
          return about === undefined ? null : involvedName(about)
        }),
    links: isOwn ? [] : linkLines(db, reader.actor, parts, name),
    keepApart: isOwn ? [] : suggestedPairs(db, row, parts.involvements),
    actions: actionsOn(reader.actor, row),
    // What custody does not know yet names people, whoever wrote them in.
    missing: isOpenState(row.state)
      ? missingOf(db, row).filter(({ code }) => !isOwn || code !== 'incident-custody')
      : [],
    may: {
      write: mayWrite(reader.actor, row),
      revise: mayRevise(reader.actor, row),
      run: !isOwn && can(reader.actor.roles, 'incident.run'),
      restrict: !isOwn && can(reader.actor.roles, 'incident.decide'),
      died: !isOwn && row.kind === 'death' && can(reader.actor.roles, 'custody.record'),
    },
  }
}

function readParts(db: ReadDb, { id, kind, form_version: version }: IncidentRow) {
  const form = formOfVersion(kind, version)
  return {
    involvements: listInvolvements(db, id),
    injuries: listInjuries(db, id),
    answers: listAnswers(db, id),
    narratives: listNarratives(db, id),
    steps: listIncidentSteps(db, id),
    exhibits: listExhibits(db, id),
    chains: listChains(db, id),
    finds: listTiedFinds(db, id),
    evidence: listEvidence(db, id),
    tasks: listTasks(db, id),
    notices: listNotices(db, id).filter((one) => one.sent_at !== null || isNoticeOwed(form, one)),
    links: listLinks(db, id),
    back: listLinksBack(db, id),
  }
}
type Parts = ReturnType<typeof readParts>

/** Everybody who wrote something into it, by name. */
function staffNames(db: ReadDb, row: IncidentRow, parts: Parts): Map<string, string> {
  const keys = [
    row.decided_by,
    ...parts.involvements.flatMap((one) => [one.added_by, one.removed_by]),
    ...parts.injuries.map((one) => one.examined_by),
    ...parts.answers.map((one) => one.answered_by),
    ...parts.narratives.map((one) => one.written_by),
    ...parts.steps.map((one) => one.by),
    ...parts.chains.map((one) => one.recorded_by),
    ...parts.finds.map((one) => one.found_by),
    ...parts.evidence.map((one) => one.added_by),
    ...[...parts.links, ...parts.back].map((one) => one.linked_by),
  ]
  return actorNames(db, [...new Set(keys.filter((key) => key !== null))])
}

/** The line without those whom others wrote in later. */
export function ownLine(
  line: IncidentLine,
  involvements: readonly Pick<Involvement, 'person_id'>[],
): IncidentLine {
  const own = new Set(involvements.map(({ person_id: id }) => id))
  const who = line.who.filter(({ personId }) => own.has(personId))
  return { ...line, who, residents: who.length, ownerId: null, ownerName: null, openTasks: 0, lateTasks: 0 }
}

/** What it is a duplicate of, for whoever may see that one. */
function originalOf(db: ReadDb, actor: Actor, { duplicate_of: id }: IncidentRow) {
  const found = id === null ? undefined : findIncident(db, id)
  if (found === undefined || sightFor(db, actor, found) !== 'all') return null
  return { id: found.id, number: incidentNumber(found.year, found.no) }
}

/** Whom to keep apart after it, as far as nobody has seen to it. */
function suggestedPairs(db: ReadDb, row: IncidentRow, involvements: readonly Involvement[]): SuggestedPair[] {
  const present = involvements.filter((one) => one.removed_at === null && one.person_id !== null)
  const names = new Map(present.map((one) => [one.person_id ?? '', involvedName(one)]))
  const sides = present.map((one) => ({ personId: one.person_id ?? '', role: one.role }))
  const pairs = suggestPairs(row.kind, sides)
  if (pairs.length === 0) return []
  const open = new Set(
    listOpenPairsAmong(db, [...names.keys()]).map(({ personA, personB }) => `${personA} ${personB}`),
  )
  const side = (personId: string) => ({ personId, name: names.get(personId) ?? '' })
  return pairs.filter(([a, b]) => !open.has(`${a} ${b}`)).map(([a, b]) => ({ one: side(a), other: side(b) }))
}
