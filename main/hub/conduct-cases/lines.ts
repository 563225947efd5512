import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findCaseStay, listCaseSteps, type CaseRow } from '#db/queries/conduct-cases/reader.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { findRequest } from '#db/queries/requests/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { effectsOf } from '#domain/conduct-cases/case-effects.ts'
import type { CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import { caseActions, hasEffects, outlivesStay, type CaseAction } from '#domain/conduct-cases/case-states.ts'
import { appealUntil } from '#domain/conduct-cases/judge-appeal.ts'
import type { CaseDetail, CaseLine } from '#domain/contract/conduct-case-shapes.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { daysBetween, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { sightFor } from '../incidents/access.ts'
import type { Actor } from '../use-case.ts'
import { bookedVisits } from './visits-of-case.ts'
import { contactSettings } from '../visits/contact-settings.ts'

export function caseLine(row: CaseRow, today: Day): CaseLine {
  return {
    id: row.id,
    no: `${row.no}/${row.year}`,
    kind: row.kind,
    form: row.form,
    state: row.state,
    personId: row.person_id,
    stayId: row.stay_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
    occurredOn: row.occurred_on,
    ground: row.ground,
    proposedAt: row.proposed_at,
    councilAt: row.council_at,
    number: row.number,
    decidedOn: row.decided_on,
    fromOn: row.from_on,
    toOn: row.to_on,
    reviewOn: row.state === 'in-force' ? row.review_on : null,
    daysLeft: row.state === 'in-force' && row.to_on !== null ? daysBetween(today, row.to_on) : null,
    version: row.version,
  }
}

/** The members of a case's council, as they are kept. */
export function membersOf(row: Pick<CaseRow, 'members'>): CouncilMember[] {
  return JSON.parse(row.members) as CouncilMember[]
}

/** What the table of transitions leaves to the reader, without what makes no sense for this case. */
function nextActions(
  row: CaseRow,
  actor: Actor,
  { today, asksForDossier, isGone }: { today: Day; asksForDossier: boolean; isGone: boolean },
): CaseAction[] {
  return caseActions(actor.roles, row.state).filter((action) => {
    if (isGone && !outlivesStay(action)) return false
    switch (action) {
      case 'end':
        return isGone || row.to_on === null || row.to_on <= today
      case 'lift':
        return row.kind === 'violation'
      case 'appeal':
        return row.kind === 'violation' && row.appeal_id === null
      case 'settle-appeal':
        return row.appeal_id !== null && row.appeal_outcome === null
      case 'send-serious':
        return asksForDossier && row.serious_sent_on === null
      default:
        return true
    }
  })
}

/** The incident that led to it, for whoever may see that one. */
function seenIncidentId(db: ReadDb, actor: Actor, id: string | null): string | null {
  const incident = id === null ? undefined : findIncident(db, id)
  return incident !== undefined && sightFor(db, actor, incident) === 'all' ? incident.id : null
}

/** A case with everything done with it, what follows from it and what the reader may do next. */
export function caseDetail(db: ReadDb, reader: { actor: Actor; now: Instant }, row: CaseRow): CaseDetail {
  const today = dayOf(reader.now)
  const steps = listCaseSteps(db, row.id)
  const staff = [
    row.proposed_by,
    ...(row.begun_by === null ? [] : [row.begun_by]),
    ...steps.map(({ by }) => by),
  ]
  const names = actorNames(db, [...new Set(staff)])
  const named = (key: string) => names.get(key) ?? key
  const book = readRuleBook(db)
  const stay = findCaseStay(db, row.stay_id)
  const on = row.decided_on ?? today
  const goneAt = stay?.ended_at ?? null
  const isSerious = row.is_serious === 1
  const asksForDossier =
    row.kind === 'violation' && isSerious && procedureRule(book, 'INC-13', row.occurred_on) !== undefined
  const effects = hasEffects(row.state)
    ? effectsOf(
        {
          kind: row.kind,
          form: row.form,
          on,
          occurredOn: row.occurred_on,
          isSerious,
          termRegime: stay?.term_regime ?? null,
        },
        book,
        contactSettings(db),
      )
    : []
  return {
    ...caseLine(row, today),
    incidentId: seenIncidentId(db, reader.actor, row.incident_id),
    days: row.days,
    isSerious,
    proposedBy: named(row.proposed_by),
    councilPlace: row.council_place,
    chair: row.chair,
    secretary: row.secretary,
    members: membersOf(row),
    minutes: row.minutes,
    heardAt: row.heard_at,
    signerTitle: row.signer_title,
    signerName: row.signer_name,
    stopsVisits: row.stops_visits === 1,
    bookedVisits: bookedVisits(db, row, today),
    begunAt: row.begun_at,
    begunBy: row.begun_by === null ? null : named(row.begun_by),
    endedOn: row.ended_on,
    isInSpecialZone: stay?.zone_kind === 'discipline' && goneAt === null,
    goneOn: goneAt === null ? null : dayOf(goneAt),
    appealUntil: appealUntil(row.begun_at === null ? null : dayOf(row.begun_at), book),
    appeal: appealOf(db, row),
    serious:
      row.serious_sent_on === null
        ? null
        : { sentOn: row.serious_sent_on, number: row.serious_number, to: row.serious_to ?? '' },
    asksForDossier,
    effects,
    steps: steps.map((step) => ({
      id: step.id,
      action: step.action,
      at: step.at,
      by: named(step.by),
      comment: step.comment,
      facts: JSON.parse(step.facts) as string[],
    })),
    next: nextActions(row, reader.actor, { today, asksForDossier, isGone: goneAt !== null }),
  }
}

function appealOf(db: ReadDb, row: CaseRow): CaseDetail['appeal'] {
  const request = row.appeal_id === null ? undefined : findRequest(db, row.appeal_id)
  if (!request) return null
  return {
    id: request.id,
    number: `${request.no}/${request.year}`,
    state: request.state,
    body: request.body,
    dueOn: request.due_on,
    answer: request.answer,
    outcome: row.appeal_outcome,
  }
}
