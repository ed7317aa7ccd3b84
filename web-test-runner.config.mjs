import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { firefoxLauncher } from './test/browsers/firefox.mjs';
import { webkitGtkLauncher } from './test/browsers/webkit-gtk.mjs';
import { backendPlugin } from './test/servers/backend-plugin.mjs';
import { chromePath, chromiumArgs, fakeMediaArgs } from './wtr-flags.mjs';

/** Ends the run with one plain 'N passed, N failed, N skipped' line. */
const plainSummary = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const count = (suite) => {
      for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
      for (const inner of suite?.suites ?? []) count(inner);
    };
    for (const session of sessions) {
      count(session.testResults);
      if (!session.passed && !session.testResults) counts.failed += 1;
    }
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
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter(), plainSummary()],
};
