// npm run reliability -- HARNESS [ROUNDS] [--seed S]: breaks the hub on purpose and looks for what was lost, doubled,
// damaged or told to the wrong person. The full figures are in docs/reliability.md.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { SeededRandom } from '#hub/seed/seeded-random.ts'
import type { Harness } from '../tests/reliability/harness.ts'

/** Each harness; loaded only when called. */
const HARNESSES: Record<string, () => Promise<Harness>> = {
  kill: async () => (await import('../tests/reliability/kill-rounds.ts')).kill,
  'kill-checkpoint': async () => (await import('../tests/reliability/kill-rounds.ts')).killCheckpoint,
  'power-cut': async () => (await import('../tests/reliability/power-cut.ts')).powerCut,
  'fsync-errors': async () => (await import('../tests/reliability/fsync-errors.ts')).fsyncErrors,
  'slow-disk': async () => (await import('../tests/reliability/slow-disk.ts')).slowDisk,
  'disk-full': async () => (await import('../tests/reliability/disk-full.ts')).diskFull,
  fuzz: async () => (await import('../tests/reliability/fuzz.ts')).fuzz,
  'bit-flips': async () => (await import('../tests/reliability/bit-flips.ts')).bitFlips,
  'two-hubs': async () => (await import('../tests/reliability/two-hubs.ts')).twoHubs,
  'slow-sockets': async () => (await import('../tests/reliability/slow-sockets.ts')).slowSockets,
  'clock-jumps': async () => (await import('../tests/reliability/clock-jumps.ts')).clockJumps,
  'kill-migration': async () => (await import('../tests/reliability/kill-migration.ts')).killMigration,
  canaries: async () => (await import('../tests/reliability/canary-search.ts')).canarySearch,
  desks: async () => (await import('../tests/reliability/desks-at-once.ts')).desksAtOnce,
  'foreign-ids': async () => (await import('../tests/reliability/foreign-ids.ts')).foreignIds,
}

const DONE = 0
const BROKEN = 1
const WRONG_USE = 2
const PROBLEMS_SHOWN = 20

async function listHarnesses(): Promise<string> {
  const lines: string[] = []
  for (const [name, load] of Object.entries(HARNESSES))
    lines.push(`  ${name.padEnd(16)} ${(await load()).summary}`)
  return `Usage: npm run reliability -- HARNESS [ROUNDS] [--seed S]\n${lines.join('\n')}`
}

function usageOf(name: string, { summary, unit, rounds }: Harness): string {
  return [
    `Usage: npm run reliability -- ${name} [ROUNDS] [--seed S]`,
    `  ${summary}`,
    `  ROUNDS     ${unit}; ${rounds} unless told otherwise`,
    '  --seed S   words that fix what is left to chance; printed, so that a run can be had again',
    'Ends with 0 when nothing is wrong, 1 when something is, 2 when called wrongly.',
  ].join('\n')
}

/** Does what the command line asks for and returns how the process ends. */
async function runHarness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  const [name = '', asked, ...rest] = positionals
  const load = Object.hasOwn(HARNESSES, name) ? HARNESSES[name] : undefined
  if (!load) {
    console.log(await listHarnesses())
    return values.help === true ? DONE : WRONG_USE
  }
  const harness = await load()
  const rounds = asked === undefined ? harness.rounds : Number(asked)
  if (values.help === true || rest.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.log(usageOf(name, harness))
    return values.help === true ? DONE : WRONG_USE
  }
  const seed = values.seed ?? randomBytes(4).toString('hex')
  console.log(`${name}: ${rounds} ${harness.unit}, seed ${seed}`)
  const report = await harness.run({ rounds, random: new SeededRandom(name, seed), say: console.log })
  if (report.skipped !== undefined) console.log(`skipped: ${report.skipped}`)
  for (const figure of report.figures) console.log(figure)
  for (const problem of report.problems.slice(0, PROBLEMS_SHOWN)) console.log(`PROBLEM ${problem}`)
  console.log(report.problems.length === 0 ? 'nothing wrong' : `${report.problems.length} problems`)
  return report.problems.length === 0 ? DONE : BROKEN
}

try {
  process.exitCode = await runHarness(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof TypeError && 'code' in error)) throw error
  console.log(error.message)
  process.exitCode = WRONG_USE
}
