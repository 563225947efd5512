import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importWorkbook, type ImportReport } from '../import/import-workbook.ts'
import { commandActor } from '../system-actor.ts'
import { callerPath, fileSize } from './caller-files.ts'
import { readArguments, refusal, type Command } from './command.ts'
import { folderOf, readData, writeData } from './open-data.ts'
import { tellProgress } from './progress.ts'

/** More than any list of people; read whole into memory. */
const LARGEST_FILE = 64 * 1024 * 1024

function readList(path: string): { name: string; bytes: Buffer } {
  const file = callerPath(path)
  const size = fileSize(file)
  if (size === null) throw refusal('file-missing', `Không thấy tệp danh sách: ${file}.`)
  if (size > LARGEST_FILE)
    throw refusal('payload-too-large', 'Tệp danh sách lớn quá mức. Chia thành nhiều tệp.')
  return { name: basename(file), bytes: readFileSync(file) }
}

function describeReport(report: ImportReport, isDryRun: boolean): string {
  const { rows, importable, imported, rejected, duplicates, warnings, repaired } = report
  return [
    isDryRun
      ? `Đọc thử: ${rows} dòng, nhập được ${importable}, chưa ghi gì.`
      : `Đã nhập ${imported} trong ${rows} dòng.`,
    `Bị loại ${rejected.length} · trùng, để chờ quyết định ${duplicates.length} · cần xem lại ${warnings.length} · đã sửa lỗi gõ ${repaired.length}`,
    ...rejected.flatMap(({ row, reasons }) => reasons.map(({ message }) => `  Dòng ${row}: ${message}`)),
    ...duplicates.map(({ row, of }) =>
      of === null ? `  Dòng ${row}: đã có trong dữ liệu` : `  Dòng ${row}: trùng dòng ${of}`,
    ),
  ].join('\n')
}

export const importList: Command = {
  summary: 'Nhập danh sách cũ từ tệp Excel',
  usage: [
    'import FILE --data DIR [--dry-run] [--key-file K] [--json]',
    '  FILE        danh sách .xlsx',
    '  --dry-run   chỉ đọc và kiểm tra, không ghi gì; chạy được bên cạnh máy chủ',
  ].join('\n'),
  run: async (args) => {
    const { options, flags, words } = readArguments(args, {
      options: ['data', 'key-file'],
      required: ['data'],
      flags: ['dry-run'],
      words: ['FILE'],
    })
    const folder = folderOf(options.data ?? '', options['key-file'])
    const list = readList(words[0] ?? '')
    const isDryRun = flags.has('dry-run')
    const report = isDryRun
      ? await readData(folder, ({ connection, now }) =>
          importWorkbook({ dryRun: true, connection }, list, now, tellProgress),
        )
      : await writeData(folder, ({ connection, digestKey, now }) =>
          importWorkbook(
            { dryRun: false, connection, digestKey, actor: commandActor() },
            list,
            now,
            tellProgress,
          ),
        )
    return { document: report, text: describeReport(report, isDryRun) }
  },
}
