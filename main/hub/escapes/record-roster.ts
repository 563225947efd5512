import type { WriteDb } from '#db/connection/handles.ts'
import type { WriteContext } from '../use-case.ts'

/** Records that somebody took the faces of the centre along: who, how many, which zone. */
export function recordRosterTaken(
  _db: WriteDb,
  context: WriteContext,
  taken: { zoneId: string | null; people: number },
): null {
  context.audit({
    action: 'roster.printed',
    ...(taken.zoneId === null ? {} : { subject: { kind: 'place', id: taken.zoneId } }),
    facts: { people: taken.people },
  })
  return null
}
