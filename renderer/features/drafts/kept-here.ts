import type { KeptDraft } from '#domain/desk/desk-bridge.ts'
import type { Instant } from '#domain/time/instant.ts'

/** A form that was typed while the hub was away and lies on this PC until the hub has it. */
export interface KeptHere {
  form: string
  typed: Record<string, unknown>
  /** When the hub had kept what this was typed over; null when the hub had nothing. */
  over: Instant | null
  keptAt: Instant
}

/** What is kept on this PC: the form, and what it was typed over. */
export function wrapDraft(
  typed: Record<string, unknown>,
  over: Instant | null,
): { typed: Record<string, unknown>; over: Instant | null } {
  return { typed, over }
}

/** A kept draft as it was wrapped, or undefined when it is none. */
export function unwrapDraft({ form, value, keptAt }: KeptDraft): KeptHere | undefined {
  const { typed, over } = value
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return undefined
  if (over !== null && typeof over !== 'string') return undefined
  return { form, typed: typed as Record<string, unknown>, over, keptAt }
}

const FORM_NAMES: readonly [prefix: string, name: string][] = [
  ['intake:', 'Tiếp nhận'],
  ['incident:', 'Báo vụ việc'],
  ['sheet:', 'Phiếu thông tin'],
  ['person:', 'Sửa hồ sơ học viên'],
  ['stay:', 'Sửa đợt cai nghiện'],
]

/** What a form is called, with the name typed in it where there is one. */
export function draftName({ form, typed }: Pick<KeptHere, 'form' | 'typed'>): string {
  const name = FORM_NAMES.find(([prefix]) => form.startsWith(prefix))?.[1] ?? 'Biểu mẫu'
  const who = typeof typed['name'] === 'string' ? typed['name'].trim() : ''
  return who === '' ? name : `${name} ${who}`
}
