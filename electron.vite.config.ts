import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'electron-vite'
import { rendererConfig } from './vite.config.ts'

const MAIN_ENTRIES: Record<string, string> = {
  desktop: 'main/desktop/index.ts',
  hub: 'main/hub/cli/index.ts',
}
const PRELOAD_ENTRIES: Record<string, string> = { preload: 'main/desktop/preload.ts' }

/** Absolute paths of the entries whose source is there. */
function present(entries: Record<string, string>): Record<string, string> {
  const paths = Object.entries(entries).map(([name, path]): [string, string] => [
    name,
    fileURLToPath(new URL(path, import.meta.url)),
  ])
  return Object.fromEntries(paths.filter(([, path]) => existsSync(path)))
}

function configFor(command: 'build' | 'serve'): UserConfig {
  const main = present(MAIN_ENTRIES)
  const preload = present(PRELOAD_ENTRIES)
  const config: UserConfig = {}
  if (Object.keys(main).length > 0)
    config.main = {
      build: { outDir: 'out/main', rolldownOptions: { input: main, output: { format: 'es' } } },
    }
  // A sandboxed preload must be one CommonJS file.
  if (Object.keys(preload).length > 0)
    config.preload = {
      build: {
        outDir: 'out/preload',
        externalizeDeps: false,
        rolldownOptions: { input: preload, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
      },
    }
  // Built by scripts/build.ts: electron-vite forces relative addresses, which a page below `/` cannot load from.
  if (command === 'serve') config.renderer = rendererConfig
  return config
}

export default defineConfig(({ command }) => configFor(command))
