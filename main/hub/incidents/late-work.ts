import type { ReadDb } from '#db/connection/handles.ts'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { countLateNotices, countLateTasks } from '#db/queries/incidents/late-work.ts'

/** What is late of the incidents asked for, as the board and the figures tell it. */
export function lateWork(db: ReadDb, query: IncidentQuery) {
  const tasks = countLateTasks(db, query)
  const notices = countLateNotices(db, query)
  return {
    late: tasks.incidents,
    lateTasks: tasks.count,
    lateNotice: notices.incidents,
    lateNotices: notices.count,
  }
}
