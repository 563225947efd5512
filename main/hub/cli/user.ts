import { randomUUID } from 'node:crypto'
import { findUserByLogin, foldLogin, listRoles, listUsers } from '#db/queries/accounts/reader.ts'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import { ROLE_LABELS, ROLES, type Role } from '#domain/permissions/roles.ts'
import { hashPassword } from '../auth/passwords.ts'
import { addUser, setPassword, usersWrites } from '../users/writes.ts'
import { readPasswordFile } from './caller-files.ts'
import {
  readArguments,
  RefusedError,
  refusal,
  WrongUseError,
  type Command,
  type CommandOutcome,
} from './command.ts'
import { folderOf, writeAsCommand, writeData, type OpenData } from './open-data.ts'

const USAGE = [
  'user add LOGIN --name NAME --role ROLE[,ROLE] --password-file F --data DIR [--key-file K] [--json]',
  '       user reset LOGIN --password-file F --data DIR [--key-file K] [--json]',
  '       user disable LOGIN --data DIR [--key-file K] [--json]',
  `  ROLE  ${ROLES.join(', ')}`,
  'Mật khẩu trong tệp là mật khẩu tạm: người dùng phải đổi ở lần đăng nhập đầu.',
].join('\n')

function rolesOf(text: string): Role[] {
  return text.split(',').map((typed) => {
    const role = ROLES.find((known) => known === typed.trim())
    if (!role)
      throw new WrongUseError(`Không có vai trò "${typed.trim()}". Các vai trò: ${ROLES.join(', ')}.`)
    return role
  })
}

function passwordFor(file: string, roles: readonly Role[], login: string): string {
  const password = readPasswordFile(file)
  const problems = checkPassword(password, roles, login)
  if (problems.length > 0) throw new RefusedError(problems)
  return password
}

function knownUser({ connection }: OpenData, login: string) {
  const user = findUserByLogin(connection, login)
  if (!user)
    throw refusal('user-unknown', `Không có tài khoản "${foldLogin(login)}". Kiểm tra tên đăng nhập.`)
  return user
}

function outcomeOf({ connection }: OpenData, id: string, said: string): CommandOutcome {
  const line = listUsers(connection).find((user) => user.id === id)
  if (!line) throw refusal('user-unknown', 'Không thấy tài khoản này nữa.')
  const { login, name, roles, state, mustChangePassword } = line
  const labels = roles.map((role) => ROLE_LABELS[role]).join(', ')
  return {
    document: { user: { id, login, name, roles, state, mustChangePassword } },
    text: `${said} "${login}" (${name}; ${labels}).`,
  }
}

async function add(args: readonly string[]): Promise<CommandOutcome> {
  const { options, words } = readArguments(args, {
    options: ['data', 'name', 'role', 'password-file', 'key-file'],
    required: ['data', 'name', 'role', 'password-file'],
    words: ['LOGIN'],
  })
  const [login = ''] = words
  const name = (options.name ?? '').trim().normalize('NFC')
  const roles = rolesOf(options.role ?? '')
  if (foldLogin(login) === '' || login.length > 60 || name === '' || name.length > 120) {
    throw refusal('invalid-name', 'Tên đăng nhập cần 1 đến 60 ký tự, họ tên 1 đến 120 ký tự.')
  }
  const folder = folderOf(options.data ?? '', options['key-file'])
  const passwordHash = await hashPassword(passwordFor(options['password-file'] ?? '', roles, login))
  return writeData(folder, (open) => {
    const id = randomUUID()
    writeAsCommand(open, addUser, { id, login, name, roles, passwordHash, mustChangePassword: true })
    return outcomeOf(open, id, 'Đã thêm tài khoản')
  })
}

async function reset(args: readonly string[]): Promise<CommandOutcome> {
  const { options, words } = readArguments(args, {
    options: ['data', 'password-file', 'key-file'],
    required: ['data', 'password-file'],
    words: ['LOGIN'],
  })
  const [login = ''] = words
  return writeData(folderOf(options.data ?? '', options['key-file']), async (open) => {
    const user = knownUser(open, login)
    const password = passwordFor(options['password-file'] ?? '', listRoles(open.connection, user.id), login)
    const passwordHash = await hashPassword(password)
    writeAsCommand(open, setPassword, { userId: user.id, passwordHash, mustChange: true, keepSession: null })
    return outcomeOf(open, user.id, 'Đã đặt lại mật khẩu cho')
  })
}

async function disable(args: readonly string[]): Promise<CommandOutcome> {
  const { options, words } = readArguments(args, {
    options: ['data', 'key-file'],
    required: ['data'],
    words: ['LOGIN'],
  })
  const [login = ''] = words
  return writeData(folderOf(options.data ?? '', options['key-file']), (open) => {
    const user = knownUser(open, login)
    const { setState } = usersWrites
    if (!setState) throw new Error('no use case users.setState')
    writeAsCommand(open, setState, { id: user.id, version: user.version, state: 'disabled' as const })
    return outcomeOf(open, user.id, 'Đã khóa tài khoản')
  })
}

const ACTS: Record<string, (args: readonly string[]) => Promise<CommandOutcome>> = { add, reset, disable }

export const user: Command = {
  summary: 'Thêm tài khoản, đặt lại mật khẩu, khóa tài khoản',
  usage: USAGE,
  run: ([name = '', ...rest]) => {
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new WrongUseError('Sau "user" là add, reset hoặc disable.')
    return act(rest)
  },
}
