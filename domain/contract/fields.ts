import { z } from 'zod'
import { plainLine, plainText } from '../text/plain-text.ts'
import { isDay } from '../time/day.ts'
import { parseInstant } from '../time/instant.ts'

/** Shapes that many routes share. Messages are sentences for the person who typed the value. */

/** A record id: a UUID, made by the client for records it creates. */
export const idField = z.uuid({ error: 'Mã bản ghi không đúng. Tải lại trang và làm lại.' })

/** A calendar day `YYYY-MM-DD` that exists. */
export const dayField = z
  .string()
  .refine(isDay, { error: 'Ngày không có thật. Ghi theo ngày/tháng/năm, ví dụ 05/03/2026.' })

/** A moment with its offset; leaves as UTC text. */
export const instantField = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, { error: 'Giờ không đúng. Chọn lại ngày và giờ.' })
  .transform((text) => parseInstant(text) ?? text)

/** One line of text, trimmed, at most `max` characters. */
export function lineField(max: number, name = 'Ô này') {
  return z
    .string()
    .overwrite(plainLine)
    .trim()
    .min(1, { error: `${name} không được để trống.` })
    .max(max, { error: `${name} dài quá ${max} ký tự. Rút gọn lại.` })
}

/** Text of several lines that has to be there: any length that fits on paper. */
export function textField(name: string) {
  return z
    .string()
    .overwrite(plainText)
    .trim()
    .min(1, { error: `${name} không được để trống.` })
    .max(4000, { error: `${name} dài quá 4.000 ký tự. Rút gọn lại.` })
}

/** Optional text; an empty box means nothing. */
export function optionalLine(max: number, name = 'Ô này') {
  return z
    .string()
    .overwrite(plainText)
    .trim()
    .max(max, { error: `${name} dài quá ${max} ký tự. Rút gọn lại.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
}

/** The version of the row the editor was looking at. */
export const versionField = z.int().min(1)

/** Where the next page of a keyset list begins; opaque to the client. */
export const cursorField = z.string().max(400).nullable().default(null)

/** Where a page begins and how many rows it has at most, `usual` where nothing is said. */
export function pageFields(most: number, usual: number) {
  return { cursor: cursorField, limit: z.int().min(1).max(most).default(usual) }
}
