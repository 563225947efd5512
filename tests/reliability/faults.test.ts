import { expect, it } from 'vitest'
import { SeededRandom } from '#hub/seed/seeded-random.ts'
import { bitFlips } from './bit-flips.ts'
import { canarySearch } from './canary-search.ts'
import { clockJumps } from './clock-jumps.ts'
import { desksAtOnce } from './desks-at-once.ts'
import { diskFull } from './disk-full.ts'
import { foreignIds } from './foreign-ids.ts'
import { fsyncErrors } from './fsync-errors.ts'
import { fuzz } from './fuzz.ts'
import type { Harness } from './harness.ts'
import { killMigration } from './kill-migration.ts'
import { killCheckpoint } from './kill-rounds.ts'
import { powerCut } from './power-cut.ts'
import { slowDisk } from './slow-disk.ts'
import { slowSockets } from './slow-sockets.ts'
import { twoHubs } from './two-hubs.ts'

const SEED = 'every change'

/** A few rounds of each harness; `npm run reliability -- HARNESS` runs it in full. */
const FEW_ROUNDS: readonly [title: string, harness: Harness, rounds: number][] = [
  ['loses nothing acknowledged when it is killed while it checkpoints', killCheckpoint, 2],
  ['keeps a file whole, old or new, when a migration is killed', killMigration, 4],
  ['loses nothing acknowledged in a power cut, where NORMAL loses and OFF breaks', powerCut, 6],
  ['stops writing after a failed fsync, says so, and heals on restart', fsyncErrors, 2],
  ['writes in groups on a slow disk', slowDisk, 120],
  ['loses nothing acknowledged on a full disk and goes on when there is room', diskFull, 2],
  ['keeps five desks the same through cut cables and kills', desksAtOnce, 2],
  ['notices flipped bits', bitFlips, 15],
  ['leaves no planted text readable anywhere', canarySearch, 2],
  ['refuses a second hub and frees the folder when killed', twoHubs, 1],
  ['keeps chain, order and sessions when the clock jumps', clockJumps, 1],
  ['cuts off dripping sockets and serves others', slowSockets, 60],
  ['answers no fuzzed body with a fault or with its inside', fuzz, 1200],
  ['shows nobody what is not theirs, asked for by its true id', foreignIds, 500],
]

it.each(FEW_ROUNDS)('the hub %s', { timeout: 300_000 }, async (_title, harness, rounds) => {
  const random = new SeededRandom(SEED)
  const { figures, problems, skipped } = await harness.run({ rounds, random, say: () => {} })
  if (skipped !== undefined) {
    process.stdout.write(`not run: ${harness.summary}: ${skipped}\n`)
    return
  }
  process.stdout.write(`seed "${SEED}": ${figures.join('\n')}\n`)
  expect(problems).toEqual([])
  expect(figures.length).toBeGreaterThan(0)
})
