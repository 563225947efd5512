/** The lines with `patch` in the one of this id. */
export function withLine<Line extends { id: string }>(
  lines: readonly Line[],
  id: string,
  patch: Partial<Line>,
): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...patch } : line))
}

/** The lines without the one of this id. */
export function withoutLine<Line extends { id: string }>(lines: readonly Line[], id: string): Line[] {
  return lines.filter((line) => line.id !== id)
}
