import type { WriteDb } from '#db/connection/handles.ts'
import { listEscalated } from '#db/queries/incidents/tasks.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import type { WriteContext } from '../use-case.ts'

/** Tells the desks that incidents have a task of which the head of the centre is to know. */
export function tellEscalated(_db: WriteDb, context: WriteContext, input: { ids: readonly string[] }): null {
  for (const id of input.ids) context.changed('incidents', id)
  return null
}

/** Sees tasks of incidents pass the moment from which they stand before the head of the centre (HOUSE-03, HOUSE-04). */
export class EscalationWatch {
  readonly #hub: Hub
  /** Up to here the desks know; one that opens later reads the list as it is. */
  #since: Instant

  constructor(hub: Hub) {
    this.#hub = hub
    this.#since = hub.now()
  }

  /** Tells of those that passed it since the last look; writes nothing when there is none. */
  async look(): Promise<void> {
    const now = this.#hub.now()
    const ids = listEscalated(this.#hub.read, this.#since, now)
    if (ids.length > 0) await this.#hub.writer.internal('tellEscalated', SYSTEM_ACTOR, now, { ids })
    this.#since = now
  }
}
