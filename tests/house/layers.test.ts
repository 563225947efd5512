import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Layer = 'domain' | 'db' | 'hub' | 'desktop' | 'renderer'

const FOLDERS: Record<Layer, string> = {
  domain: 'domain',
  db: 'db',
  hub: 'main/hub',
  desktop: 'main/desktop',
  renderer: 'renderer',
}

const MAY_IMPORT: Record<Layer, readonly Layer[]> = {
  domain: ['domain'],
  db: ['db', 'domain'],
  hub: ['hub', 'db', 'domain'],
  desktop: ['desktop', 'hub', 'domain'],
  renderer: ['renderer', 'domain'],
}

/** Packages that belong to some layers only; a package not named here may be used by any layer but domain. */
const PACKAGES: Record<string, readonly Layer[]> = {
  'better-sqlite3': ['db'],
  kysely: ['db', 'hub'],
  electron: ['desktop'],
  'electron-updater': ['desktop'],
  fastify: ['hub'],
  react: ['renderer'],
  'react-dom': ['renderer'],
}
const DOMAIN_PACKAGES = ['zod', '@orpc/contract']

const SUBPATHS: Record<string, string> = {
  '#domain/': 'domain/',
  '#db/': 'db/',
  '#hub/': 'main/hub/',
  '#renderer/': 'renderer/',
  '#ui/': 'renderer/ui/',
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function layerOf(path: string): Layer | undefined {
  const normal = path.split(sep).join('/')
  return (Object.keys(FOLDERS) as Layer[]).find((layer) => normal.startsWith(`${FOLDERS[layer]}/`))
}

function violation(file: string, layer: Layer, specifier: string): string | undefined {
  const subpath = Object.keys(SUBPATHS).find((prefix) => specifier.startsWith(prefix))
  const inside = subpath
    ? specifier.replace(subpath, SUBPATHS[subpath] ?? '')
    : specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
      : undefined
  if (inside !== undefined) {
    const target = layerOf(inside)
    if (target === undefined) return inside === 'package.json' ? undefined : `${file} imports ${inside}`
    return MAY_IMPORT[layer].includes(target) ? undefined : `${file} (${layer}) imports ${inside} (${target})`
  }
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? '')
  if (layer === 'domain')
    return DOMAIN_PACKAGES.includes(name) ? undefined : `${file} imports package ${name}`
  if (layer === 'renderer' && specifier.startsWith('node:')) return `${file} imports ${specifier}`
  const allowed = PACKAGES[name]
  return allowed && !allowed.includes(layer) ? `${file} (${layer}) imports package ${name}` : undefined
}

describe('layers', () => {
  it.each(Object.keys(FOLDERS) as Layer[])('%s imports only what it may', (layer) => {
    const files = sources(FOLDERS[layer])
    const found = files.flatMap((file) =>
      importsOf(file).flatMap((specifier) => violation(file, layer, specifier) ?? []),
    )
    expect(found).toEqual([])
  })

  it('the check itself notices a forbidden import', () => {
    expect(violation('domain/x.ts', 'domain', '#db/y.ts')).toContain('imports db/y.ts')
    expect(violation('main/hub/a/x.ts', 'hub', '../../desktop/y.ts')).toContain('(desktop)')
    expect(violation('renderer/x.tsx', 'renderer', 'node:fs')).toContain('node:fs')
    expect(violation('main/hub/x.ts', 'hub', 'better-sqlite3')).toContain('package better-sqlite3')
    expect(violation('db/x.ts', 'db', '#domain/y.ts')).toBeUndefined()
  })
})
