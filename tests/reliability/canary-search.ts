import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CANARY_MARK, plantCanaries, type Canary } from './canaries.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, signInFresh, startHubProcess } from './hub-process.ts'
import { lookInto, openRoom, type Room } from './room.ts'

const PEOPLE = 30
/** Fewer planted texts than this are no trial. */
const ENOUGH = 50

/** The planted texts as they might lie somewhere: composed or not, folded, in two kinds of bytes. */
function formsOf({ text }: Canary): Buffer[] {
  const word = text.slice(text.indexOf(CANARY_MARK))
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').toLowerCase()
  const texts = [text.normalize('NFC'), text.normalize('NFD'), folded, word, word.toLowerCase()]
  return texts.flatMap((form) => {
    const wide = Buffer.from(form, 'utf16le')
    return [Buffer.from(form), wide, Buffer.from(wide).swap16()]
  })
}

/** The mark alone, by which a file is passed over quickly. */
const MARKS = [CANARY_MARK, CANARY_MARK.toLowerCase(), CANARY_MARK.toUpperCase()].flatMap((mark) => {
  const wide = Buffer.from(mark, 'utf16le')
  return [Buffer.from(mark), wide, Buffer.from(wide).swap16()]
})

/** Texts that can be read in a piece of raw bytes. */
function readable(bytes: Buffer, canaries: readonly Canary[]): string[] {
  if (!MARKS.some((mark) => bytes.includes(mark))) return []
  const found = canaries.filter((canary) => formsOf(canary).some((form) => bytes.includes(form)))
  return found.length === 0 ? ['a planted text in a form of its own'] : found.map(({ text }) => text)
}

/** Every file below a folder. */
function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** How many of the texts can be read through the program: those that were truly stored. */
function storedIn(room: Pick<Room, 'folder' | 'key'>, canaries: readonly Canary[]): number {
  return lookInto(room, (db) => {
    const tables = db.rows<{ name: string }>(
      `select name from sqlite_master where type = 'table' and sql not like '%virtual%'`,
    )
    const parts = tables.flatMap(({ name }) =>
      db
        .rows<Record<string, unknown>>(`select * from "${name}"`)
        .flatMap((row) =>
          Object.values(row).map((value) =>
            value instanceof Uint8Array ? Buffer.from(value).toString() : String(value),
          ),
        ),
    )
    const all = parts.join('\n')
    return canaries.filter(({ text }) => all.includes(text)).length
  })
}

async function searchCanaries({ rounds, random }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('canary', PEOPLE)
  const temporary = join(room.dir, 'temporary')
  mkdirSync(temporary)
  const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary }
  const hub = await startHubProcess(room.data, { env })
  const { canaries } = await plantCanaries(hub.url, random, rounds)
  const administrator = await signInFresh(hub.url, 'quantri')
  // What writes files of its own: a copy of the data, and lists and checks over all of them.
  const backup = await post(
    hub.url,
    'backup/take',
    {},
    { cookie: administrator, 'idempotency-key': 'canary-backup' },
  )
  const cookie = await signIn(hub.url, 'truong')
  for (const path of ['people/export', 'people/print', 'people/list', 'roll/now'])
    await post(hub.url, path, {}, { cookie })
  const problems: string[] = []
  const copies = await untilCopied(room)
  if (backup.status !== 200 || copies === 0) problems.push(`no copy was made: ${backup.text.slice(0, 200)}`)
  let searched = 0
  let bytesSearched = 0
  const search = (when: string) => {
    for (const file of filesBelow(room.dir)) {
      const bytes = readFileSync(file)
      searched += 1
      bytesSearched += bytes.length
      for (const text of readable(bytes, canaries))
        problems.push(`${when}: ${file.replace(room.dir, '')} holds ${text}`)
    }
    for (const text of readable(Buffer.from(hub.log()), canaries))
      problems.push(`${when}: the log holds ${text}`)
  }
  search('running')
  hub.child.kill('SIGKILL')
  await hub.ended
  search('killed')
  const stored = storedIn(room, canaries)
  // The search itself must be able to see.
  const control = join(room.dir, 'control')
  const seen = canaries.filter((canary) => {
    writeFileSync(control, formsOf(canary)[random.whole(0, 14)] ?? '')
    return readable(readFileSync(control), [canary]).length > 0
  })
  if (seen.length !== canaries.length) problems.push('the search overlooks what lies open')
  if (canaries.length < ENOUGH) problems.push(`only ${canaries.length} texts were planted`)
  if (stored < canaries.length / 2) problems.push(`only ${stored} texts were stored at all`)
  return {
    figures: [
      `${canaries.length} texts through the API, ${stored} of them stored (the others were asked or refused); ` +
        `${searched} files (${Math.round(bytesSearched / 1024 / 1024)} MB: data, log of last writes, copies, temporary ` +
        `folder) and the hub's log searched in 15 forms, running and killed: ` +
        `${problems.length} hits or faults; control: ${seen.length} of ${canaries.length} found in the open`,
    ],
    problems,
  }
}

/** Waits for the copy that was asked for; how many there are. */
async function untilCopied(room: Room): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    const copies = readdirSync(room.folder.backups).filter((name) => name.endsWith('.db'))
    if (copies.length > 0) return copies.length
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return 0
}

export const canarySearch: Harness = {
  summary: 'unique texts planted through the API, searched for in every byte the hub leaves behind',
  unit: 'people described by them, some thirty texts each',
  rounds: 4,
  run: searchCanaries,
}
