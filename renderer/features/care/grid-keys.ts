/** How many rows a key moves in a grid of rows; undefined for a key that moves none. */
export function gridRowStep(key: string): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return 10
    case 'PageUp':
      return -10
    default:
      return undefined
  }
}

/** Focuses the row so many rows away (`data-grid-row`), the last one at the ends; that row takes part in Tab. */
export function focusGridRow(row: HTMLElement, step: number): void {
  const body = row.closest('tbody')
  if (!body) return
  const rows = [...body.querySelectorAll<HTMLElement>('[data-grid-row]')]
  const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step))]
  if (!to) return
  for (const one of rows) one.tabIndex = one === to ? 0 : -1
  to.focus()
  to.scrollIntoView({ block: 'nearest' })
}
