import { actorNames } from '#db/queries/audit/reader.ts'
import { findGroup, listGroups, listMembers, type CareGroupRow } from '#db/queries/care-sessions/groups.ts'
import {
  countReached,
  findSession,
  listAttendees,
  listCandidates,
  listMinutesOfStay,
  listNotReached,
  listSessions,
  listSessionsOfStay,
} from '#db/queries/care-sessions/reader.ts'
import { hoursOf, SESSION_KINDS } from '#domain/care/sessions.ts'
import type { CareGroup, careSessionsContract } from '#domain/contract/care-sessions.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { clashesAmong, mayReadNote, shownAttendee, shownClashes, shownSession } from './shown.ts'

/** Most people offered at once, and most sessions on a person's page. */
const MOST_OFFERED = 600
const MOST_OF_PERSON = 100

function shownGroup(row: CareGroupRow): CareGroup {
  const { id, name, kind, leader, members, version } = row
  return { id, name, kind, leader, openedOn: row.opened_on, closedOn: row.closed_on, members, version }
}

export const careSessionsReads: ReadUseCases<typeof careSessionsContract> = {
  list: (db, _context, { kinds, teams, openOnly, cursor, limit }) => {
    const [startsAt = '', id = ''] = cursor?.split(' ') ?? []
    const after = cursor === null ? null : { startsAt, id }
    const rows = listSessions(db, { kinds, teams, openOnly }, { after, limit })
    const last = rows.at(-1)
    return {
      rows: rows.map(shownSession),
      next: last && rows.length === limit ? `${last.starts_at} ${last.id}` : null,
    }
  },
  get: (db, { actor }, { id }) => {
    const row = findSession(db, id)
    if (!row) throw new AppError('not_found')
    const attendees = listAttendees(db, id)
    const staff = attendees.flatMap(({ note_by: by }) => (by === null ? [] : [by]))
    const names = actorNames(db, [...new Set([row.created_by, ...staff])])
    return {
      ...shownSession(row),
      note: row.note,
      groupId: row.group_id,
      cancelReason: row.cancel_reason,
      keptApartReason: row.kept_apart_reason,
      attendees: attendees.map((one) => shownAttendee(actor, one, row.starts_at, names)),
      clashes: shownClashes(clashesAmong(db, attendees, `buổi “${row.topic}”`)),
      createdBy: names.get(row.created_by) ?? row.created_by,
      version: row.version,
    }
  },
  candidates: (db, _context, input) => {
    const people = listCandidates(db, input, MOST_OFFERED + 1)
    return {
      people: people.slice(0, MOST_OFFERED).map((who) => ({ ...who, isOut: who.state !== 'inside' })),
      isCut: people.length > MOST_OFFERED,
    }
  },
  ofStay: (db, { actor }, { stayId }) => {
    const minutes = listMinutesOfStay(db, stayId)
    return {
      sessions: listSessionsOfStay(db, stayId, MOST_OF_PERSON).map((row) => ({
        ...shownSession(row),
        mark: row.mark,
        note: row.note,
        hasPrivateNote: row.private_note !== null,
        privateNote: mayReadNote(actor, row.note_by) ? row.private_note : null,
      })),
      hours: SESSION_KINDS.flatMap((kind) => {
        const ofKind = minutes.flatMap((one) =>
          one.kind === kind && one.mark !== null ? [{ mark: one.mark, minutes: one.minutes }] : [],
        )
        return ofKind.length === 0 ? [] : [{ kind, hours: hoursOf(ofKind), sessions: ofKind.length }]
      }),
    }
  },
  missing: (db, _context, { kinds, since, zones, teams, limit }) => {
    const query = { kinds, since: startOfDay(since), zones, teams }
    return {
      ...countReached(db, query),
      people: listNotReached(db, { ...query, limit }).map(({ receivedAt, ...who }) => ({
        ...who,
        receivedOn: dayOf(receivedAt),
      })),
    }
  },
  groups: (db) => ({ groups: listGroups(db).map(shownGroup) }),
  group: (db, _context, { id }) => {
    const row = findGroup(db, id)
    if (!row) throw new AppError('not_found')
    const people = listMembers(db, id)
    return {
      ...shownGroup(row),
      people: people.map((who) => ({ ...who, isOut: who.state !== 'inside' })),
      clashes: shownClashes(clashesAmong(db, people, `nhóm “${row.name}”`)),
    }
  },
}
