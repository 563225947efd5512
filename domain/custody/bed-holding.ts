import type { Problem } from '../errors.ts'
import { formatInstant, type Instant } from '../time/instant.ts'
import type { CustodySpan } from './custody-span.ts'

/** A stretch in which a stay holds a bed: from `from` up to, but without, `to` (null = still). */
export interface BedHolding {
  bedId: string
  from: Instant
  to: Instant | null
}

/** Whose bed it was, as the refusal of another stay names it. */
export interface NamedHolding extends BedHolding {
  stayId: string
  personName: string
  bedCode: string
}

/** The beds a stay held, in order; a bed reserved while out goes on being held. */
export function bedHoldings(timeline: readonly CustodySpan[]): BedHolding[] {
  const holdings: BedHolding[] = []
  for (const { bedId, from, to } of timeline) {
    if (bedId === null) continue
    const last = holdings.at(-1)
    if (last && last.bedId === bedId && last.to === from) last.to = to
    else holdings.push({ bedId, from, to })
  }
  return holdings
}

/**
 * Never two people in one bed, at any moment, past moments of late recording included: the holdings of one stay
 * against those of other stays in the same beds. One problem per overlap, naming who holds the bed and since when.
 */
export function checkBedHoldings(mine: readonly BedHolding[], others: readonly NamedHolding[]): Problem[] {
  const problems: Problem[] = []
  for (const other of others) {
    if (!mine.some((holding) => holding.bedId === other.bedId && overlap(holding, other))) continue
    const until = other.to === null ? '' : ` đến ${formatInstant(other.to)}`
    problems.push({
      code: 'bed-taken',
      message: `Giường ${other.bedCode} đã có ${other.personName} từ ${formatInstant(other.from)}${until}. Chọn giường khác.`,
      field: 'bedId',
    })
  }
  return problems
}

function overlap(a: BedHolding, b: BedHolding): boolean {
  return (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)
}
