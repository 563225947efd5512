/** Milliseconds of many runs, in order. */
export interface Measured {
  p50: number
  p99: number
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle and the slow end of a series of milliseconds. */
export function summarise(series: readonly number[]): Measured {
  const sorted = series.toSorted((a, b) => a - b)
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) }
}

/**
 * Runs several works in turn, so that whatever else the machine does falls on all of them alike. The first runs warm
 * up and do not count.
 */
export async function measureInTurn(
  works: readonly (() => Promise<unknown>)[],
  runs: number,
): Promise<Measured[]> {
  const series = works.map((): number[] => [])
  const warmUp = Math.ceil(runs / 5)
  for (let run = 0; run < runs + warmUp; run += 1) {
    for (const [i, work] of works.entries()) {
      const begun = performance.now()
      await work()
      if (run >= warmUp) series[i]?.push(performance.now() - begun)
    }
  }
  return series.map(summarise)
}

/** `0,27 ms`, with as many digits as say something. */
export function showMs(ms: number): string {
  const digits = ms < 10 ? 2 : ms < 100 ? 1 : 0
  return `${ms.toFixed(digits)} ms`
}
