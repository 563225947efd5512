// Builds the program into out/. `node scripts/build.ts renderer` builds what a browser needs and nothing when its
// sources have not changed; `gallery` builds the page that shows the design system; without a word, everything.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'
import { rendererConfig } from '../vite.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const PROJECT = ['package.json', 'package-lock.json']
const RENDERER_SOURCES = [
  'renderer/**/*.{ts,tsx,css,html,svg}',
  'domain/**/*.{ts,json}',
  'vite.config.ts',
  ...PROJECT,
]
const SHELL_SOURCES = ['{main,db,domain}/**/*', 'electron.vite.config.ts', ...PROJECT]
const FIRST_LOAD_LIMIT_KB = 350

// Whoever starts a build, a test runner too: what is built is what is shipped, never React for development.
process.env['NODE_ENV'] = 'production'

/** One hash over everything a part of the program is made of. */
function sourceHash(sources: readonly string[]): string {
  const hash = createHash('sha256')
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
  for (const path of files)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function gzipKb(path: string): number {
  return gzipSync(readFileSync(path)).length / 1024
}

/** Scripts the first screen loads before anything is asked of them: those index.html names. */
function firstLoadKb(outDir: string): { scripts: number; styles: number } {
  const html = readFileSync(join(outDir, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(js|css))"/g)]
  const sum = (kind: string) =>
    named
      .filter((match) => match[2] === kind)
      .reduce((kb, match) => kb + gzipKb(join(outDir, match[1] ?? '')), 0)
  return { scripts: sum('js'), styles: sum('css') }
}

function printSizes(outDir: string): void {
  const chunks = globSync('assets/*.js', { cwd: outDir })
    .map((path) => ({ path, kb: gzipKb(join(outDir, path)) }))
    .toSorted((a, b) => b.kb - a.kb)
  for (const { path, kb } of chunks.slice(0, 12))
    console.error(`${kb.toFixed(1).padStart(8)} KB gzip  ${path}`)
  const { scripts, styles } = firstLoadKb(outDir)
  console.error(
    `first load: ${scripts.toFixed(1)} KB gzip of scripts (limit ${FIRST_LOAD_LIMIT_KB}), ${styles.toFixed(1)} KB of styles`,
  )
  if (scripts > FIRST_LOAD_LIMIT_KB) {
    console.error('The first load is over its limit: split what the first screen does not need.')
    process.exitCode = 1
  }
}

/** A part with the stamp of what it was built from; one that stands as its sources are is not built again. */
function partOf(name: string, sources: readonly string[], result: string) {
  const stamp = join(root, 'out', `${name}.sources`)
  const hash = sourceHash(sources)
  const isBuilt = existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isBuilt) console.error(`${name}: up to date`)
  const keep = () => {
    mkdirSync(join(root, 'out'), { recursive: true })
    writeFileSync(stamp, hash)
  }
  return { isBuilt, keep }
}

async function buildRenderer(): Promise<void> {
  const outDir = rendererConfig.build.outDir
  const part = partOf('renderer', RENDERER_SOURCES, join(outDir, 'index.html'))
  if (part.isBuilt) return
  await build({ ...rendererConfig, configFile: false, logLevel: 'warn' })
  part.keep()
  printSizes(outDir)
}

async function buildGallery(): Promise<void> {
  const config: InlineConfig = {
    ...rendererConfig,
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'renderer/gallery'),
    build: { ...rendererConfig.build, outDir: join(root, 'out/gallery') },
  }
  await build(config)
}

/** Main and preload; false when electron-vite failed. */
function buildShell(): boolean {
  const entries = ['main/desktop/index.ts', 'main/desktop/preload.ts', 'main/hub/cli/index.ts']
  if (!entries.some((path) => existsSync(join(root, path)))) return true
  const part = partOf('shell', SHELL_SOURCES, join(root, 'out/main'))
  if (part.isBuilt) return true
  const run = spawnSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) return false
  part.keep()
  return true
}

const what = process.argv[2]
if (what === 'renderer') await buildRenderer()
else if (what === 'gallery') await buildGallery()
else if (what === undefined) {
  await buildRenderer()
  if (!buildShell()) process.exitCode = 1
} else {
  console.error(`unknown part: ${what} (renderer, gallery)`)
  process.exitCode = 2
}
