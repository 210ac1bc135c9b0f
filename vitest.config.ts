import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@payload-config': at('./payload.config.ts'), '@': at('./src') } },
  test: {
    setupFiles: ['tests/support/fuzz-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts'],
          // Some open hundreds of connections, on machines that do other things besides.
          testTimeout: 30_000,
        },
      },
      // The same suite on each database: its files share one process, and with it one Payload.
      ...['sqlite', 'mongodb'].map((database) => ({
        extends: true as const,
        test: {
          name: `contract-${database}`,
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: 'tests/support/contract-setup.ts',
          isolate: false,
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
})
