import type { WriteDb } from '#db/connection/handles.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { hasTarget } from '#db/queries/incidents/targets.ts'
import { findInvolvement, listInvolvements, listLinks } from '#db/queries/incidents/parts.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { INCIDENT_LINK_LABELS } from '#domain/incidents/incident-kinds.ts'
import { dropPlans } from '../custody/drop-plans.ts'
import { tellCustodyEvent } from '../custody/tell-event.ts'
import { openKeptApart } from '../keep-apart/writes.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { writableIncident } from './access.ts'
import { tieIncident } from './open-incident.ts'
import { tellIncident } from './tell-incident.ts'

/** @throws AppError `rule_violated` when they are tied already */
function tieNew(
  db: WriteDb,
  context: WriteContext,
  incidentId: string,
  link: Parameters<typeof tieIncident>[3],
): string {
  if (listLinks(db, incidentId).some((one) => one.kind === link.kind && one.target_id === link.targetId)) {
    const message = `Đã ghi mối liên quan này (${INCIDENT_LINK_LABELS[link.kind].toLocaleLowerCase('vi')}).`
    throw ruleViolated([{ code: 'incident-tied', message, field: 'targetId' }])
  }
  return tieIncident(db, context, incidentId, link)
}

export const incidentTieWrites: WriteUseCases<typeof incidentsContract> = {
  link: (db, context, { id, ...link }) => {
    const row = writableIncident(db, context.actor, id)
    if (link.targetId === id || !hasTarget(db, link.kind, link.targetId)) throw new AppError('not_found')
    const tied = tieNew(db, context, id, link)
    tellIncident(context, row, { action: 'incident.linked', facts: { kind: link.kind } })
    return { id: tied }
  },
  keepApart: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    const present = new Set(
      listInvolvements(db, row.id).flatMap((one) => (one.removed_at === null ? [one.person_id] : [])),
    )
    for (const pair of input.pairs) {
      if (!present.has(pair.one) || !present.has(pair.other)) throw new AppError('not_found')
      openKeptApart(db, context, {
        id: pair.id,
        personId: pair.one,
        otherPersonId: pair.other,
        level: input.level,
        inClass: true,
        inVisit: false,
        role: 'both',
        otherRole: 'both',
        ground: row.kind === 'fight' ? 'fight' : 'other',
        reason: input.reason,
        authorisedBy: null,
        reviewOn: null,
      })
      tieNew(db, context, row.id, { kind: 'keep-apart', targetId: pair.id, note: null })
    }
    tellIncident(context, row, { action: 'incident.linked', facts: { kind: 'keep-apart' } })
    return { added: input.pairs.length }
  },
  recordDeath: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    const one = findInvolvement(db, input.involvementId)
    if (
      row.kind !== 'death' ||
      one?.incident_id !== row.id ||
      one.role !== 'died' ||
      one.stay_id === null ||
      one.removed_at !== null
    ) {
      const message = 'Chỉ ghi người chết trong vụ việc “Người chết”, với người đã ghi là người chết.'
      throw ruleViolated([{ code: 'incident-death', message, field: 'involvementId' }])
    }
    const event = {
      id: input.eventId,
      stayId: one.stay_id,
      at: input.at,
      act: { kind: 'died' as const, facts: row.place_note === null ? {} : { where: row.place_note } },
    }
    recordCustodyEvents(db, context, [event])
    tellCustodyEvent(db, context, event)
    dropPlans(db, context, [event])
    tieNew(db, context, row.id, { kind: 'custody-event', targetId: event.id, note: null })
    tellIncident(context, row, { action: 'incident.death-recorded' })
    return { eventId: event.id }
  },
}
