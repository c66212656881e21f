import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    // PostgreSQL and the built program start within seconds; a slow machine must not fail a right test.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
