import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCES = fileURLToPath(new URL('./shims/', import.meta.url))

/** A library that stands between a program and the system. */
export type Shim = 'bad-disk' | 'disk-journal' | 'wrong-clock'

/** Why no shim can be used here; undefined when they can. */
export function whyNoShims(): string | undefined {
  if (process.platform !== 'linux') return `the shims are for Linux, this is ${process.platform}`
  const found = spawnSync('gcc', ['--version'], { stdio: 'ignore' })
  return found.status === 0 ? undefined : 'gcc is not installed, the shims cannot be compiled'
}

/** Compiles a shim into a folder and returns what a child's environment needs to be under it. */
export function compileShim(shim: Shim, dir: string): { LD_PRELOAD: string } {
  const library = join(dir, `${shim}.so`)
  const flags = ['-std=gnu17', '-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC']
  const run = spawnSync('gcc', [...flags, '-o', library, join(SOURCES, `${shim}.c`), '-ldl', '-lpthread'], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`${shim}.c does not compile: ${run.stderr}`)
  return { LD_PRELOAD: library }
}
