import type { SweepFinding } from '#domain/placement/sweep.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import type { SweepResult } from './writes.ts'

/** Looks over all beds in the report worker and keeps what was found. */
export async function runSweep(hub: Hub, actor: Actor): Promise<SweepResult> {
  const now = hub.now()
  const looked = (await hub.reports.run('read', { path: 'sweep.look', input: {}, actor, now })) as {
    findings: SweepFinding[]
  }
  return hub.writer.internal('storeSweep', actor, now, looked)
}
