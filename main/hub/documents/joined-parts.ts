/** The parts that say something, put together; null where none does. */
export function joined(parts: readonly (string | null)[], by: string): string | null {
  return parts.filter((part) => part !== null && part !== '').join(by) || null
}
