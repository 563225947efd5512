// Builds the program into out/. `node scripts/build.ts renderer` builds what a browser needs and nothing when its
// sources have not changed; `gallery` builds the page that shows the design system; without a word, everything.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'
import { rendererConfig } from '../vite.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const SOURCES = [
  'renderer/**/*.{ts,tsx,css,html,svg}',
  'domain/**/*.{ts,json}',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const FIRST_LOAD_LIMIT_KB = 350

// Whoever starts a build, a test runner too: what is built is what is shipped, never React for development.
process.env['NODE_ENV'] = 'production'

/** One hash over everything the renderer is made of. */
function sourceHash(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.includes('.test.'))
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

async function buildRenderer(): Promise<void> {
  const outDir = rendererConfig.build.outDir
  const stamp = join(root, 'out', 'renderer.sources')
  const hash = sourceHash()
  if (existsSync(join(outDir, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    console.error('renderer: up to date')
    return
  }
  await build({ ...rendererConfig, configFile: false, logLevel: 'warn' })
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, hash)
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
  const run = spawnSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  return run.status === 0
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
