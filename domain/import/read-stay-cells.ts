import type { Track } from '#domain/stay/track.ts'
import { addMonths, formatDay, type Day } from '#domain/time/day.ts'
import type { ImportPerson } from './import-person.ts'
import { parseOrdinal, parseTermMonths, parseTrack } from './list-words.ts'
import { parseDay, serialOf } from './parse-day.ts'
import type { RowReader } from './row-reader.ts'

/** From this age a person may be in a centre at all (L120 Điều 33: đủ 12 tuổi). */
const YOUNGEST_MONTHS = 12 * 12
const NUMBER_AND_DAY = /^(.*?)[\s,;(]*(?:ngày|ngay)?[\s,:]*(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\)?\s*$/iu

/** The track; a reason when the cell names none and no fallback stands in for an empty one. */
export function readTrack(reader: RowReader, fallback: Track | undefined): Track | undefined {
  const text = reader.text('track')
  const track = parseTrack(text)
  if (track) return track
  if (text === '' && fallback) return fallback
  if (text === '') {
    reader.refuse('track', 'track_missing', 'Chưa ghi diện. Ghi Bắt buộc, Tự nguyện hoặc Đang lập hồ sơ.')
  } else {
    reader.refuse(
      'track',
      'track_unknown',
      'Không rõ diện ghi ở ô này. Ghi Bắt buộc, Tự nguyện hoặc Đang lập hồ sơ.',
    )
  }
  return undefined
}

/** The day received: a real day, not after `today`, not before birth; else a reason. */
export function readReceived(
  reader: RowReader,
  today: Day,
  fallback: Day | undefined,
  birthOn: Day | undefined,
): Day | undefined {
  const read = parseDay(reader.cell('receivedOn'), today)
  if (read.kind === 'problem') {
    reader.refuse('receivedOn', read.problem.code.replace(/^date_/, 'received_'), read.problem.message)
    return undefined
  }
  const day = read.kind === 'day' ? read.day : fallback
  if (day === undefined) {
    reader.refuse(
      'receivedOn',
      'received_missing',
      'Chưa có ngày vào cơ sở. Điền ngày tiếp nhận rồi nhập lại.',
    )
    return undefined
  }
  if (day > today) {
    const message = `Ngày vào ${formatDay(day)} ở sau hôm nay ${formatDay(today)}. Xem lại năm.`
    reader.refuse('receivedOn', 'received_in_future', message)
    return undefined
  }
  if (day < '1990-01-01') {
    reader.refuse('receivedOn', 'received_too_early', `Ngày vào ${formatDay(day)} quá xa. Xem lại năm.`)
    return undefined
  }
  if (birthOn !== undefined && day < birthOn) {
    reader.refuse('receivedOn', 'received_before_birth', 'Ngày vào ở trước ngày sinh. Xem lại hai ngày này.')
    return undefined
  }
  if (birthOn !== undefined && day < addMonths(birthOn, YOUNGEST_MONTHS)) {
    reader.warn('birth', 'under_12', 'Chưa đủ 12 tuổi khi vào cơ sở. Xem lại ngày sinh và ngày vào.')
  }
  return day
}

/** The term in whole months; a reason when the cell holds anything else, undefined when empty. */
export function readTerm(reader: RowReader, track: Track | undefined): number | undefined {
  const cell = reader.cell('termMonths')
  // A number whose cell was formatted as a date: 24 shows as 23/01/1900.
  const isSmallDate = cell !== null && typeof cell === 'object' && cell.day < '1901-01-01'
  const text = isSmallDate ? String(serialOf(cell.day)) : reader.text('termMonths')
  if (text === '' || /^[-–./]+$/.test(text)) {
    if (track === 'compulsory')
      reader.warn('termMonths', 'term_missing', 'Chưa có thời hạn. Bổ sung theo quyết định.')
    return undefined
  }
  const months = parseTermMonths(text)
  if (months === undefined) {
    const message = 'Thời hạn phải là số tháng từ 1 đến 60, viết bằng chữ số, ví dụ 24.'
    reader.refuse('termMonths', 'term_not_number', message)
  }
  return months
}

/** Which stay it is; unreadable text is a warning. */
export function readOrdinal(reader: RowReader): number | undefined {
  const text = reader.text('ordinal')
  const ordinal = parseOrdinal(text)
  if (text !== '' && ordinal === undefined) {
    reader.warn('ordinal', 'ordinal_unreadable', 'Không đọc được lần cai nên bỏ trống. Bổ sung trên hồ sơ.')
  }
  return ordinal
}

/** The decision's number and day, also when one cell holds both ("12/QĐ-TA ngày 20/01/2025"). */
export function readDecision(
  reader: RowReader,
  today: Day,
): Pick<ImportPerson, 'decisionNumber' | 'decisionOn'> {
  const text = reader.text('decisionNumber')
  const own = readSoftDay(reader, 'decisionOn', today)
  const joined = own === undefined ? NUMBER_AND_DAY.exec(text) : null
  const inText = joined ? parseDay(joined[2] ?? '', today) : undefined
  const decisionOn = own ?? (inText?.kind === 'day' ? inText.day : undefined)
  const decisionNumber =
    inText?.kind === 'day' ? (joined?.[1] ?? '').replace(/^(?:qđ )?số:?\s*/iu, '').trim() : text
  return { ...(decisionNumber ? { decisionNumber } : {}), ...(decisionOn ? { decisionOn } : {}) }
}

/** A date that the person goes in without: unreadable or in the future is a warning. */
export function readSoftDay(
  reader: RowReader,
  field: 'decisionOn' | 'expectedEndOn' | 'idIssuedOn',
  today: Day,
): Day | undefined {
  const read = parseDay(reader.cell(field), today)
  if (read.kind === 'problem') {
    reader.warn(field, 'date_dropped', `${read.problem.message} Người này vẫn được nhập, ngày để trống.`)
    return undefined
  }
  if (read.kind === 'day' && field === 'decisionOn' && read.day > today) {
    reader.warn(field, 'decision_in_future', 'Ngày quyết định ở sau hôm nay. Xem lại.')
  }
  return read.kind === 'day' ? read.day : undefined
}
