// A book of incidents of many years: the board, the list and the figures. Incidents of the subject's one year are
// written again and again with other days until there are as many as asked for.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { OPEN_STATES } from '#domain/incidents/statistics.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, instantFromMs } from '#domain/time/instant.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'
import { measureInTurn } from './measure.ts'
import { call, signIn, startHub, type Running, type Subject } from './subject.ts'
import type { WeekLine } from './week.ts'

const RUNS = 20
const SIZES = [20_000, 60_000]
const YEARS = 10
/** Copies of one incident lie this many days apart. */
const APART = 37
const DAYS = 365 * YEARS

/** Tables that go with an incident, and which of their columns are written anew. */
const TABLES = ['incident', 'incident_involvement', 'incident_injury', 'incident_exhibit', 'incident_task']
const IDS = ['id', 'incident_id', 'involvement_id']

/** Writes the rows of a table so many times more. */
function multiply(db: Connection, table: string, base: number, turns: number): void {
  const columns = db.rows<{ name: string }>(`select name from pragma_table_info('${table}')`)
  const back = `'-' || (turn * ${APART} % ${DAYS}) || ' days'`
  const chosen = columns.map(({ name }) => {
    if (IDS.includes(name)) return `${name} || '-' || turn`
    if (name === 'no' && table === 'incident') return `no + turn * ${base}`
    if (name === 'occurred_on') return `date(occurred_on, ${back})`
    if (name === 'occurred_at') return `strftime('%Y-%m-%dT%H:%M:%fZ', occurred_at, ${back})`
    return name
  })
  db.exec(
    `with recursive turns(turn) as (select 1 union all select turn + 1 from turns where turn < ${turns})
     insert into ${table} (${columns.map(({ name }) => name).join(', ')})
     select ${chosen.join(', ')} from (select * from ${table}), turns`,
  )
}

/** A copy of the subject with so many incidents over ten years. */
function withIncidents(subject: Subject, count: number): Subject {
  const data = join(subject.data, '..', 'incidents', 'data')
  rmSync(join(data, '..'), { recursive: true, force: true })
  cpSync(subject.data, data, { recursive: true })
  const file = openDataFolder(data).database
  const db = openDatabase({ file, key: readKey(subject.keyFile), mode: 'write' })
  const base = Number(db.pluck('select count(*) from incident'))
  db.exec('BEGIN IMMEDIATE')
  for (const table of TABLES) multiply(db, table, base, Math.ceil(count / base) - 1)
  db.exec('COMMIT')
  db.close()
  return { ...subject, data, file }
}

async function measureHub(hub: Running, size: number): Promise<WeekLine[]> {
  const manager = await signIn(hub.url, 'vuviec')
  const to = dayOf(instantFromMs(Date.now()))
  const year = { from: addDays(to, -364), to }
  const all = { from: addDays(to, -DAYS - 365), to }
  const screens: [what: string, path: string, input: unknown][] = [
    ['board of incidents', 'incidents/counts', { states: OPEN_STATES }],
    ['open incidents, first page', 'incidents/list', { states: OPEN_STATES }],
    ['all incidents, first page', 'incidents/list', {}],
    ['figures of a year', 'incidentStatistics/figures', year],
    ['figures of all', 'incidentStatistics/figures', all],
  ]
  const lines: WeekLine[] = []
  for (const [what, path, input] of screens) {
    const [api] = await measureInTurn([() => call(hub.url, path, input, manager)], RUNS)
    if (api) lines.push({ what: `${what}, ${size / 1000}k`, api })
  }
  return lines
}

/** Board, list and figures of 20,000 and of 60,000 incidents. */
export async function measureIncidents(subject: Subject): Promise<WeekLine[]> {
  const lines: WeekLine[] = []
  for (const size of SIZES) {
    const hub = await startHub(withIncidents(subject, size))
    try {
      lines.push(...(await measureHub(hub, size)))
    } finally {
      await hub.stop()
    }
  }
  return lines
}
