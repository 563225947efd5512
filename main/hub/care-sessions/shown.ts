import type { ReadDb } from '#db/connection/handles.ts'
import { listOpenPairsAmong } from '#db/queries/keep-apart/reader.ts'
import type { AttendeeRow, SessionRow } from '#db/queries/care-sessions/reader.ts'
import type { SessionAttendee, SessionLine } from '#domain/contract/care-sessions.ts'
import { keepApartConflicts, type KeepApartConflict } from '#domain/placement/keep-apart.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'

/** A session in a line of a list. */
export function shownSession(row: SessionRow): SessionLine {
  return {
    id: row.id,
    kind: row.kind,
    topic: row.topic,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    leader: row.leader,
    groupName: row.group_name,
    heldAt: row.held_at,
    cancelledAt: row.cancelled_at,
    called: row.called,
    present: row.present,
  }
}

/** What the counsellor noted of one attendee: read by who wrote it and by the head of the centre alone. */
export function mayReadNote(actor: Actor, noteBy: string | null): boolean {
  return noteBy !== null && (noteBy === actor.key || actor.roles.includes('director'))
}

/** Out of the centre at the hour of a session, as far as the present state tells. */
export function isAwayAt(person: { state: string; sinceAt: Instant | null }, at: Instant): boolean {
  return person.state !== 'inside' && (person.sinceAt === null || person.sinceAt <= at)
}

export function shownAttendee(
  actor: Actor,
  row: AttendeeRow,
  startsAt: Instant,
  names: ReadonlyMap<string, string>,
): SessionAttendee {
  const { private_note: note, note_by: noteBy, sinceAt, ...who } = row
  return {
    ...who,
    isOut: isAwayAt({ state: row.state, sinceAt }, startsAt),
    hasPrivateNote: note !== null,
    privateNote: mayReadNote(actor, noteBy) ? note : null,
    noteBy: noteBy === null ? null : (names.get(noteBy) ?? noteBy),
  }
}

/** Who of these people is to be kept apart from whom in lessons and sessions. */
export function clashesAmong(
  db: ReadDb,
  people: readonly { personId: string; name: string }[],
  place: string,
): KeepApartConflict[] {
  const pairs = listOpenPairsAmong(
    db,
    people.map(({ personId }) => personId),
  )
  return keepApartConflicts({ scope: 'class', place, people, pairs })
}

/** The clashes as screens show them. */
export function shownClashes(conflicts: readonly KeepApartConflict[]) {
  return conflicts.map(({ one, other, message, isHard }) => ({
    nameA: one.name,
    nameB: other.name,
    reason: message,
    isHard,
  }))
}
