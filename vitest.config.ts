import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{server,contract,packs,demo,bench,bin}/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
    ],
    globalSetup: ['tests/kit/cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai' },
  },
});
