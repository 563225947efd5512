import type { EscapeDetail } from '#domain/contract/escape-shapes.ts'
import type { EscapeForm } from '#domain/documents/escape-paper.ts'
import { AppError } from '#domain/errors.ts'
import { makeDocument } from '../documents/make-document.ts'
import { inLane } from '../documents/number-lane.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import type { CallContext } from '../use-case.ts'
import { seenIncidentOf } from './lines.ts'
import { papersOfEscape } from './owed-papers.ts'

/** Whose papers a work is to make. */
interface AskedPapers {
  incidentId: string
  form: EscapeForm
  /** One escape, also where it has the paper already; null: all it is owed for. */
  escapeId: string | null
}

/**
 * Begins making one paper for people who escaped together, each under the next number of its book. It goes on when the
 * desk is closed, stops between two papers when cancelled, and at the first that is refused.
 * @returns the work's id
 * @throws AppError `not_found` for an incident kept from the actor
 */
export function beginPapers(context: CallContext, asked: AskedPapers): string {
  const { hub, actor } = context
  if (seenIncidentOf(hub.read, actor, { incident_id: asked.incidentId }) === undefined)
    throw new AppError('not_found')
  return hub.jobs.start(hub, actor, 'escape-papers', (job) =>
    // A second desk that begins the same waits, and finds what the first has left.
    inLane(hub, `escape ${asked.incidentId} ${asked.form}`, () =>
      makeEach(context, asked.form, whomOf(context, asked), job),
    ),
  )
}

function whomOf({ hub, actor }: CallContext, { incidentId, form, escapeId }: AskedPapers): EscapeDetail[] {
  const { people, owed } = papersOfEscape(hub.read, actor, incidentId)
  return escapeId === null
    ? owed[form]
    : people.filter(({ id, standing }) => id === escapeId && standing !== 'withdrawn')
}

async function makeEach(
  context: CallContext,
  form: EscapeForm,
  whom: readonly EscapeDetail[],
  job: JobHandle,
): Promise<{ made: string[] }> {
  const { hub } = context
  const made: string[] = []
  for (const { stayId, name } of whom) {
    job.signal.throwIfAborted()
    job.progress(made.length, whom.length, name)
    try {
      const { id } = await makeDocument(
        { ...context, now: hub.now() },
        {
          id: crypto.randomUUID(),
          form,
          stayId,
          houseId: null,
          incidentId: null,
          incidentPart: null,
          caseId: null,
          on: null,
          answers: {},
        },
      )
      made.push(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const done = `Đã lập ${made.length} trên ${whom.length} bản`
      throw new AppError(
        error.code,
        `${name}: ${error.message} ${done}; sửa rồi lập tiếp cho những người còn lại.`,
      )
    }
  }
  job.progress(made.length, whom.length)
  return { made }
}
