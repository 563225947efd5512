import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { digestKeyOf } from '#hub/keys/digest-key.ts'
import { openDataFolder, readKey, type DataFolder } from '#hub/storage/data-folder.ts'
import { verifyDatabase } from '#hub/verify-database.ts'
import { runToEnd } from './hub-process.ts'

/** A temporary folder with the data of an invented centre in it; removed with everything in it when disposed. */
export interface Room extends Disposable {
  dir: string
  data: string
  folder: DataFolder
  key: Uint8Array
}

const centres = new Map<number, Promise<string>>()

/** The folder of an invented centre with so many people present, made once in this process. */
function centreOf(people: number): Promise<string> {
  const made = centres.get(people) ?? makeCentre(people)
  centres.set(people, made)
  return made
}

async function makeCentre(people: number): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-centre-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const count = String(people)
  await runToEnd(['seed', '--data', join(dir, 'data'), '--people', count, '--seed', count, '--json'])
  return dir
}

/** Makes the room: so many people present, and ten years of others before them. */
export async function openRoom(name: string, people: number): Promise<Room> {
  const dir = mkdtempSync(join(tmpdir(), `neo-ve-${name}-`))
  cpSync(await centreOf(people), dir, { recursive: true })
  const data = join(dir, 'data')
  const marker = join(data, 'hub.json')
  const kept = JSON.parse(readFileSync(marker, 'utf8')) as object
  writeFileSync(marker, JSON.stringify({ ...kept, keyFile: join(dir, 'data.neo-ve-key') }))
  const folder = openDataFolder(data)
  return {
    dir,
    data,
    folder,
    key: readKey(folder.keyFile),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** The data of a room once more, in a folder beside it. */
export function copyOfRoom(room: Room, name: string): Omit<Room, typeof Symbol.dispose> {
  const data = join(room.dir, name)
  cpSync(room.data, data, { recursive: true })
  const folder = openDataFolder(data)
  return { dir: room.dir, data, folder, key: room.key }
}

/** Looks into the data file from outside, beside a hub or after its death. */
export function lookInto<T>(room: Pick<Room, 'folder' | 'key'>, work: (db: Connection) => T): T {
  const db = openDatabase({ file: room.folder.database, key: room.key, mode: 'read' })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Pages, foreign keys, audit chain and derived tables; one line for what is wrong, none when all is well. */
export function faultsIn(room: Pick<Room, 'key'>, db: Connection): string[] {
  const { ok, integrity, foreignKeys, audit, derived } = verifyDatabase(db, digestKeyOf(room.key))
  return ok ? [] : [JSON.stringify({ integrity, foreignKeys, faults: audit.faults, derived }).slice(0, 600)]
}

/** People who are inside and have a bed: each can be sent out and taken back. */
export function staysInside(db: Connection, count: number): string[] {
  const inside = qb
    .selectFrom('roster')
    .select('stay_id')
    .where('state', '=', 'inside')
    .where('bed_id', 'is not', null)
    .orderBy('stay_id')
    .limit(count)
  return db.all(inside).map((row) => row.stay_id)
}

/** Ids of the custody events recorded after a place in the order. */
export function eventIds(db: Connection, after: number): Set<string> {
  const recorded = qb.selectFrom('custody_event').select('id').where('seq', '>', after)
  return new Set(db.all(recorded).map((row) => row.id))
}

/** The place of the last custody event in the order. */
export function lastEvent(db: Connection): number {
  return Number(db.pluck('select max(seq) from custody_event'))
}
