// `npm start`: the demo. Sets up what is missing, then runs the demo's site, the backend and a LiveKit server until Ctrl-C.
import { continueOnOwnNode, ensurePackages, requireNode } from './set-up/packages.mjs';
import { sayWhatWentWrong } from './set-up/say.mjs';

await sayWhatWentWrong(async () => {
  requireNode();
  await ensurePackages();
  if (await continueOnOwnNode()) return;
  // What follows needs the Node that the packages brought.
  const { runDemo } = await import('./set-up/demo.mjs');
  await runDemo();
});
