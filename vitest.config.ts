import { defineConfig } from 'vitest/config'
import { quickFolder } from './test/quick-folder.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Databases of tests are as careful as any; only the disk below them is a quick one.
    env: { TMPDIR: quickFolder() },
    globalSetup: ['./test/store/postgres-server.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // The default leaves one core idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
