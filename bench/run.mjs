// `npm run bench -- mount tick` measures what is named.
import { SetUpError } from '../scripts/set-up/say.mjs';
import { setUpAndRun } from '../scripts/set-up/set-up-and-run.mjs';

const benches = {
  'first-frame': async () => (await import('./compare-first-frames.mjs')).compareFirstFrames(),
  mount: async () => (await import('./mount.mjs')).mount(),
  tick: async () => (await import('./tick.mjs')).tick(),
  sizes: async () => (await import('./sizes.mjs')).sizes(),
};

await setUpAndRun(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in benches));
  if (names.length === 0 || unknown.length > 0) {
    throw new SetUpError(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  }
  for (const name of names) await benches[name]();
  process.exit();
});
