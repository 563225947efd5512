import type { WriteDb } from '#db/connection/handles.ts'
import { listEscapePapers, listEscapesOfIncident, listEscapesOfStay } from '#db/queries/escapes/reader.ts'
import { listTasks } from '#db/queries/incidents/tasks.ts'
import { updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { changedFields, tellIncident } from '../incidents/tell-incident.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import type { WriteContext } from '../use-case.ts'
import { owesSearch } from './lines.ts'

/** The step of an escape that the decisions to search end. */
const SEARCH_STEP = 'search-decision'

/** After a paper of a stay was made or cancelled: the task of the incident its last known escape belongs to. */
export function settleSearchTaskOfStay(
  db: WriteDb,
  context: WriteContext,
  { form, stay_id: stayId }: { form: string; stay_id: string | null },
): void {
  if (form !== 'search-decision' || stayId === null) return
  const [last] = listEscapesOfStay(db, stayId).toSorted((a, b) => (a.recorded_at < b.recorded_at ? 1 : -1))
  if (last) settleSearchTask(db, context, last.incident_id)
}

/**
 * Ends the task to decide on the search once everybody who is away has a numbered decision; takes that back when one
 * of them is cancelled or somebody more escaped. What somebody marked by hand stays as it is.
 */
export function settleSearchTask(db: WriteDb, context: WriteContext, incidentId: string): void {
  const task = listTasks(db, incidentId).find(({ step }) => step === SEARCH_STEP)
  if (!task || task.dropped_at !== null || !isOpenState(task.state)) return
  if (task.done_at !== null && task.done_by !== SYSTEM_ACTOR.key) return
  const decisions = listEscapePapers(db, incidentId).filter(({ form }) => form === 'search-decision')
  const decided = new Set(decisions.map(({ escape_id: id }) => id))
  const isDone =
    decided.size > 0 &&
    !listEscapesOfIncident(db, incidentId).some((row) => !decided.has(row.id) && owesSearch(db, row))
  const result = isDone ? resultOf(decisions.map(({ number, symbol }) => fullNumber(number, symbol))) : null
  if (isDone === (task.done_at !== null) && result === task.result) return
  updateIncidentPart(db, 'incident_task', task.id, {
    done_at: isDone ? context.now : null,
    done_by: isDone ? SYSTEM_ACTOR.key : null,
    result,
  })
  tellIncident(
    context,
    { id: incidentId, secrecy: task.secrecy },
    {
      action: isDone ? 'incident.task-done' : 'incident.task-reopened',
      facts: { step: SEARCH_STEP, decisions: decisions.length },
      fields: changedFields<Record<string, string | null>>(
        'incident-task',
        task.id,
        { result: task.result },
        { result },
      ),
    },
  )
}

function resultOf(numbers: readonly string[]): string {
  const [first = ''] = numbers
  return numbers.length === 1
    ? `Đã có quyết định truy tìm số ${first}`
    : `Đã có ${numbers.length} quyết định truy tìm, từ số ${first} đến số ${numbers.at(-1) ?? ''}`
}
