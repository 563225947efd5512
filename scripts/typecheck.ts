// Type-checks each layer with its own tsconfig, so that a layer cannot even name what it may not use
// (no Node types in domain, no DOM in the hub).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const layers = ['domain', 'db', 'main/hub', 'main/desktop', 'renderer', 'tests']

let failed = false
for (const layer of layers) {
  const project = `${layer}/tsconfig.json`
  if (!existsSync(`${root}${project}`)) continue
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) failed = true
}
process.exitCode = failed ? 1 : 0
