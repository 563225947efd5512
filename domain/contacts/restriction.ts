import { formatDay, type Day } from '../time/day.ts'

/** A time during which somebody receives no visits and makes no calls (hạn chế thăm gặp). */
export interface ContactRestriction {
  fromOn: Day
  /** Last day; null until it is lifted. */
  toOn: Day | null
  reason: string
  /** Number and day of the decision; null while it is being considered. */
  decision: string | null
  liftedAt: string | null
}

/** True when the restriction holds on a day; lifted ones hold no more. */
export function isRestricting(restriction: ContactRestriction, day: Day): boolean {
  const { fromOn, toOn, liftedAt } = restriction
  return liftedAt === null && fromOn <= day && (toOn === null || day <= toOn)
}

/** The restriction of a day that ends last; undefined when none holds. */
export function restrictionOn<R extends ContactRestriction>(all: readonly R[], day: Day): R | undefined {
  return all
    .filter((one) => isRestricting(one, day))
    .toSorted((a, b) => ((a.toOn ?? '9') < (b.toOn ?? '9') ? 1 : -1))[0]
}

/** `kỷ luật cảnh cáo, Quyết định 12/QĐ-CSCN, từ 01/11/2026 đến 30/11/2026`. */
export function restrictionText({ reason, decision, fromOn, toOn }: ContactRestriction): string {
  const until = toOn === null ? 'đến khi có quyết định bỏ' : `đến ${formatDay(toOn)}`
  return `${reason}${decision === null ? '' : `, ${decision}`}, từ ${formatDay(fromOn)} ${until}`
}
