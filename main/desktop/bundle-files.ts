import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const MEDIA_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface BundleFile {
  path: string
  mediaType: string
}

/**
 * The files of the built renderer by the path of their address. Listed once: an address is looked up, never turned
 * into a path, so that no way of writing `..` leads out of the folder. `index.html` is not among them: the page is
 * made anew for each answer.
 */
export function listBundle(dir: string): ReadonlyMap<string, BundleFile> {
  const files = new Map<string, BundleFile>()
  const walk = (folder: string, address: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      const mediaType = MEDIA_TYPES[extname(entry.name)]
      if (entry.isDirectory()) walk(path, `${address}${entry.name}/`)
      else if (mediaType !== undefined) files.set(`${address}${entry.name}`, { path, mediaType })
    }
  }
  walk(dir, '/')
  return files
}
