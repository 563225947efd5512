import type { RollSheet } from '#domain/contract/roll.ts'
import { OUT_KIND_LABELS, OUT_KINDS } from '#domain/custody/event-kinds.ts'
import type { RollCount } from '#domain/roll/roll-count.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { TRACK_LABELS, TRACKS } from '#domain/stay/track.ts'
import { formatInstant, parseInstant } from '#domain/time/instant.ts'
import { rollSheet } from '../roll/roll-sheet.ts'
import { readArguments, refusal, WrongUseError, type Command } from './command.ts'
import { folderOf, readData } from './open-data.ts'

function describeCount(label: string, count: RollCount): string {
  const out = OUT_KINDS.filter((kind) => count.out[kind] > 0).map(
    (kind) => `${OUT_KIND_LABELS[kind].toLowerCase()} ${count.out[kind]}`,
  )
  const parts = [
    `trong danh sách ${count.onRoll}`,
    `có mặt ${count.present}`,
    `trong khu ${count.inZone}`,
    ...out,
    ...(count.suspended > 0 ? [`tạm đình chỉ ${count.suspended}`] : []),
    ...(count.escaped > 0 ? [`bỏ trốn ${count.escaped}`] : []),
    ...(count.interrupted > 0 ? [`gián đoạn ${count.interrupted}`] : []),
    ...(count.awaitingBed > 0 ? [`chờ xếp giường ${count.awaitingBed}`] : []),
  ]
  return `${label}: ${parts.join(' · ')}`
}

function describeSheet(sheet: RollSheet, at: string): string {
  return [
    `Quân số lúc ${formatInstant(at)}`,
    describeCount('Tổng', sheet.total),
    ...sheet.byZone.map((zone) => describeCount(`  ${zone.name}`, zone)),
    ...TRACKS.map((track) => describeCount(`  ${TRACK_LABELS[track]}`, sheet.byTrack[track])),
    ...SEXES.map((sex) => describeCount(`  ${SEX_LABELS[sex]}`, sheet.bySex[sex])),
  ].join('\n')
}

export const roll: Command = {
  summary: 'Quân số bây giờ hoặc tại một thời điểm đã qua',
  usage: [
    'roll --data DIR [--at INSTANT] [--key-file K] [--json]',
    '  --at INSTANT   thời điểm kèm múi giờ, ví dụ 2026-08-01T09:00+07:00; bỏ trống là bây giờ',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, { options: ['data', 'at', 'key-file'], required: ['data'] })
    const asked = options.at === undefined ? undefined : parseInstant(options.at)
    if (options.at !== undefined && asked === undefined) {
      throw new WrongUseError('--at là thời điểm kèm múi giờ, ví dụ 2026-08-01T09:00+07:00.')
    }
    return readData(folderOf(options.data ?? '', options['key-file']), ({ connection, now }) => {
      const at = asked ?? now
      if (at > now) {
        const message = `Thời điểm này chưa tới (bây giờ là ${formatInstant(now)}). Chọn thời điểm đã qua.`
        throw refusal('in-the-future', message)
      }
      const document = rollSheet(connection, at)
      return { document, text: describeSheet(document, at) }
    })
  },
}
