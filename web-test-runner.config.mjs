import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { firefoxLauncher } from './test/browsers/firefox.mjs';
import { webkitGtkLauncher } from './test/browsers/webkit-gtk.mjs';
import { backendPlugin } from './test/servers/backend-plugin.mjs';
import { chromePath, chromiumArgs, fakeMediaArgs } from './wtr-flags.mjs';

const root = import.meta.dirname;

/** Ends the run with one plain 'N passed, N failed, N skipped' line; TEST_REPORT names a file for it, with what failed. */
const plainSummary = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    const count = (suite, file, path) => {
      for (const test of suite?.tests ?? []) {
        const outcome = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
        counts[outcome] += 1;
        if (outcome === 'failed') failures.push([file, ...path, test.name].join(' › '));
      }
      for (const inner of suite?.suites ?? []) count(inner, file, [...path, inner.name]);
    };
    for (const session of sessions) {
      const file = relative(root, session.testFile);
      count(session.testResults, file, []);
      if (!session.passed && !session.testResults) {
        counts.failed += 1;
        failures.push(`${file} did not run to its end`);
      }
    }
    if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify({ ...counts, failures }));
    process.on('exit', () =>
      console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`),
    );
  },
});

/** BROWSER names one of these. */
const browsers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: chromePath, headless: true, args: [...chromiumArgs, ...fakeMediaArgs] },
    }),
  firefox: firefoxLauncher,
  webkit: webkitGtkLauncher,
};

export default {
  files: ['test/**/*.test.ts', '!test/e2e/**'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [await browsers[process.env.BROWSER || 'chromium']()],
  // Timers are throttled in background tabs, and countdowns are about timers.
  concurrency: 1,
  plugins: [
    backendPlugin(),
    a11ySnapshotPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: join(root, 'tsconfig.json'),
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 240_000,
  // A busy machine is late now and then: what fails is tried once more.
  testFramework: { config: { timeout: 10_000, retries: 1 } },
  reporters: [defaultReporter(), plainSummary()],
};
