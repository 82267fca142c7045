import { defineConfig } from 'vitest/config'

const tests = (suffix: string) => [
  `packages/*/src/**/*${suffix}`,
  `apps/*/{src,app,server}/**/*${suffix}`,
  `tools/**/*${suffix}`,
]

// One runner for everything below the browser, so that one line at its end counts all of it.
export default defineConfig({
  test: {
    // By itself a runner leaves one processor free: half of the time on a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: tests('.test.{ts,tsx,mjs}'),
          exclude: ['**/*.pg.test.ts', '**/node_modules/**', '**/build/**', '**/dist/**'],
        },
      },
      {
        test: {
          name: 'postgres',
          include: tests('.pg.test.ts'),
          exclude: ['**/node_modules/**', '**/build/**', '**/dist/**'],
          globalSetup: ['packages/testing/src/vitest-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
