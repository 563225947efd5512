/**
 * Rounds of a property over random histories in a real database: `few` with every change, as many as NEO_VE_HISTORIES
 * says when they are tried in full.
 */
export function histories(few: number): { numRuns: number } {
  const asked = Number(process.env['NEO_VE_HISTORIES'] ?? '')
  return { numRuns: Number.isInteger(asked) && asked > 0 ? asked : few }
}

/** How long such a property may take, in milliseconds: a history writes and reads hundreds of rows. */
export function timeFor({ numRuns }: { numRuns: number }): number {
  return 30_000 + numRuns * 2000
}
