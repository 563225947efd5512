import { DEFAULT_CLOCK_SETTINGS } from '#domain/law/clock-settings.ts'
import { buildRuleBook } from '#domain/law/rule-book.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import { tryCase, type TriedCase } from '#domain/law/try-case.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '#domain/time/holidays.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant, parseInstant } from '#domain/time/instant.ts'
import { readCallerJson } from './caller-files.ts'
import { readArguments, RefusedError, type Command } from './command.ts'

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

export const law: Command = {
  summary: 'Thử một vụ việc với các quy định, không động đến dữ liệu',
  usage: [
    'law FILE.json [--json]',
    '  FILE.json  {"track": "compulsory"|"voluntary"|"held", "decidedOn", "startOn", "termMonths"?, "ordinal",',
    '             "birthOn", "heldFrom"?, "events": [{"kind", "at": "2026-08-01T09:00+07:00", "months"?}]}',
  ].join('\n'),
  run: (args) => {
    const { words } = readArguments(args, { options: [], words: ['FILE.json'] })
    const tried = tryCase(
      readCallerJson(words[0] ?? '', 'tệp vụ việc'),
      buildRuleBook(DEFAULT_RULES),
      buildCalendar(DEFAULT_HOLIDAYS),
      DEFAULT_CLOCK_SETTINGS,
    )
    if ('refused' in tried) throw new RefusedError(tried.refused)
    return Promise.resolve({ document: tried, text: describeCase(tried) })
  },
}
