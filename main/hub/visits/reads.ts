import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listRelatives } from '#db/queries/intake/taken.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import {
  findStayNow,
  listFinds,
  listRestrictions,
  listVisitRooms,
  listVisits,
  listVisitsOf,
} from '#db/queries/visits/reader.ts'
import { listTies, listVisitors, listVisitorsOf } from '#db/queries/visits/visitors.ts'
import { currentPhotos } from '#db/queries/visits/visitor-photos.ts'
import { visitsLeft } from '#domain/contacts/visits-left.ts'
import { isRestricting } from '#domain/contacts/restriction.ts'
import type { PersonVisitor, Restriction } from '#domain/contract/visit-shapes.ts'
import type { visitsContract } from '#domain/contract/visits.ts'
import { AppError } from '#domain/errors.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { judgeWish, visitDays } from './asked-visit.ts'
import { contactRulesOn, contactSettings } from './contact-settings.ts'
import { mayAllow } from './may-allow.ts'
import { shownVisitor, shownVisits } from './shown.ts'

function shownRestrictions(db: ReadDb, personId: string, now: Instant): Restriction[] {
  const rows = listRestrictions(db, personId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.created_by))])
  return rows.map((row) => {
    const span = { fromOn: row.from_on, toOn: row.to_on, liftedAt: row.lifted_at }
    const { reason, decision } = row
    return {
      id: row.id,
      ...span,
      reason,
      decision,
      recordedBy: names.get(row.created_by) ?? row.created_by,
      liftReason: row.lift_reason,
      holds: isRestricting({ ...span, reason, decision }, dayOf(now)),
    }
  })
}

/** Where a page of the register goes on. @throws AppError `invalid_input` */
function readCursor(cursor: string | null): { folded: string; id: string } | null {
  if (cursor === null) return null
  const [, id, folded] = /^(\S+) (.*)$/.exec(cursor) ?? []
  if (id === undefined || folded === undefined) throw new AppError('invalid_input')
  return { folded, id }
}

export const visitsReads: ReadUseCases<typeof visitsContract> = {
  settings: (db, { now }) => ({ ...contactSettings(db), rules: contactRulesOn(db, dayOf(now)) }),
  rooms: (db) => ({
    rooms: listVisitRooms(db).map((row) => ({
      id: row.id,
      name: row.name,
      capacity: row.capacity,
      isRetired: row.retired_at !== null,
      version: row.version,
    })),
  }),
  calendar: (db, _context, { from, days }) => ({
    visits: shownVisits(db, listVisits(db, from, addDays(from, days - 1))),
  }),
  person: (db, context, { personId }) => {
    context.viewed(personId, 'person.viewed-contacts')
    const today = dayOf(context.now)
    const visitors = listVisitorsOf(db, personId)
    const photos = currentPhotos(
      db,
      visitors.map(({ id }) => id),
    )
    const taken = new Set(visitors.flatMap((row) => (row.relative_id === null ? [] : [row.relative_id])))
    // Relatives get new ids when the family is edited: the same name and kinship is the same one.
    const known = new Set(visitors.map((row) => `${row.relation} ${row.name_folded}`))
    const isNew = (row: { id: string; relation: string; name: string }) =>
      !taken.has(row.id) && !known.has(`${row.relation} ${foldName(row.name)}`)
    const names = actorNames(db, [...new Set(listFinds(db, personId).map((row) => row.found_by))])
    return {
      stayId: findStayNow(db, personId)?.stay_id ?? null,
      left: visitsLeft(readRuleBook(db), contactSettings(db), today, visitDays(db, personId, today, '')),
      visitors: visitors.map((row): PersonVisitor => ({
        ...shownVisitor(row, photos),
        relation: row.relation,
        proof: row.proof,
        isRelative: row.relative_id !== null,
      })),
      relatives: listRelatives(db, personId)
        .filter(isNew)
        .map(({ id, name, relation, birth_year: birthYear, phone, address }) => ({
          id,
          name,
          relation,
          birthYear,
          phone,
          address,
        })),
      restrictions: shownRestrictions(db, personId, context.now),
      visits: shownVisits(db, listVisitsOf(db, personId)),
      finds: listFinds(db, personId).map((row) => ({
        id: row.id,
        source: row.source,
        recordId: row.visit_id ?? row.parcel_id ?? row.letter_id ?? row.id,
        what: row.what,
        quantity: row.quantity,
        action: row.action,
        foundAt: row.found_at,
        foundBy: names.get(row.found_by) ?? row.found_by,
      })),
    }
  },
  check: (db, { actor, now }, { allowReason, ...wish }) => ({
    refusals: judgeWish(
      db,
      { ...wish, id: '', isAllowed: allowReason !== null && mayAllow(actor.roles) },
      now,
    ),
  }),
  visitors: (db, _context, { words, banned, cursor, limit }) => {
    const found = listVisitors(db, { words, banned }, { after: readCursor(cursor), limit: limit + 1 })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    const photos = currentPhotos(
      db,
      rows.map(({ id }) => id),
    )
    const ties = Map.groupBy(
      listTies(
        db,
        rows.map(({ id }) => id),
      ),
      (tie) => tie.visitor_id,
    )
    return {
      rows: rows.map((row) => {
        const people = new Map((ties.get(row.id) ?? []).map((tie) => [tie.person_id, tie]))
        return {
          ...shownVisitor(row, photos),
          people: [...people.values()].map(({ person_id: personId, name, relation }) => ({
            personId,
            name,
            relation,
          })),
        }
      }),
      next: found.length > limit && last ? `${last.id} ${last.name_folded}` : null,
    }
  },
}
