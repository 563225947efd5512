import { isDay, type Day } from '#domain/time/day.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { tidyName } from '#domain/names/tidy-name.ts'
import type { Sex } from '#domain/people/sex.ts'

/** What the QR of a citizen card holds. Absent fields were empty or unreadable; `raw` is always kept. */
export interface CardQr {
  citizenId: string
  oldNumber?: string
  name?: string
  birthOn?: Day
  sex?: Sex
  /** As printed: names units of before 01/07/2025 on older cards. */
  address?: string
  issuedOn?: Day
  raw: string
}

/**
 * Reads the text of a citizen card's QR as a USB scanner types it: `CCCD|CMND|Họ tên|ddMMyyyy|Nam/Nữ|Địa
 * chỉ|ddMMyyyy`, further fields ignored. Undefined when it is no such text (fewer than 7 fields, first not 12
 * digits).
 */
export function parseCardQr(text: string): CardQr | undefined {
  const raw = text.normalize('NFC').trim()
  const fields = raw.split('|').map((field) => field.trim())
  const [citizenId = '', oldNumber = '', name = '', birth = '', sex = '', address = '', issued = ''] = fields
  if (fields.length < 7 || !/^\d{12}$/.test(citizenId)) return undefined
  const folded = foldName(sex)
  const birthOn = dayFromDigits(birth)
  const issuedOn = dayFromDigits(issued)
  return {
    citizenId,
    ...(/^\d{9}$/.test(oldNumber) ? { oldNumber } : {}),
    ...(name ? { name: tidyName(name).name } : {}),
    ...(birthOn ? { birthOn } : {}),
    ...(folded === 'nam' ? { sex: 'male' as const } : folded === 'nu' ? { sex: 'female' as const } : {}),
    ...(address ? { address } : {}),
    ...(issuedOn ? { issuedOn } : {}),
    raw,
  }
}

function dayFromDigits(digits: string): Day | undefined {
  const day = digits.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1')
  return isDay(day) ? day : undefined
}
