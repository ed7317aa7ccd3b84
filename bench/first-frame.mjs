// From the click on "Join" to the first frame of someone else's video: our conference beside livekit-client alone.
import { setUpAndRun } from '../scripts/set-up/set-up-and-run.mjs';

await setUpAndRun(async () => {
  const { compareFirstFrames } = await import('./compare-first-frames.mjs');
  await compareFirstFrames();
});
