import { commitGroup } from '#db/connection/group-commit.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { latestVersion, NewerDatabaseError, schemaVersion } from '#db/migrations/migrate.ts'
import { instantFromMs, type Instant } from '#domain/time/instant.ts'
import { digestKeyIn } from '../keys/digest-key.ts'
import { keyAtHand } from '../keys/key-that-opens.ts'
import { prepareDatabase } from '../start-hub.ts'
import { openDataFolder, type DataFolder } from '../storage/data-folder.ts'
import { runWrite } from '../storage/run-write.ts'
import { commandActor } from '../system-actor.ts'
import type { WriteContext } from '../use-case.ts'
import { callerPath } from './caller-files.ts'
import { refusal, RefusedError } from './command.ts'
import { HUB_RUNNING } from './refusal-of-error.ts'

/** The data of an installation, opened for a command. */
export interface OpenData {
  folder: DataFolder
  key: Uint8Array
  digestKey: Uint8Array
  connection: Connection
  now: Instant
}

/** A moment on this machine's clock. */
export function currentInstant(): Instant {
  return instantFromMs(Date.now())
}

/** The folder named by `--data`, with the key of `--key-file` or the remembered one. */
export function folderOf(data: string, keyFile: string | undefined): DataFolder {
  return openDataFolder(callerPath(data), keyFile === undefined ? undefined : callerPath(keyFile))
}

/** Runs `work` on a read-only connection in one snapshot; a hub may be running beside it. */
export async function readData<T>(folder: DataFolder, work: (data: OpenData) => T | Promise<T>): Promise<T> {
  const key = keyAtHand(folder)
  const connection = openDatabase({ file: folder.database, key, mode: 'read' })
  try {
    const version = schemaVersion(connection)
    if (version > latestVersion()) throw new NewerDatabaseError(version)
    if (version < latestVersion()) {
      throw refusal(
        'older-data',
        'Dữ liệu này của phiên bản cũ hơn. Chạy máy chủ một lần để nâng cấp rồi làm lại.',
      )
    }
    // Never ended by a statement: on a damaged file that would throw and hide the reason. Closing ends it.
    connection.exec('BEGIN')
    return await work({
      folder,
      key,
      digestKey: digestKeyIn(connection, key),
      connection,
      now: currentInstant(),
    })
  } finally {
    connection.close()
  }
}

/**
 * Runs `work` on the one writing connection, holding the hub's lock.
 * @throws RefusedError `hub-running`
 */
export async function writeData<T>(folder: DataFolder, work: (data: OpenData) => T | Promise<T>): Promise<T> {
  const key = keyAtHand(folder)
  using lock = takeHubLock(folder.lock)
  if (!lock) throw new RefusedError([HUB_RUNNING])
  prepareDatabase(folder, key)
  const connection = openDatabase({ file: folder.database, key, mode: 'write' })
  try {
    const done = await work({
      folder,
      key,
      digestKey: digestKeyIn(connection, key),
      connection,
      now: currentInstant(),
    })
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return done
  } finally {
    connection.close()
  }
}

/** Carries one write use case out as the command line, in a transaction of its own. */
export function writeAsCommand<I, O>(
  data: Pick<OpenData, 'connection' | 'digestKey' | 'now'>,
  write: (db: WriteDb, context: WriteContext, input: I) => O,
  input: I,
): O {
  const settled: { ok: true; value: O }[] = []
  const failed: unknown[] = []
  commitGroup<O>(data.connection, [
    {
      work: (db) => {
        const values: O[] = []
        runWrite(db, data.digestKey, {
          useCase: `cli.${write.name}`,
          run: (inside: WriteDb, context, given: I) => values.push(write(inside, context, given)),
          actor: commandActor(),
          now: data.now,
          input,
          key: null,
          requestHash: '',
        })
        return values[0] as O
      },
      settle: (outcome) => {
        if (outcome.ok) settled.push(outcome)
        else failed.push(outcome.error)
      },
    },
  ])
  const [done] = settled
  if (!done) throw failed[0]
  return done.value
}
