/** How a bag is out of place when a shelf is counted against the list. */
export const COUNT_FINDINGS = ['missing', 'unexpected'] as const
export type CountFinding = (typeof COUNT_FINDINGS)[number]

export const COUNT_FINDING_LABELS: Record<CountFinding, string> = {
  missing: 'Không thấy ở ô này',
  unexpected: 'Thấy ở đây, sổ ghi ở chỗ khác',
}

/** Where a bag lies: `Kho 1 – Kệ A – Ô 03`. */
export function shelfText({ store, rack, cell }: { store: string; rack: string; cell: string }): string {
  return `${store} – Kệ ${rack} – Ô ${cell}`
}

/** A count set against the list: what should lie in the cell and what was found in it, by bag. */
export function compareCount(
  expected: readonly string[],
  found: readonly string[],
): { bagId: string; finding: CountFinding }[] {
  const [listed, seen] = [new Set(expected), new Set(found)]
  return [
    ...[...listed].filter((id) => !seen.has(id)).map((bagId) => ({ bagId, finding: 'missing' as const })),
    ...[...seen].filter((id) => !listed.has(id)).map((bagId) => ({ bagId, finding: 'unexpected' as const })),
  ]
}
