import { defineConfig } from '@playwright/test';
import { chromePath, chromiumArgs, fakeMediaArgs } from './wtr-flags.mjs';

/** The journey, end to end: the demo as `npm start` runs it, in real browsers, through a real LiveKit server. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // One demo and two calls at a time are what two cores carry.
  workers: 1,
  timeout: 90_000,
  // A busy machine is late now and then: what fails is tried once more.
  retries: 1,
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: chromePath,
      args: [...chromiumArgs, ...fakeMediaArgs],
      // What blocks windows in people's browsers blocks them here too.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
    trace: 'retain-on-failure',
  },
});
