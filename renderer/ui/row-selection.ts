/** Ticked rows of a list: their ids, and the row from which Shift stretches. */
export interface RowSelection {
  ids: ReadonlySet<string>
  anchor: string | null
}

export const NO_SELECTION: RowSelection = { ids: new Set(), anchor: null }

/** Ticks or unticks one row and makes it the anchor. */
export function toggleRow(selection: RowSelection, id: string): RowSelection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id }
}

/**
 * Ticks every row between the anchor and `id`, in the order in which the list shows them. Without an anchor that is
 * still shown, ticks `id` alone.
 */
export function stretchTo(selection: RowSelection, id: string, order: readonly string[]): RowSelection {
  const to = order.indexOf(id)
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor)
  if (to < 0) return selection
  const start = from < 0 ? to : Math.min(from, to)
  const end = from < 0 ? to : Math.max(from, to)
  const ids = new Set(selection.ids)
  for (const between of order.slice(start, end + 1)) ids.add(between)
  return { ids, anchor: from < 0 ? id : selection.anchor }
}

/** Ticks all shown rows, or none when all are ticked. */
export function toggleAll(selection: RowSelection, order: readonly string[]): RowSelection {
  const all = order.length > 0 && order.every((id) => selection.ids.has(id))
  return all ? NO_SELECTION : { ids: new Set(order), anchor: order[0] ?? null }
}
