// npm run check: everything that can be said about the sources without running them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const STEPS: readonly { name: string; file: string; args: readonly string[] }[] = [
  { name: 'format', file: 'node_modules/oxfmt/bin/oxfmt', args: ['--check', '.'] },
  { name: 'typed lint', file: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware'] },
  { name: 'types of every layer', file: 'scripts/typecheck.ts', args: [] },
  {
    name: 'layers',
    file: 'node_modules/vitest/vitest.mjs',
    args: ['run', 'tests/house/layers.test.ts', 'tests/house/hub-without-electron.test.ts'],
  },
  { name: 'unused code', file: 'node_modules/knip/bin/knip.js', args: [] },
]

const failed: string[] = []
for (const { name, file, args } of STEPS) {
  const run = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
  const isGood = run.status === 0
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}`)
  if (isGood) continue
  failed.push(name)
  console.log(`${run.stdout}${run.stderr}`)
}
console.log(`${STEPS.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
