import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { countPeople, listPeople } from '#db/queries/people/list-page.ts'
import { HISTORY_PAGE, listFieldChanges, listPersonAudit } from '#db/queries/people/reader.ts'
import { findPeople } from '#db/queries/search/find-people.ts'
import type { peopleContract } from '#domain/contract/people.ts'
import type { HistoryEntry } from '#domain/contract/person-shapes.ts'
import { seesRestricted } from '#domain/incidents/may-see-incident.ts'
import { dayOf } from '#domain/time/instant.ts'
import { MEDICAL_ALERT_ENTITY, seesMedical, shownPerson } from '../alerts/shown.ts'
import { MEDICAL_OUTING_ENTITY } from '../goings-out/lines.ts'
import { MEDICAL_INJURY_ENTITY } from '../incidents/work-lines.ts'
import type { ReadContext, ReadUseCases } from '../use-case.ts'
import { readPersonFile } from './person-file.ts'
import { beginsLook } from './recent-looks.ts'

/** Entities whose values in the audit only the medical role reads. */
const MEDICAL_ENTITIES: ReadonlySet<string> = new Set([
  MEDICAL_ALERT_ENTITY,
  MEDICAL_INJURY_ENTITY,
  MEDICAL_OUTING_ENTITY,
])

function auditPage(
  db: ReadDb,
  { actor }: ReadContext,
  { id: personId, cursor }: { id: string; cursor: string | null },
  isViews: boolean,
) {
  const before = cursor === null || !/^\d{1,15}$/.test(cursor) ? null : Number(cursor)
  const rows = listPersonAudit(db, {
    personId,
    before,
    isViews,
    seesRestricted: seesRestricted(actor.roles),
  })
  const names = actorNames(db, [...new Set(rows.map((row) => row.actor))])
  return {
    rows: rows.map((row) => {
      const body: { facts?: HistoryEntry['facts'] } = JSON.parse(row.body)
      return { ...row, actorName: names.get(row.actor) ?? row.actor, facts: body.facts ?? {} }
    }),
    next: rows.length === HISTORY_PAGE ? String(rows.at(-1)?.seq) : null,
  }
}

function fieldsBySeq(
  db: ReadDb,
  personId: string,
  seqs: readonly number[],
  withMedical: boolean,
): Map<number, HistoryEntry['fields']> {
  const found = new Map<number, HistoryEntry['fields']>()
  for (const { audit_seq: seq, entity, field, before, after } of listFieldChanges(db, personId, seqs)) {
    if (MEDICAL_ENTITIES.has(entity) && !withMedical) continue
    const fields = found.get(seq) ?? []
    fields.push({ entity, field, before, after })
    found.set(seq, fields)
  }
  return found
}

function look(context: ReadContext, personId: string, action: string): void {
  if (beginsLook(context.actor, `${action} ${personId}`, context.now)) context.viewed(personId, action)
}

export const peopleReads: ReadUseCases<typeof peopleContract> = {
  search: (db, context, input) => {
    const { present, past, hasMore } = findPeople(db, input.text)
    const shown = (hits: typeof present) => hits.map((hit) => shownPerson(context, hit))
    return { present: shown(present), past: shown(past), hasMore }
  },
  list: (db, context, { cursor, limit, ...list }) => {
    const { rows, next } = listPeople(db, list, { cursor, limit, today: dayOf(context.now) })
    return { rows: rows.map((row) => shownPerson(context, row)), next }
  },
  count: (db, { now }, input) => ({ total: countPeople(db, input, dayOf(now)) }),
  get: (db, context, input) => {
    const file = readPersonFile(db, input.id)
    look(context, input.id, 'person.viewed')
    return file
  },
  history: (db, context, input) => {
    look(context, input.id, 'person.history-viewed')
    const page = auditPage(db, context, input, false)
    const seqs = page.rows.map((row) => row.seq)
    const fields = fieldsBySeq(db, input.id, seqs, seesMedical(context.actor))
    return {
      entries: page.rows.map(({ seq, at, actorName, action, facts }) => ({
        seq,
        at,
        actorName,
        action,
        facts,
        fields: fields.get(seq) ?? [],
      })),
      next: page.next,
    }
  },
  views: (db, context, input) => {
    const page = auditPage(db, context, input, true)
    return {
      views: page.rows.map(({ seq, at, actorName, action, facts }) => ({
        seq,
        at,
        actorName,
        action,
        desk: String(facts['desk'] ?? ''),
      })),
      next: page.next,
    }
  },
}
