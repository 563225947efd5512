import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{domain,db,main,renderer,scripts}/**/*.test.ts',
      'tests/{db,desktop,hub,house,packaging,reliability}/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'America/New_York' },
  },
})
