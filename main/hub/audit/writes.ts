import type { WriteDb } from '#db/connection/handles.ts'
import type { WriteContext } from '../use-case.ts'

/** Views of people's files, queued by the HTTP thread: each becomes an entry of the chain under its own actor. */
export function recordViews(
  _db: WriteDb,
  context: WriteContext,
  input: { views: { personId: string; action: string; desk: string }[] },
): null {
  for (const view of input.views) {
    context.audit({ action: view.action, personId: view.personId, facts: { desk: view.desk } })
  }
  return null
}
