import type { Problem } from '../errors.ts'
import type { Role } from '../permissions/roles.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

const MINIMUM = 10
const MINIMUM_FOR_POWER = 15
const POWERFUL: readonly Role[] = ['administrator', 'director']

/** One spelling of a password whatever keyboard made it: Vietnamese input may send decomposed letters. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}

/** Fewest characters for an account with these roles. */
export function minimumPasswordLength(roles: readonly Role[]): number {
  return roles.some((role) => POWERFUL.includes(role)) ? MINIMUM_FOR_POWER : MINIMUM
}

/**
 * Why a password may not be used; empty when it may. Length counts characters as a person sees them; the block
 * list holds whole passwords only, so a long phrase that contains a common word is fine.
 */
export function checkPassword(password: string, roles: readonly Role[], login: string): Problem[] {
  const normal = normalisePassword(password)
  const length = Array.from(normal).length
  const minimum = minimumPasswordLength(roles)
  if (length < minimum) {
    return [
      {
        code: 'password-short',
        field: 'password',
        message: `Mật khẩu cần ít nhất ${minimum} ký tự (đang có ${length}). Một câu dễ nhớ với bạn là tốt nhất.`,
      },
    ]
  }
  const folded = normal.toLowerCase()
  if (folded === login.toLowerCase() || COMMON_PASSWORDS.has(folded) || isMonotone(folded)) {
    return [
      {
        code: 'password-common',
        field: 'password',
        message: 'Mật khẩu này quá dễ đoán. Chọn một câu khác, dài và chỉ bạn nghĩ ra.',
      },
    ]
  }
  return []
}

/** `aaaaaaaaaaaa`, `123123123123`: one to three characters over and over. */
function isMonotone(text: string): boolean {
  return [1, 2, 3].some(
    (n) =>
      text ===
      text
        .slice(0, n)
        .repeat(Math.ceil(text.length / n))
        .slice(0, text.length),
  )
}
