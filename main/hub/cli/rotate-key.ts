import { takeHubLock } from '#db/connection/hub-lock.ts'
import { fileKeeper } from '../keys/key-keeper.ts'
import { keyThatOpens } from '../keys/key-that-opens.ts'
import { rotateKey as rotate } from '../keys/rotate-key.ts'
import { prepareDatabase } from '../start-hub.ts'
import { commandActor } from '../system-actor.ts'
import { readArguments, RefusedError, type Command } from './command.ts'
import { currentInstant, folderOf } from './open-data.ts'
import { tellProgress } from './progress.ts'
import { HUB_RUNNING } from './refusal-of-error.ts'

export const rotateKey: Command = {
  summary: 'Thay khóa dữ liệu: mã hóa lại trên một bản sao, kiểm tra rồi thay',
  usage: [
    'rotate-key --data DIR [--key-file K] [--json]',
    '  Máy chủ phải tắt. Cần chỗ trống bằng hai lần tệp dữ liệu. Bản sao lưu cũ trong DIR/backups vẫn dùng khóa cũ;',
    '  bản niêm phong cũ vẫn mở được bằng phiếu phục hồi.',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, { options: ['data', 'key-file'], required: ['data'] })
    const folder = folderOf(options.data ?? '', options['key-file'])
    const keeper = fileKeeper(folder.keyFile)
    using lock = takeHubLock(folder.lock)
    if (!lock) throw new RefusedError([HUB_RUNNING])
    const old = await keyThatOpens(folder, keeper)
    prepareDatabase(folder, old)
    await rotate(folder, keeper, old, { actor: commandActor(), now: currentInstant() }, tellProgress)
    return {
      document: { data: folder.dir, keyFile: folder.keyFile, rotated: true },
      text: `Dữ liệu đã ở dưới khóa mới trong ${folder.keyFile}. Cất bản sao của tệp khóa mới; hủy bản của khóa cũ.`,
    }
  },
}
