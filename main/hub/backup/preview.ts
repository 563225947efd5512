import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { schemaVersion } from '#db/migrations/migrate.ts'
import { compareEnds, factsOfData } from '#db/queries/backup/facts.ts'
import type { RestorePreview } from '#domain/contract/backup.ts'
import { readSheet } from '#domain/keys/recovery-sheet.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import { removeDatabase } from './database-files.ts'
import { openedCopy } from './opened-copy.ts'

/** Room a look into a copy needs, in sizes of the copy: its own, and what opening it writes. */
const ROOM = 2
const NO_ROOM =
  'Ổ đĩa của máy chủ không đủ chỗ để mở thử tệp này. Xóa bớt tệp không cần trên máy chủ rồi thử lại.'

/** The private key typed from a sheet; null when nothing was typed. @throws AppError `invalid_input` naming the line */
export function sheetKey(text: string | null): Uint8Array | null {
  if (text === null || text.trim() === '') return null
  const read = readSheet(text)
  if ('privateKey' in read) return read.privateKey
  throw new AppError('invalid_input', read.problems[0]?.message, { problems: read.problems })
}

/**
 * Opens a copy apart from the data and says what it holds, and what the present data hold beyond it.
 * @throws AppError `rule_violated` with the reason when the copy may not take the data's place
 */
export async function previewRestore(
  hub: Hub,
  file: string,
  sheet: Uint8Array | null,
  job: JobHandle,
): Promise<RestorePreview> {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new AppError('rule_violated', `Không thấy tệp sao lưu: ${file}.`)
  if (found.size * ROOM > hub.diskSpace().freeBytes) throw new AppError('disk_full', NO_ROOM)
  const copy = join(hub.folder.dir, `looking-${randomUUID()}.db`)
  try {
    job.progress(0, 2, 'Chép bản sao lưu')
    const opened = await openedCopy(file, copy, [hub.key], sheet)
    if ('refused' in opened) throw ruleViolated(opened.refused)
    job.progress(1, 2, 'Mở và kiểm tra')
    // Not here: every desk would wait until the whole copy is read.
    const asked = { file: copy, key: opened.key }
    const problems = await hub.reports.run('checkRestorable', asked, { signal: job.signal })
    if (problems.length > 0) throw ruleViolated(problems)
    const db = openDatabase({ file: copy, key: opened.key, mode: 'write' })
    try {
      const preview = compare(db, hub, file, opened.header)
      job.progress(2, 2, 'Xong')
      return preview
    } finally {
      db.close()
    }
  } finally {
    removeDatabase(copy)
  }
}

function compare(
  copy: Connection,
  hub: Hub,
  file: string,
  header: {
    installationId: string
    madeAt: string
    schemaVersion: number
    sealedKey: { sheet: string }
  } | null,
): RestorePreview {
  const held = factsOfData(copy)
  const present = factsOfData(hub.read)
  return {
    file,
    kind: header ? 'sealed' : 'plain',
    sheet: header?.sealedKey.sheet ?? null,
    takenAt: header?.madeAt ?? held.lastEntryAt,
    schemaVersion: header?.schemaVersion ?? schemaVersion(copy),
    centreName: held.centreName,
    onRoll: held.onRoll,
    people: held.people,
    lastEntryAt: held.lastEntryAt,
    isOfThisHub: header ? header.installationId === hub.folder.installationId : true,
    present: {
      centreName: present.centreName,
      onRoll: present.onRoll,
      people: present.people,
      lastEntryAt: present.lastEntryAt,
    },
    lost: compareEnds(hub.read, held),
  }
}
