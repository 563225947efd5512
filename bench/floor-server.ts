// The floor of every figure: raw node:http and bare prepared statements on the same encrypted file, nothing else.
// Arguments: FILE KEY-FILE, and a second file for writing. Prints `ready PORT`.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { readKey } from '#hub/storage/data-folder.ts'

const [file = '', keyFile = '', writeFile = ''] = process.argv.slice(2)
const key = Buffer.from(readKey(keyFile)).toString('hex')

function open(path: string, readonly: boolean): Database {
  const db = new Database(path, { readonly })
  for (const pragma of [`cipher='sqlcipher'`, 'legacy=4', `key="x'${key}'"`]) db.pragma(pragma)
  db.pragma('temp_store=MEMORY')
  db.pragma('cache_size=-32768')
  if (!readonly) {
    db.pragma('journal_mode=WAL')
    db.pragma('synchronous=FULL')
  }
  return db
}

const db = open(file, true)
const person = db.prepare(
  `select p.*, s.*, t.state, t.out_kind, t.end_on, r.bed_code, z.name as zone_name from person p
   left join stay s on s.person_id = p.id left join stay_state t on t.stay_id = s.id
   left join roster r on r.stay_id = s.id left join place z on z.id = r.zone_id where p.id = +?`,
)
const papers = db.prepare('select * from identity_paper where person_id = +?')
const addresses = db.prepare('select * from address where person_id = +?')
const page = db.prepare(
  `select r.*, z.name as zone_name from roster r left join place z on z.id = r.zone_id
   order by r.sort_key, r.stay_id limit 50`,
)
const matches = db.prepare('select rowid from search_present where search_present match ? limit 13')
const past = db.prepare('select rowid from search_past where search_past match ? order by rowid desc limit 8')
const line = db.prepare(
  `select r.*, z.name as zone_name from person p join roster r on r.person_id = p.id
   left join place z on z.id = r.zone_id where p.no = +?`,
)
const pastLine = db.prepare('select id, name, birth_on, sex from person where no = +?')
const month = db.prepare('select zone_id, track, sex, state, total from census_month where month = +?')
const deltas = db.prepare(
  `select zone_id, track, sex, state, sum(delta) as total from census_delta
   where day >= +? and day < +? group by 1, 2, 3, 4`,
)

const writer = open(writeFile, false)
const stay = writer.prepare('select stay_id from roster limit 1').get() as { stay_id: string } | undefined
const addEvent = writer.prepare(
  `insert into custody_event (id, stay_id, at, recorded_at, recorded_by, kind, facts)
   values (?, ?, ?, ?, 'user:x', 'left', '{"outKind":"work-outside"}')`,
)
const setState = writer.prepare('update stay_state set since_at = ? where stay_id = ?')
const setRoster = writer.prepare('update roster set since_at = ? where stay_id = ?')
const keepAnswer = writer.prepare(
  `insert into idempotency (key, actor, use_case, request_hash, answer, at) values (?, 'user:x', 'x', 'x', '{}', ?)`,
)

type Answer = (url: URL) => unknown
const ANSWERS: Record<string, Answer> = {
  '/person': (url) => {
    const id = url.searchParams.get('id')
    return { person: person.all(id), papers: papers.all(id), addresses: addresses.all(id) }
  },
  '/page': () => page.all(),
  '/search': (url) => {
    const words = url.searchParams.get('q')
    const rowsOf = (found: unknown[], each: Database.Statement<unknown[]>) =>
      found.map((row) => each.get((row as { rowid: number }).rowid))
    return [...rowsOf(matches.all(words), line), ...rowsOf(past.all(words), pastLine)]
  },
  '/roll': (url) => {
    const day = url.searchParams.get('day') ?? ''
    const first = `${day.slice(0, 7)}-01`
    return { month: month.all(first), deltas: deltas.all(first, day) }
  },
  '/write': (url) => {
    const id = url.searchParams.get('id')
    const now = new Date().toISOString()
    writer.exec('BEGIN IMMEDIATE')
    addEvent.run(id, stay?.stay_id, now, now)
    setState.run(now, stay?.stay_id)
    setRoster.run(now, stay?.stay_id)
    keepAnswer.run(id, now)
    writer.exec('COMMIT')
    return { id }
  },
}

function answer(request: IncomingMessage): unknown {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  return ANSWERS[url.pathname]?.(url)
}

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(request) ?? null))
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready ${(server.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
