import { cpSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'electron-vite'
import { rendererConfig } from './vite.config.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Programs of the main side: the shell, the hub, and each of the hub's workers, which are started by file name. */
const MAIN_ENTRIES: Record<string, string> = {
  desktop: join(root, 'main/desktop/index.ts'),
  hub: join(root, 'main/hub/cli/index.ts'),
  ...Object.fromEntries(
    globSync('main/hub/**/*-worker.ts', { cwd: root }).map((path) => [
      basename(path, '.ts'),
      join(root, path),
    ]),
  ),
}

/** Data files the hub reads at run time; `main/hub/storage/shipped-file.ts` finds them. */
const SHIPPED = ['db/reference/vn-admin-units.csv', 'main/hub/documents/templates']

const shipFiles = {
  name: 'neo-ve-shipped-files',
  writeBundle: ({ dir }: { dir?: string }) => {
    for (const path of SHIPPED)
      cpSync(join(root, path), join(dir ?? join(root, 'out/main'), 'shipped', path), { recursive: true })
  },
}

function configFor(command: 'build' | 'serve'): UserConfig {
  return {
    main: {
      plugins: [shipFiles],
      build: {
        outDir: 'out/main',
        rolldownOptions: {
          input: MAIN_ENTRIES,
          // All in one folder: a bundled module finds its worker and the shipped files beside itself.
          output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    // A sandboxed preload must be one CommonJS file.
    preload: {
      build: {
        outDir: 'out/preload',
        externalizeDeps: false,
        rolldownOptions: {
          input: { preload: join(root, 'main/desktop/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    // Built by scripts/build.ts: electron-vite forces relative addresses, which a page below `/` cannot load from.
    ...(command === 'serve' ? { renderer: rendererConfig } : {}),
  }
}

export default defineConfig(({ command }) => configFor(command))
