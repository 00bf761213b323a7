import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/store/postgres-server.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // The default leaves one core idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
