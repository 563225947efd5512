// The screens of a week inside: what is due, the count, visits, stages, money, things; and the long works of a night.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openDatabase } from '#db/connection/open-database.ts'
import { rebuildObligations } from '#db/queries/obligations/settle.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, instantFromMs } from '#domain/time/instant.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { measureInTurn, type Measured } from './measure.ts'
import { call, copyOf, signIn, type Running, type Subject } from './subject.ts'

const RUNS = 40
const LIST = new URL('../tests/samples/danh-sach-cu-2000.xlsx', import.meta.url)

export interface WeekLine {
  what: string
  /** Milliseconds through the API; of a long work the one time it ran. */
  api: Measured
}

/** Screens that read tables which grow, each asked as it opens. */
export async function measureWeek(subject: Subject, hub: Running): Promise<WeekLine[]> {
  const director = await signIn(hub.url, 'truong')
  const intake = await signIn(hub.url, 'tiepnhan')
  const today = dayOf(instantFromMs(Date.now()))
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const board = (await call(hub.url, 'headCount/board', {}, director)) as {
    shift: { at: string }
    zones: { zoneId: string }[]
  }
  const [zone] = board.zones
  const counselled = { kinds: ['counselling-one', 'counselling-group'], since: addDays(today, -60) }
  let turn = 0
  const next = () => subject.persons[(turn += 7) % subject.persons.length] ?? { personId: '', stayId: '' }
  const screens: [what: string, path: string, input: () => unknown, cookie: string][] = [
    ['first screen', 'today/get', () => ({}), director],
    ['duties, first page', 'obligations/list', () => ({}), director],
    ['duties, counted', 'obligations/count', () => ({}), director],
    [
      'count of a zone',
      'headCount/grid',
      () => ({ zoneId: zone?.zoneId, shiftAt: board.shift.at }),
      director,
    ],
    ['signed counts', 'headCount/history', () => ({}), director],
    ['visits of a week', 'visits/calendar', () => ({ from: today, days: 7 }), intake],
    ['board of stages', 'stages/board', () => ({}), director],
    ['people of a stage', 'stages/people', () => ({ stage: 3 }), director],
    ['ratings of a month', 'conduct/grid', () => ({ month }), director],
    ['not counselled', 'careSessions/missing', () => counselled, director],
    ['statement of money', 'deposit/statement', () => ({ stayId: next().stayId }), intake],
    ['ledger, first page', 'ledger/moves', () => ({}), intake],
    ['balances, first page', 'ledger/balances', () => ({}), intake],
    ['bags, first page', 'belongings/bags', () => ({}), intake],
    ['findings', 'sweep/list', () => ({}), director],
    ['requests', 'requests/list', () => ({}), director],
  ]
  const lines: WeekLine[] = []
  for (const [what, path, input, cookie] of screens) {
    const [api] = await measureInTurn([() => call(hub.url, path, input(), cookie)], RUNS)
    if (api) lines.push({ what, api })
  }
  return lines
}

/** What runs by itself at night, and an import: each once. */
export async function measureWorks(subject: Subject, hub: Running): Promise<WeekLine[]> {
  const director = await signIn(hub.url, 'truong')
  const intake = await signIn(hub.url, 'tiepnhan')
  return [
    await once('sweep of all beds', () => call(hub.url, 'sweep/run', {}, director)),
    await once('import of 2,000 rows', () => importList(hub, intake)),
    await once('all duties anew', () => reckonAnew(subject)),
  ]
}

async function once(what: string, work: () => Promise<unknown>): Promise<WeekLine> {
  const begun = performance.now()
  await work()
  const took = performance.now() - begun
  return { what, api: { p50: took, p99: took } }
}

async function jobOf(hub: Running, path: string, input: unknown, cookie: string): Promise<void> {
  const { jobId } = (await call(hub.url, path, input, cookie)) as { jobId: string }
  for (;;) {
    const job = (await call(hub.url, 'jobs/get', { id: jobId }, cookie)) as {
      state: string
      problem: unknown
    }
    if (job.state === 'done') return
    if (job.state !== 'running') throw new Error(`${path}: ${job.state} ${String(job.problem)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function importList(hub: Running, cookie: string): Promise<void> {
  const response = await fetch(`${hub.url}/files/upload?name=danh-sach.xlsx`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie },
    body: readFileSync(LIST),
  })
  const { uploadId } = (await response.json()) as { uploadId: string }
  await jobOf(hub, 'imports/assess', { uploadId }, cookie)
  await jobOf(hub, 'imports/commit', { uploadId, batchId: randomUUID() }, cookie)
}

/** Reckons what is due for everybody from scratch, as `rebuild` does. */
async function reckonAnew(subject: Subject): Promise<void> {
  const file = copyOf(subject, 'anew.db')
  const db = openDatabase({ file, key: readKey(subject.keyFile), mode: 'write' })
  db.exec('BEGIN IMMEDIATE')
  rebuildObligations(db)
  db.exec('COMMIT')
  db.close()
}
