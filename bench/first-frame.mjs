// From the click on "Join" to the first frame of someone else's video: our conference beside livekit-client alone.
import { continueOnOwnNode, ensurePackages, requireNode } from '../scripts/set-up/packages.mjs';
import { sayWhatWentWrong } from '../scripts/set-up/say.mjs';

await sayWhatWentWrong(async () => {
  requireNode();
  await ensurePackages();
  if (await continueOnOwnNode()) return;
  // What follows needs the Node that the packages brought.
  const { compareFirstFrames } = await import('./compare-first-frames.mjs');
  await compareFirstFrames();
});
