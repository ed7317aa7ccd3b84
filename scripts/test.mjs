// `npm test`: sets up what is missing, then runs all tests; ends with the plain line 'N passed, N failed'.
// `npm test -- unit e2e` runs only those parts.
import { setUpAndRun } from './set-up/set-up-and-run.mjs';

await setUpAndRun(async () => {
  const { runTests } = await import('./set-up/tests.mjs');
  await runTests(process.argv.slice(2));
});
