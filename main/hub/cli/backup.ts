import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openDatabase } from '#db/connection/open-database.ts'
import { readKey, type DataFolder } from '../storage/data-folder.ts'
import { digestKeyOf } from '../start-hub.ts'
import { backupFileName, fileSha256 } from '../backup/take-backup.ts'
import { isDamaged } from '#db/connection/driver-errors.ts'
import { recordBackup } from '../backup/writes.ts'
import { verifyDatabase } from '../verify-database.ts'
import { callerPath } from './caller-files.ts'
import { readArguments, RefusedError, refusal, type Command } from './command.ts'
import { currentInstant, folderOf, readData, writeAsCommand, writeData } from './open-data.ts'
import { tellProgress } from './progress.ts'
import { HUB_RUNNING } from './refusal-of-error.ts'

/** Copies the data and opens the copy to check all of it. Reads only: a hub may be running. */
async function copyAndCheck(folder: DataFolder, target: string): Promise<void> {
  const unfinished = `${target}.tmp`
  if (existsSync(target)) throw refusal('file-exists', `Đã có tệp ${target}. Chọn tên khác.`)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  rmSync(unfinished, { force: true })
  try {
    tellProgress(0, 2, 'Chép dữ liệu')
    await readData(folder, ({ connection }) => {
      connection.exec('COMMIT')
      connection.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`)
    })
    syncFile(unfinished)
    tellProgress(1, 2, 'Mở bản sao và kiểm tra')
    const key = readKey(folder.keyFile)
    const copy = openDatabase({ file: unfinished, key, mode: 'read' })
    try {
      const checked = verifyDatabase(copy, digestKeyOf(key))
      if (!checked.ok) throw new RefusedError([BROKEN_COPY], { checked })
    } finally {
      copy.close()
    }
    renameSync(unfinished, target)
  } catch (error) {
    if (isDamaged(error)) throw refusal('integrity', 'Tệp dữ liệu hỏng nên không chép được bản tốt.')
    throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

const BROKEN_COPY = {
  code: 'backup-broken',
  message: 'Bản sao mở được nhưng kiểm tra không đạt nên đã bỏ. Chạy verify để biết dữ liệu hỏng ở đâu.',
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** Enters the backup in the book; not possible beside a running hub, which alone writes then. */
async function record(
  folder: DataFolder,
  facts: Omit<Parameters<typeof recordBackup>[2], 'id'>,
): Promise<boolean> {
  try {
    await writeData(folder, (open) => writeAsCommand(open, recordBackup, { id: randomUUID(), ...facts }))
    return true
  } catch (error) {
    if (error instanceof RefusedError && error.reasons.includes(HUB_RUNNING)) return false
    throw error
  }
}

export const backup: Command = {
  summary: 'Sao lưu trực tuyến, mở và kiểm tra bản sao',
  usage: [
    'backup --data DIR [--to FILE] [--key-file K] [--json]',
    '  --to FILE   tệp sẽ tạo; mặc định nằm trong DIR/backups. Bản sao mã hóa bằng khóa của cơ sở.',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, { options: ['data', 'to', 'key-file'], required: ['data'] })
    const folder = folderOf(options.data ?? '', options['key-file'])
    const takenAt = currentInstant()
    const target =
      options.to === undefined ? join(folder.backups, backupFileName(takenAt)) : callerPath(options.to)
    await copyAndCheck(folder, target)
    const facts = { sha256: await fileSha256(target), bytes: statSync(target).size, takenAt }
    const isRecorded = await record(folder, {
      file: basename(target),
      ...facts,
      outcome: 'good' as const,
      detail: null,
    })
    return {
      document: { file: target, ...facts, ok: true, recorded: isRecorded },
      text: `Đã sao lưu vào ${target} (${facts.bytes} byte), mở lại và kiểm tra đạt.`,
    }
  },
}
