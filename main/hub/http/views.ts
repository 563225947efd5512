import type { Hub } from '../hub.ts'
import type { Actor, CallContext, ReadContext } from '../use-case.ts'

interface View {
  actor: Actor
  personId: string
  action: string
}

/** How long views gather before they go to the writer together, in milliseconds. */
const GATHER_MS = 50

const pending = new WeakMap<Hub, View[]>()

/** A read context whose `viewed` queues entries for the audit chain without making the screen wait for the disk. */
export function viewRecorder(context: CallContext): ReadContext {
  const { hub, actor, now } = context
  return {
    actor,
    now,
    viewed: (personId, action) => {
      const queue = pending.get(hub)
      if (queue) {
        queue.push({ actor, personId, action })
        return
      }
      pending.set(hub, [{ actor, personId, action }])
      setTimeout(() => void flushViews(hub), GATHER_MS)
    },
  }
}

/** Sends what has gathered; called by the timer and before the hub goes down. */
export async function flushViews(hub: Hub): Promise<void> {
  const views = pending.get(hub) ?? []
  pending.delete(hub)
  const byActor = Map.groupBy(views, (view) => `${view.actor.key}|${view.actor.sessionId}`)
  const writes: Promise<unknown>[] = []
  for (const group of byActor.values()) {
    const actor = group[0]?.actor
    if (!actor) continue
    writes.push(
      hub.writer.internal('recordViews', actor, hub.now(), {
        views: group.map(({ personId, action }) => ({ personId, action, desk: actor.desk })),
      }),
    )
  }
  for (const result of await Promise.allSettled(writes)) {
    if (result.status === 'rejected') hub.log.error('views not recorded', { count: views.length })
  }
}
