import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refusal } from './command.ts'

/** An absolute path; a relative one counts from where the caller stands, also when npm changed the folder. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

const LARGEST_TEXT = 16 * 1024 * 1024

/**
 * The text of a file named on the command line, without a byte order mark. `what` names it in the refusal.
 * @throws RefusedError `file-missing`, `file-unreadable`
 */
function readCallerText(path: string, what: string): string {
  const file = callerPath(path)
  const size = fileSize(file)
  if (size === null) throw refusal('file-missing', `Không thấy ${what}: ${file}.`)
  if (size > LARGEST_TEXT) throw refusal('file-unreadable', `${capitalise(what)} lớn quá mức: ${file}.`)
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw refusal('file-unreadable', `Không đọc được ${what}: ${file}. Kiểm tra quyền đọc tệp.`)
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * The value of a JSON file named on the command line.
 * @throws RefusedError `file-missing`, `file-unreadable`, `not-json`
 */
export function readCallerJson(path: string, what: string): unknown {
  const text = readCallerText(path, what)
  try {
    return JSON.parse(text)
  } catch {
    throw refusal('not-json', `${capitalise(what)} không phải JSON hợp lệ: ${callerPath(path)}. Sửa lại tệp.`)
  }
}

/**
 * The password in a file: everything but one newline at its end.
 * @throws RefusedError `file-missing`, `file-unreadable`
 */
export function readPasswordFile(path: string): string {
  return readCallerText(path, 'tệp mật khẩu').replace(/\r?\n$/, '')
}

/** Size of a file in bytes; null when there is no such file. */
export function fileSize(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : null
}
