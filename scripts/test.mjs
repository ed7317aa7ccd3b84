// `npm test`: sets up what is missing, then runs all tests; ends with the plain line 'N passed, N failed'.
// `npm test -- unit e2e` runs only those parts.
import { continueOnOwnNode, ensurePackages, requireNode } from './set-up/packages.mjs';
import { sayWhatWentWrong } from './set-up/say.mjs';

await sayWhatWentWrong(async () => {
  requireNode();
  await ensurePackages();
  if (await continueOnOwnNode()) return;
  // What follows needs the Node that the packages brought.
  const { runTests } = await import('./set-up/tests.mjs');
  await runTests(process.argv.slice(2));
});
