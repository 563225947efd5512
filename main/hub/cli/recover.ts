import { takeHubLock } from '#db/connection/hub-lock.ts'
import { sheetLines } from '#domain/keys/recovery-sheet.ts'
import { fileKeeper } from '../keys/key-keeper.ts'
import { recoverKey } from '../keys/recover.ts'
import { readArguments, RefusedError, type Command } from './command.ts'
import { folderOf } from './open-data.ts'
import { HUB_RUNNING } from './refusal-of-error.ts'
import { readSheetInput } from './sheet-input.ts'

export const recover: Command = {
  summary: 'Mở lại dữ liệu bằng phiếu phục hồi khi mất khóa',
  usage: [
    'recover --data DIR [--key-file K] [--json]',
    '  Đọc 4 dòng của phiếu từ đầu vào chuẩn. Ghi lại tệp khóa; dữ liệu không bị thay đổi.',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, { options: ['data', 'key-file'], required: ['data'] })
    const folder = folderOf(options.data ?? '', options['key-file'])
    const sheet = await readSheetInput()
    using lock = takeHubLock(folder.lock)
    if (!lock) throw new RefusedError([HUB_RUNNING])
    const outcome = await recoverKey(folder, fileKeeper(folder.keyFile), sheetLines(sheet).join('\n'))
    if ('problems' in outcome) throw new RefusedError(outcome.problems)
    return {
      document: { data: folder.dir, keyFile: folder.keyFile, recovered: true },
      text: `Phiếu mở được dữ liệu. Đã ghi lại tệp khóa ${folder.keyFile}. Chạy máy chủ như thường.`,
    }
  },
}
