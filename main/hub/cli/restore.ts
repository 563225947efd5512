import { restoreBackup } from '../backup/restore.ts'
import { commandActor } from '../system-actor.ts'
import { callerPath } from './caller-files.ts'
import { readArguments, RefusedError, type Command } from './command.ts'
import { currentInstant } from './open-data.ts'
import { tellProgress } from './progress.ts'
import { HUB_RUNNING } from './refusal-of-error.ts'
import { readSheetInput } from './sheet-input.ts'

export const restore: Command = {
  summary: 'Phục hồi từ một bản sao lưu, giữ lại dữ liệu đang có',
  usage: [
    'restore BACKUP --data DIR [--key-file K] [--sheet] [--json]',
    '  BACKUP         tệp sao lưu .db hoặc bản niêm phong .neove; chỉ được đọc, không bị thay đổi',
    '  --data DIR     thư mục dữ liệu; dữ liệu đang có được giữ thành DIR/before-restore-….db',
    '  --sheet        đọc 4 dòng của phiếu phục hồi từ đầu vào chuẩn, để mở bản niêm phong không cần tệp khóa',
    '  --key-file K   khóa của cơ sở; cần khi DIR là thư mục mới trên máy mới',
  ].join('\n'),
  run: async (args) => {
    const { options, words, flags } = readArguments(args, {
      options: ['data', 'key-file'],
      required: ['data'],
      words: ['BACKUP'],
      flags: ['sheet'],
    })
    const keyFile = options['key-file']
    const outcome = await restoreBackup({
      backup: callerPath(words[0] ?? ''),
      dir: callerPath(options.data ?? ''),
      keyFile: keyFile === undefined ? null : callerPath(keyFile),
      sheet: flags.has('sheet') ? await readSheetInput() : null,
      actor: commandActor(),
      now: currentInstant(),
      progress: tellProgress,
    })
    if (outcome === 'hub-running') throw new RefusedError([HUB_RUNNING])
    if ('refused' in outcome) throw new RefusedError(outcome.refused)
    const { previous } = outcome
    return {
      document: outcome,
      text: [
        `Đã phục hồi từ bản sao lưu vào ${outcome.data}.`,
        previous === null
          ? 'Trước đó thư mục chưa có dữ liệu.'
          : `Dữ liệu trước khi phục hồi được giữ ở ${previous.file}.`,
        'Mọi người cần đăng nhập lại.',
      ].join('\n'),
    }
  },
}
