// npm test: unit, hub and house tests with vitest, then journeys in a real Chromium with Playwright. The last line
// sums both up; anything skipped is named with its reason.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findOrInstallChromium } from './find-chromium.ts'

interface Tally {
  passed: number
  failed: number
  /** One line for each test that did not run, with the reason. */
  skipped: string[]
}

interface VitestReport {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: unknown[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: {
    title: string
    tests: { status: string; annotations: { type: string; description?: string }[] }[]
  }[]
}

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'out/test')

/** Runs a tool of the project and reads the report it leaves; undefined when it left none. */
function runForReport<T>(
  tool: string,
  args: readonly string[],
  report: string,
  env: NodeJS.ProcessEnv,
): { report: T | undefined; isGood: boolean } {
  rmSync(report, { force: true })
  const run = spawnSync(process.execPath, [join(root, tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined
  return { report: text === undefined ? undefined : (JSON.parse(text) as T), isGood: run.status === 0 }
}

function runVitest(): Tally {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { report, isGood } = runForReport<VitestReport>('node_modules/vitest/vitest.mjs', args, file, {})
  const tally: Tally = { passed: 0, failed: 0, skipped: [] }
  for (const { name, status, assertionResults } of report?.testResults ?? []) {
    for (const { fullName, status: outcome } of assertionResults) {
      if (outcome === 'passed') tally.passed += 1
      else if (outcome === 'failed') tally.failed += 1
      else tally.skipped.push(`${name}: ${fullName} (${outcome})`)
    }
    // A file that does not even load has no tests to fail.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) tally.failed += 1
  }
  return noted(tally, isGood)
}

function runPlaywright(): Tally {
  const specs = globSync('tests/e2e/**/*.spec.ts', { cwd: root })
  const tally: Tally = { passed: 0, failed: 0, skipped: [] }
  if (specs.length === 0) return tally
  const chromium = findOrInstallChromium()
  if (chromium === undefined) {
    console.error('Không có Chromium. Cài Chromium hoặc Chrome, hoặc đặt CHROME_PATH, rồi chạy lại.')
    return { ...tally, failed: specs.length }
  }
  const file = join(reports, 'playwright.json')
  const env = { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const args = ['test', '--reporter=list,json']
  const { report, isGood } = runForReport<PlaywrightReport>(
    'node_modules/@playwright/test/cli.js',
    args,
    file,
    env,
  )
  const walk = (suite: PlaywrightSuite) => {
    for (const { title, tests } of suite.specs) {
      for (const { status, annotations } of tests) {
        if (status === 'expected') tally.passed += 1
        else if (status === 'flaky') {
          tally.passed += 1
          console.log(`passed only when tried again: ${title}`)
        } else if (status === 'skipped')
          tally.skipped.push(`${title} (${annotations[0]?.description ?? 'no reason given'})`)
        else tally.failed += 1
      }
    }
    for (const inner of suite.suites ?? []) walk(inner)
  }
  for (const suite of report?.suites ?? []) walk(suite)
  return noted(tally, isGood)
}

/** A runner that failed without a failed test (a crash, no report, a focused test) counts as one failure. */
function noted(tally: Tally, isGood: boolean): Tally {
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

mkdirSync(reports, { recursive: true })
const tallies = [runVitest(), runPlaywright()]
const skipped = tallies.flatMap((tally) => tally.skipped)
for (const line of skipped) console.log(`skipped: ${line}`)
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
