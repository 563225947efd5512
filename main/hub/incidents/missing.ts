import type { ReadDb } from '#db/connection/handles.ts'
import { listAnswers, listInvolvements, listNarratives, listNotices } from '#db/queries/incidents/parts.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { listTasks } from '#db/queries/incidents/tasks.ts'
import type { Problem } from '#domain/errors.ts'
import { isNoticeOwed } from '#domain/incidents/incident-tasks.ts'
import { judgeComplete, judgeNoOpenWork } from '#domain/incidents/judge-incident.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { unrecordedIn } from './custody-of-incident.ts'

/** What is missing before the review can end, by the form the incident was begun with. */
export function missingOf(db: ReadDb, row: IncidentRow): Problem[] {
  const answers = listAnswers(db, row.id).filter(
    (one) => one.superseded_at === null && one.kind === row.kind && one.form_version === row.form_version,
  )
  const complete = judgeComplete({
    form: formOfVersion(row.kind, row.form_version),
    answers,
    roles: listInvolvements(db, row.id)
      .filter((one) => one.removed_at === null)
      .map(({ role }) => role),
    hasNarrative: listNarratives(db, row.id).length > 0,
  })
  return [...complete, ...unrecordedIn(db, row)]
}

/** What is still to be done before it can be closed. */
export function openWorkOf(db: ReadDb, row: IncidentRow): Problem[] {
  const form = formOfVersion(row.kind, row.form_version)
  return judgeNoOpenWork({
    openTasks: listTasks(db, row.id).filter((one) => one.done_at === null && one.dropped_at === null).length,
    openNotices: listNotices(db, row.id).filter((one) => one.sent_at === null && isNoticeOwed(form, one))
      .length,
  })
}
