import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds screens, shell and hub as they ship before any journey begins: two workers that build at once break both. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a setup by its default export only
export default function buildFirst(): void {
  // A package that is tried as it is was built by whoever packed it.
  if (process.env['NEO_VE_BUILT'] !== undefined) return
  const root = fileURLToPath(new URL('..', import.meta.url))
  const build = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (build.status !== 0) throw new Error(`the program could not be built\n${build.stderr.toString()}`)
}
