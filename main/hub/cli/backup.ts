import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openDatabase } from '#db/connection/open-database.ts'
import type { DataFolder } from '../storage/data-folder.ts'
import { digestKeyIn } from '../keys/digest-key.ts'
import { keyAtHand } from '../keys/key-that-opens.ts'
import { sealToActiveSheet } from '../keys/sealed-marker.ts'
import { checkHeaderOrigin, extractSealed, SEALED_ENDING, writeSealed } from '../backup/sealed-file.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { schemaVersion } from '#db/migrations/migrate.ts'
import { removeDatabase, syncFile } from '../backup/database-files.ts'
import { backupFileName, fileSha256 } from '../backup/take-backup.ts'
import { isDamaged } from '#db/connection/driver-errors.ts'
import { recordBackup } from '../backup/writes.ts'
import { verifyDatabase } from '../verify-database.ts'
import { callerPath } from './caller-files.ts'
import { readArguments, RefusedError, refusal, WrongUseError, type Command } from './command.ts'
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
    const key = keyAtHand(folder)
    const copy = openDatabase({ file: unfinished, key, mode: 'read' })
    try {
      const checked = verifyDatabase(copy, digestKeyIn(copy, key))
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

/**
 * Puts the checked copy into a sealed container and reads that again, every byte.
 * @throws RefusedError `no-sheet`
 */
async function sealCopy(folder: DataFolder, copy: string, target: string, madeAt: string): Promise<string> {
  const { sealedKey, version } = await readData(folder, ({ connection, key }) => ({
    sealedKey: sealToActiveSheet(connection, key),
    version: schemaVersion(connection),
  }))
  if (!sealedKey) {
    throw refusal(
      'no-sheet',
      'Chưa có phiếu phục hồi nên chưa niêm phong được. Lập phiếu trên màn hình Khóa.',
    )
  }
  const unfinished = `${target}.tmp`
  rmSync(unfinished, { force: true })
  try {
    const key = keyAtHand(folder)
    const { installationId } = folder
    const facts = {
      installationId,
      madeAt,
      schemaVersion: version,
      programVersion: PROGRAM_VERSION,
      sealedKey,
    }
    await writeSealed(copy, unfinished, key, facts)
    checkHeaderOrigin(unfinished, key)
    await extractSealed(unfinished, copy)
    renameSync(unfinished, target)
    return sealedKey.sheet
  } finally {
    rmSync(unfinished, { force: true })
  }
}

export const backup: Command = {
  summary: 'Sao lưu trực tuyến, mở và kiểm tra bản sao',
  usage: [
    'backup --data DIR [--to FILE] [--sealed] [--key-file K] [--json]',
    '  --to FILE   tệp sẽ tạo; mặc định nằm trong DIR/backups. Bản sao mã hóa bằng khóa của cơ sở.',
    '  --sealed    niêm phong (.neove) bằng phiếu phục hồi đang dùng; cần --to, ví dụ một ổ USB',
  ].join('\n'),
  run: async (args) => {
    const { options, flags } = readArguments(args, {
      options: ['data', 'to', 'key-file'],
      required: ['data'],
      flags: ['sealed'],
    })
    const folder = folderOf(options.data ?? '', options['key-file'])
    const takenAt = currentInstant()
    const isSealed = flags.has('sealed')
    const target =
      options.to === undefined ? join(folder.backups, backupFileName(takenAt)) : callerPath(options.to)
    if (isSealed && (options.to === undefined || !target.endsWith(SEALED_ENDING))) {
      throw new WrongUseError(`--sealed cần --to với tên tệp kết thúc bằng ${SEALED_ENDING}.`)
    }
    if (existsSync(target)) throw refusal('file-exists', `Đã có tệp ${target}. Chọn tên khác.`)
    const copy = isSealed ? join(folder.dir, `sealing-${randomUUID()}.db`) : target
    let sheet: string | undefined
    try {
      await copyAndCheck(folder, copy)
      if (isSealed) sheet = await sealCopy(folder, copy, target, takenAt)
    } finally {
      if (isSealed) removeDatabase(copy)
    }
    const facts = { sha256: await fileSha256(target), bytes: statSync(target).size, takenAt }
    const isRecorded = await record(folder, {
      file: basename(target),
      ...facts,
      outcome: 'good' as const,
      detail: null,
      ...(sheet === undefined ? {} : { kind: 'sealed' as const, folder: dirname(target), sheet }),
    })
    return {
      document: { file: target, ...facts, ok: true, recorded: isRecorded, sheet: sheet ?? null },
      text: `Đã sao lưu vào ${target} (${facts.bytes} byte), mở lại và kiểm tra đạt.`,
    }
  },
}
