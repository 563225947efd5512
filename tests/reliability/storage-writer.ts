// Writes custody events as the hub's writer thread does, with `synchronous` set as told, and says of each on stdout
// when its commit had returned: node storage-writer.ts DATA FULL|NORMAL|OFF COUNT. The control of the power cuts.
import { randomUUID } from 'node:crypto'
import { commitGroup } from '#db/connection/group-commit.ts'
import { openDatabase } from '#db/connection/open-database.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import { digestKeyOf } from '#hub/keys/digest-key.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'
import { runWrite } from '#hub/storage/run-write.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { findWrite } from '#hub/writes.ts'
import { staysInside } from './room.ts'

const [data = '', synchronous = '', count = ''] = process.argv.slice(2)
if (!['FULL', 'NORMAL', 'OFF'].includes(synchronous)) throw new Error('FULL, NORMAL or OFF')
const folder = openDataFolder(data)
const key = readKey(folder.keyFile)
const connection = openDatabase({ file: folder.database, key, mode: 'write' })
connection.exec(`PRAGMA synchronous = ${synchronous}`)
connection.exec('PRAGMA wal_autocheckpoint = 200')

const record = findWrite('custody.record')
if (!record) throw new Error('no custody.record')
const stays = staysInside(connection, 40)
const out = new Set<string>()

for (let made = 0; made < Number(count); made += 1) {
  const stayId = stays[made % stays.length] ?? ''
  const isBack = out.delete(stayId)
  if (!isBack) out.add(stayId)
  const id = randomUUID()
  const act = isBack ? { kind: 'returned', facts: {} } : { kind: 'left', facts: { outKind: 'work-outside' } }
  commitGroup(connection, [
    {
      work: (db) =>
        runWrite(db, digestKeyOf(key), {
          useCase: 'custody.record',
          run: record,
          actor: SYSTEM_ACTOR,
          now: instantFromMs(Date.now()),
          input: { id, stayId, at: null, act },
          key: id,
          requestHash: '',
        }),
      settle: (outcome) => {
        if (!outcome.ok) throw outcome.error
        process.stdout.write(`${process.hrtime.bigint()} ${id}\n`)
      },
    },
  ])
}
// Ended as by a crash: closing would move everything into the file and sync it.
process.kill(process.pid, 'SIGKILL')
