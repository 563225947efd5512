/** `x.y.z`, or `x.y.z-word.n` before it; no build part: two programs with one version would be told apart by nobody. */
const PATTERN = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9a-z]+(?:[.-][0-9a-z]+)*))?$/

interface VersionParts {
  numbers: readonly [number, number, number]
  /** Words of a version before the real one; empty for the real one. */
  before: readonly string[]
}

function partsOf(version: string): VersionParts | undefined {
  const match = PATTERN.exec(version)
  if (!match) return undefined
  return {
    numbers: [Number(match[1]), Number(match[2]), Number(match[3])],
    before: match[4]?.split('.') ?? [],
  }
}

/** True for a version this program can compare. */
export function isVersion(text: string): boolean {
  return partsOf(text) !== undefined
}

/**
 * Order of two versions as semver 2.0 (11) has it: negative when `a` is older. A text that is no version is older
 * than every version, so that it is never taken for newer.
 */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a)
  const right = partsOf(b)
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined)
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  if (left.before.length === 0 || right.before.length === 0)
    return Number(left.before.length === 0) - Number(right.before.length === 0)
  return compareWords(left.before, right.before)
}

function compareWords(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const a = left[index]
    const b = right[index]
    if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
    const difference = compareWord(a, b)
    if (difference !== 0) return difference
  }
  return 0
}

function compareWord(a: string, b: string): number {
  const isNumberA = /^\d+$/.test(a)
  const isNumberB = /^\d+$/.test(b)
  if (isNumberA && isNumberB) return Number(a) - Number(b)
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
