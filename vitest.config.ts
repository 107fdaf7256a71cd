import { defineConfig } from 'vitest/config';
import { failedLast } from './tests/kit/failedLast.ts';

export default defineConfig({
  test: {
    include: [
      '{server,contract,packs,demo,bench,bin}/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
    ],
    globalSetup: ['tests/kit/cluster.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // A page on a busy machine answers late; a poll gives up no sooner than the page itself.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', failedLast],
    env: { TZ: 'Asia/Shanghai' },
  },
});
