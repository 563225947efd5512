import type { KeyboardEvent } from 'react'

const CELL = '[data-cell]'

/**
 * Walks with the arrows through the cells (`data-cell`) of a grid that wraps: left and right in their order, up and
 * down to the nearest cell of the row above or below, Home and End to the ends. One cell at a time takes part in Tab.
 */
export function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: grid, target } = event
  if (!(target instanceof HTMLElement)) return
  const cell = target.closest<HTMLElement>(CELL)
  const cells = [...grid.querySelectorAll<HTMLElement>(CELL)]
  const index = cell ? cells.indexOf(cell) : -1
  if (!cell || index < 0) return
  const next = nextCell(event.key, cells, index)
  if (!next) return
  event.preventDefault()
  enterCell(cells, next)
}

/** Makes a cell the one that Tab reaches, and focuses it. */
function enterCell(cells: readonly HTMLElement[], next: HTMLElement): void {
  for (const other of cells) other.tabIndex = other === next ? 0 : -1
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

function nextCell(key: string, cells: readonly HTMLElement[], index: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowLeft':
      return cells[index - 1]
    case 'ArrowRight':
      return cells[index + 1]
    case 'Home':
      return cells[0]
    case 'End':
      return cells.at(-1)
    case 'ArrowUp':
      return beside(cells, index, -1)
    case 'ArrowDown':
      return beside(cells, index, 1)
    default:
      return undefined
  }
}

/** The nearest cell in the next row upwards (-1) or downwards (1). */
function beside(cells: readonly HTMLElement[], index: number, way: 1 | -1): HTMLElement | undefined {
  const here = cells[index]?.getBoundingClientRect()
  if (!here) return undefined
  let best: { cell: HTMLElement; row: number; aside: number } | undefined
  for (let i = index + way; i >= 0 && i < cells.length; i += way) {
    const cell = cells[i]
    if (!cell) break
    const box = cell.getBoundingClientRect()
    if (Math.abs(box.top - here.top) < box.height / 2) continue
    if (best && Math.abs(box.top - best.row) > box.height / 2) break
    const aside = Math.abs(box.left - here.left)
    if (!best || aside < best.aside) best = { cell, row: box.top, aside }
  }
  return best?.cell
}
