import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import { countUsers, foldLogin } from '#db/queries/accounts/reader.ts'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { hashPassword } from '../auth/passwords.ts'
import { createCentre } from '../setup/writes.ts'
import { createDataFolder, DataFolderError, isInitialised, type DataFolder } from '../storage/data-folder.ts'
import { callerPath, readCallerJson, readPasswordFile } from './caller-files.ts'
import { readArguments, RefusedError, refusal, type Command } from './command.ts'
import { folderOf, writeAsCommand, writeData } from './open-data.ts'

const BOTH_ROLES: readonly Role[] = ['administrator', 'director']

/** One line that a screen and a paper can show. */
const isPlainLine = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)
const line = (most: number) => z.string().trim().min(1).max(most).refine(isPlainLine)
const optionalLine = (most: number) => line(most).nullable().default(null)

const centreSchema = z.object({
  name: line(200),
  code: optionalLine(40),
  headTitle: line(80).default('Trưởng cơ sở'),
  headName: optionalLine(120),
  superiorBody: optionalLine(200),
  court: optionalLine(200),
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .default(null),
  address: optionalLine(300),
})

function readCentre(path: string) {
  const value = readCallerJson(path, 'tệp mô tả cơ sở')
  const parsed = centreSchema.safeParse(value)
  if (!parsed.success) {
    throw new RefusedError(
      parsed.error.issues.map(({ path: [field] }) => ({
        code: 'invalid-centre',
        message:
          field === undefined
            ? 'Tệp mô tả cơ sở phải là một đối tượng JSON có ô "name".'
            : `Ô "${String(field)}" trong tệp mô tả cơ sở chưa đúng. Xem lại giá trị.`,
        ...(field === undefined ? {} : { field: String(field) }),
      })),
    )
  }
  const known = Object.keys(centreSchema.shape)
  const ignored = Object.keys(value as object).filter((name) => !known.includes(name))
  return { centre: parsed.data, ignored }
}

/**
 * The folder to set up: a new one, or one that a first start left empty.
 * @throws DataFolderError, RefusedError `not-empty` for a folder with other things in it
 */
export function folderToFill(data: string, keyFile: string | undefined): DataFolder {
  const dir = callerPath(data)
  if (isInitialised(dir)) return folderOf(data, keyFile)
  // A restore that was refused leaves its lock in the folder.
  if (existsSync(dir) && readdirSync(dir).some((name) => name !== 'hub.lock')) {
    throw refusal('not-empty', 'Thư mục dữ liệu đã có tệp khác bên trong. Chọn một thư mục trống.')
  }
  return createDataFolder(dir, keyFile === undefined ? undefined : callerPath(keyFile))
}

export const init: Command = {
  summary: 'Thiết lập cơ sở trong một thư mục trống',
  usage: [
    'init --data DIR --centre FILE.json --admin NAME --password-file F [--key-file K] [--json]',
    '  --data DIR          thư mục dữ liệu (trống hoặc chưa có)',
    '  --centre FILE.json  {"name": "…"}; có thể thêm code, headTitle, headName, superiorBody, court,',
    '                      provinceCode, address',
    '  --admin NAME        tên đăng nhập của một người vừa là quản trị viên vừa là trưởng cơ sở',
    '  --password-file F   tệp chứa mật khẩu; một dấu xuống dòng ở cuối được bỏ đi',
    '  --key-file K        nơi giữ khóa dữ liệu; mặc định nằm cạnh DIR, không bao giờ ở trong DIR',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, {
      options: ['data', 'centre', 'admin', 'password-file', 'key-file'],
      required: ['data', 'centre', 'admin', 'password-file'],
    })
    const { data = '', centre: centreFile = '', admin = '', 'password-file': passwordFile = '' } = options
    const { centre, ignored } = readCentre(centreFile)
    const password = readPasswordFile(passwordFile)
    const name = admin.trim().normalize('NFC')
    if (name === '' || name.length > 60 || !isPlainLine(name)) {
      throw refusal('invalid-login', 'Tên quản trị viên cần từ 1 đến 60 ký tự, trên một dòng.')
    }
    const problems = checkPassword(password, BOTH_ROLES, name)
    if (problems.length > 0) throw new RefusedError(problems)
    const passwordHash = await hashPassword(password)
    const folder = folderToFill(data, options['key-file'])
    const user = { id: randomUUID(), login: name, name, roles: [...BOTH_ROLES], passwordHash }
    await writeData(folder, (open) => {
      if (countUsers(open.connection) > 0) {
        throw new DataFolderError(
          'already-initialised',
          'Thư mục dữ liệu này đã được thiết lập. Chọn thư mục khác.',
        )
      }
      return writeAsCommand(open, createCentre, {
        id: randomUUID(),
        ...centre,
        isDemo: false,
        users: [{ ...user, mustChangePassword: false }],
      })
    })
    return {
      document: {
        data: folder.dir,
        keyFile: folder.keyFile,
        installationId: folder.installationId,
        centre: { name: centre.name },
        administrator: { id: user.id, login: foldLogin(name), roles: user.roles },
        ignored,
      },
      text: [
        `Đã thiết lập "${centre.name}" trong ${folder.dir}.`,
        `Khóa dữ liệu: ${folder.keyFile}. Giữ tệp này ở nơi an toàn: không có nó thì không mở được dữ liệu.`,
        `Đăng nhập bằng tên "${foldLogin(name)}" (quản trị viên và trưởng cơ sở).`,
        ...(ignored.length > 0 ? [`Không dùng các ô: ${ignored.join(', ')}.`] : []),
      ].join('\n'),
    }
  },
}
