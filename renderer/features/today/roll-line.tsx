import type { Today } from '#domain/contract/today.ts'
import { OUT_KIND_LABELS, OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { outWord, type TodayLinks } from '#renderer/features/today/today-links.ts'
import { formatNumber } from '#ui/format.ts'
import { NumberLink } from '#ui/number-link.tsx'
import classes from './today.module.css'

interface Figure {
  label: string
  value: number
  href: string
  overdue?: number
  isTrouble?: boolean
}

function figuresOf({ total, overdue }: NonNullable<Today['roll']>, links: TodayLinks): Figure[] {
  const out = OUT_KINDS.map((kind) => ({
    label: OUT_KIND_LABELS[kind].toLocaleLowerCase('vi'),
    value: total.out[kind],
    href: links.ofRoll(outWord(kind)),
    overdue: overdue[kind],
  }))
  const rest = [
    {
      label: 'tạm đình chỉ',
      value: total.suspended,
      href: links.ofRoll('suspended'),
      overdue: overdue.suspended,
    },
    { label: 'gián đoạn', value: total.interrupted, href: links.ofRoll('interrupted') },
    { label: 'trốn', value: total.escaped, href: links.ofRoll('escaped'), isTrouble: true },
    { label: 'chờ xếp giường', value: total.awaitingBed, href: links.ofRoll('awaitingBed') },
  ]
  return [
    { label: 'Trong danh sách', value: total.onRoll, href: links.ofRoll('onRoll') },
    { label: 'có mặt', value: total.present, href: links.ofRoll('present') },
    { label: 'trong khu', value: total.inZone, href: links.ofRoll('inZone') },
    ...[...out, ...rest].filter(({ value }) => value > 0),
  ]
}

function toneOf({ overdue = 0, isTrouble = false }: Figure): 'late' | undefined {
  return overdue > 0 || isTrouble ? 'late' : undefined
}

/** Where everyone is, in one line; what nobody is counted under is left out. */
export function RollLine({ roll, links }: { roll: NonNullable<Today['roll']>; links: TodayLinks }) {
  return (
    <nav className={classes.roll} aria-label="Quân số lúc này">
      {figuresOf(roll, links).map((figure) => (
        <span key={figure.label} className={classes.figure}>
          <NumberLink
            value={figure.value}
            label={figure.label}
            href={figure.href}
            {...(toneOf(figure) ? { tone: 'late' as const } : {})}
            {...(figure.overdue ? { note: `${formatNumber(figure.overdue)} quá hạn!` } : {})}
          />
        </span>
      ))}
    </nav>
  )
}
