// `npm start`: the demo. Sets up what is missing, then runs the demo's site, the backend and a LiveKit server until Ctrl-C.
import { setUpAndRun } from './set-up/set-up-and-run.mjs';

await setUpAndRun(async () => {
  const { runDemo } = await import('./set-up/demo.mjs');
  await runDemo();
});
