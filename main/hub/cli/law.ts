import { listAllHolidays } from '#db/queries/centre/reader.ts'
import { readRolledOn, readRuleBook } from '#db/queries/rules/reader.ts'
import { clockSettingsOf, DEFAULT_CLOCK_SETTINGS } from '#domain/law/clock-settings.ts'
import { buildRuleBook } from '#domain/law/rule-book.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import { tryCase, type TriedCase } from '#domain/law/try-case.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '#domain/time/holidays.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant, parseInstant } from '#domain/time/instant.ts'
import { readCallerJson } from './caller-files.ts'
import { readArguments, RefusedError, type Command, type CommandOutcome } from './command.ts'
import { folderOf, readData } from './open-data.ts'

function describeMoment(text: string): string {
  const instant = parseInstant(text)
  return instant === undefined ? text : formatInstant(instant)
}

function describeCase(tried: TriedCase): string {
  const term = tried.termMonths === null ? 'chưa có' : `${tried.termMonths} tháng`
  return [
    `Thời hạn: ${term}${tried.regime === null ? '' : ` theo ${TERM_REGIME_LABELS[tried.regime]}`}`,
    `Hết hạn: ${tried.endOn === null ? 'chưa xác định' : formatDay(tried.endOn)}`,
    ...tried.lines.map((line) => `  ${line.label}`),
    'Việc phải làm:',
    ...tried.obligations.map(
      ({ rule, what, dueAt, article }) => `  ${describeMoment(dueAt)}  ${what} (${rule}, ${article})`,
    ),
  ].join('\n')
}

/** The rules as shipped, or with `--data` those of a centre: its versions, choices and holidays. */
const SHIPPED = {
  book: buildRuleBook(DEFAULT_RULES),
  settings: DEFAULT_CLOCK_SETTINGS,
  calendar: buildCalendar(DEFAULT_HOLIDAYS),
}

function tryFile(file: unknown, { book, settings, calendar }: typeof SHIPPED): CommandOutcome {
  const tried = tryCase(file, book, calendar, settings)
  if ('refused' in tried) throw new RefusedError(tried.refused)
  return { document: tried, text: describeCase(tried) }
}

export const law: Command = {
  summary: 'Thử một vụ việc với các quy định, không động đến dữ liệu',
  usage: [
    'law FILE.json [--data DIR] [--key-file K] [--json]',
    '  FILE.json  {"track": "compulsory"|"voluntary"|"held", "decidedOn", "startOn", "termMonths"?, "ordinal",',
    '             "birthOn", "heldFrom"?, "events": [{"kind", "at": "2026-08-01T09:00+07:00", "months"?}]}',
    '  --data DIR dùng quy định, thiết lập và lịch nghỉ của cơ sở này; bỏ trống là bản kèm chương trình',
  ].join('\n'),
  run: (args) => {
    const { words, options } = readArguments(args, { options: ['data', 'key-file'], words: ['FILE.json'] })
    const file = readCallerJson(words[0] ?? '', 'tệp vụ việc')
    if (options.data === undefined) return Promise.resolve(tryFile(file, SHIPPED))
    return readData(folderOf(options.data, options['key-file']), ({ connection, now }) => {
      const book = readRuleBook(connection)
      const settings = clockSettingsOf(book, readRolledOn(connection) ?? dayOf(now))
      const calendar = buildCalendar(listAllHolidays(connection))
      return tryFile(file, { book, settings, calendar })
    })
  },
}
