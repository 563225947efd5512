import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{domain,db,main,renderer,scripts}/**/*.test.ts',
      'tests/{db,desktop,hub,house,packaging,reliability}/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    // Nothing is done at import time, so what one file loaded serves the next of its process.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      TZ: 'America/New_York',
      // Every hub a test starts loads its threads from sources: compiled once, read back by the next.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled'),
    },
  },
})
