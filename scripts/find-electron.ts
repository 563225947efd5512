import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PROBE_MS = 2500
const DOWNLOAD_MS = 10 * 60_000
const ELECTRON_HOST = 'https://github.com/electron/electron/releases'

function installed(root: string): string | undefined {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(ELECTRON_HOST, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok
  } catch {
    return false
  }
}

/**
 * The Electron binary, fetched by the package's own installer where its release server can be reached; undefined
 * where it cannot, or where ELECTRON_SKIP_BINARY_DOWNLOAD forbids it.
 */
export async function findElectron(root: string): Promise<string | undefined> {
  const found = installed(root)
  if (found !== undefined) return found
  const installer = join(root, 'node_modules/electron/install.js')
  const isForbidden = process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] !== undefined
  if (isForbidden || !existsSync(installer) || !(await isReachable())) return undefined
  spawnSync(process.execPath, [installer], { cwd: root, stdio: ['ignore', 2, 2], timeout: DOWNLOAD_MS })
  return installed(root)
}
