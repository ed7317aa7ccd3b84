import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/build-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    env: { TZ: 'UTC' },
    css: true,
    // Much of what is tested is waited for, not computed.
    maxWorkers: 3,
    // A busy machine is late now and then: what fails is tried once more.
    retry: 1,
  },
});
