/** The codes of a list with their labels, as a box or a filter offers them. */
export function choices<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): { value: Code; label: string }[] {
  return codes.map((value) => ({ value, label: labels[value] }))
}
