import type { SeededRandom } from '#hub/seed/seeded-random.ts'

/** How one run of a harness is asked for. */
export interface HarnessRun {
  /** How often, in the harness's own unit. */
  rounds: number
  /** Everything left to chance comes from here: the same seed, the same run as far as timing allows. */
  random: SeededRandom
  /** A line for whoever watches a long run. */
  say: (line: string) => void
}

/** What came of it. */
export interface HarnessReport {
  /** Lines for the record: what was done how often, and what was seen. */
  figures: string[]
  /** Everything that is not as it must be, a line each; empty when all is well. */
  problems: string[]
  /** Why it could not be run here. */
  skipped?: string
}

/** One way to break the hub on purpose. */
export interface Harness {
  /** One line for the list. */
  summary: string
  /** What a round is. */
  unit: string
  /** Rounds unless told otherwise: the full run. */
  rounds: number
  run: (run: HarnessRun) => Promise<HarnessReport>
}
