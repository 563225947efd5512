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

const main = present(MAIN_ENTRIES)
const preload = present(PRELOAD_ENTRIES)

const config: UserConfig = {
  ...(Object.keys(main).length > 0 && {
    main: { build: { outDir: 'out/main', rolldownOptions: { input: main, output: { format: 'es' } } } },
  }),
  ...(Object.keys(preload).length > 0 && {
    // A sandboxed preload must be one CommonJS file.
    preload: {
      build: {
        outDir: 'out/preload',
        externalizeDeps: false,
        rolldownOptions: { input: preload, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
      },
    },
  }),
  renderer: {
    ...rendererConfig,
    build: {
      ...rendererConfig.build,
      rolldownOptions: { input: fileURLToPath(new URL('renderer/index.html', import.meta.url)) },
    },
  },
}

export default defineConfig(config)
