import type { RollCountShape, RollSheet, RollWord } from '#domain/contract/roll.ts'
import { OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { TRACK_LABELS, TRACKS } from '#domain/stay/track.ts'
import type { Instant } from '#domain/time/instant.ts'
import { rollHref, rollWordLabel, type RollQuestion } from '#renderer/features/roll/roll-address.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './roll.module.css'

const HEAD_WORDS = ['onRoll', 'present', 'inZone'] as const
const OUT_WORDS = OUT_KINDS.map((kind) => `out:${kind}` as const)
const TAIL_WORDS = ['suspended', 'escaped', 'interrupted', 'awaitingBed'] as const
const WORDS: readonly RollWord[] = [...HEAD_WORDS, 'out', ...OUT_WORDS, ...TAIL_WORDS]

interface RollRow {
  id: string
  label: string
  count: RollCountShape
  filter: Partial<RollQuestion>
}

export interface RollTableProps {
  roll: RollSheet
  /** The moment the numbers' lists are asked for; null = now. */
  at: Instant | null
  /** Numbers open their lists; not for who sees figures only. */
  opens: boolean
}

/** The roll as one table: in total, by zone, by track, by sex; every number opens its list. */
export function RollTable({ roll, at, opens }: RollTableProps) {
  const groups: { label: string; rows: RollRow[] }[] = [
    { label: 'Cơ sở', rows: [{ id: 'total', label: 'Tổng số', count: roll.total, filter: {} }] },
    {
      label: 'Theo khu',
      rows: roll.byZone.map((zone) => ({
        id: zone.zoneId ?? 'none',
        label: zone.name,
        count: zone,
        filter: { zoneId: zone.zoneId ?? 'none' },
      })),
    },
    {
      label: 'Theo diện',
      rows: TRACKS.map((track) => ({
        id: track,
        label: TRACK_LABELS[track],
        count: roll.byTrack[track],
        filter: { track },
      })),
    },
    {
      label: 'Theo giới tính',
      rows: SEXES.map((sex) => ({
        id: sex,
        label: SEX_LABELS[sex],
        count: roll.bySex[sex],
        filter: { sex },
      })),
    },
  ]
  return (
    <table className={classes.roll}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className={classes.first}>
            Nhóm
          </th>
          {HEAD_WORDS.map((word) => (
            <th key={word} scope="col" rowSpan={2} className={classes.strong}>
              {rollWordLabel(word)}
            </th>
          ))}
          <th scope="colgroup" colSpan={OUT_WORDS.length + 1} className={classes.span}>
            Ra ngoài
          </th>
          {TAIL_WORDS.map((word) => (
            <th key={word} scope="col" rowSpan={2}>
              {rollWordLabel(word)}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">Tất cả</th>
          {OUT_WORDS.map((word) => (
            <th key={word} scope="col">
              {rollWordLabel(word)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.label}>
          {group.rows.length > 1 && (
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={WORDS.length + 1}>
                {group.label}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <tr key={row.id} data-total={row.id === 'total' || undefined}>
              <th scope="row">{row.label}</th>
              {WORDS.map((word) => (
                <Cell key={word} word={word} row={row} at={at} opens={opens} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Cell({
  word,
  row,
  at,
  opens,
}: {
  word: RollWord
  row: RollRow
  at: Instant | null
  opens: boolean
}) {
  const value = numberOf(row.count, word)
  const tone = value === 0 ? undefined : toneOf(word)
  return (
    <td data-tone={tone} data-zero={value === 0 || undefined}>
      {opens && value > 0 ? (
        <InnerLink
          href={rollHref({ ...row.filter, at, word })}
          className={classes.number}
          aria-label={`${row.label}, ${rollWordLabel(word).toLowerCase()}: ${value} người`}
        >
          {formatNumber(value)}
        </InnerLink>
      ) : (
        formatNumber(value)
      )}
    </td>
  )
}

/** Persons a word counts; `out` is all kinds together. */
function numberOf(count: RollCountShape, word: RollWord): number {
  if (word === 'out') return OUT_KINDS.reduce((sum, kind) => sum + count.out[kind], 0)
  const kind = OUT_KINDS.find((known) => word === `out:${known}`)
  if (kind) return count.out[kind]
  return count[word as Exclude<RollWord, 'out' | `out:${string}`>]
}

function toneOf(word: RollWord): string | undefined {
  if (word === 'escaped') return 'late'
  return word === 'awaitingBed' ? 'soon' : undefined
}
