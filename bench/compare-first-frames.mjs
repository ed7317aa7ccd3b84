import { whenToldToEnd } from '../scripts/set-up/processes.mjs';
import { SetUpError } from '../scripts/set-up/say.mjs';
import { setStage, ways } from './stage.mjs';
import { median, quantile } from './statistics.mjs';
import { steps } from './watch-first-frame.mjs';

const roundsWanted = () => {
  const rounds = Number(process.env.ROUNDS ?? 10);
  if (Number.isInteger(rounds) && rounds >= 1) return rounds;
  throw new SetUpError('ROUNDS must be a whole number from 1.');
};

const milliseconds = (value) => value.toFixed(0).padStart(9);

const measureRounds = async (measure, rounds) => {
  const results = Object.fromEntries(ways.map((way) => [way, []]));
  // The first of each finds everything cold, and is not counted.
  for (const way of ways) await measure(way);
  console.log(`      ${ways.map((way) => way.padStart(9)).join('')}   (milliseconds to the first frame)`);
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in half of the rounds.
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) results[way].push(await measure(way));
    const cells = ways.map((way) => milliseconds(results[way][round].frame));
    console.log(`${String(round + 1).padStart(4)}  ${cells.join('')}`);
  }
  return results;
};

const tell = (results) => {
  console.log(`\nMedian milliseconds from the click to each step, ${results.ours.length} rounds\n`);
  console.log(`      ${steps.map((step) => step.padStart(9)).join('')}`);
  for (const way of ways) {
    const cells = steps.map((step) => milliseconds(median(results[way].map((sample) => sample[step]))));
    console.log(`${way}  ${cells.join('')}`);
  }
  const ratios = results.ours.map(({ frame }, round) => frame / results.bare[round].frame);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  console.log(`\nFirst frame, ours / bare: ${middle} (quartiles of the rounds: ${low} and ${high})`);
};

/** Measures both in turn and prints what came out. Asserts nothing: machines differ. */
export const compareFirstFrames = async () => {
  const rounds = roundsWanted();
  const closing = [];
  const toldToEnd = new Promise((resolve) => whenToldToEnd(resolve));
  const compare = async () => tell(await measureRounds(await setStage((stop) => closing.push(stop)), rounds));
  try {
    const signal = await Promise.race([compare(), toldToEnd]);
    if (signal) process.exitCode = 1;
  } finally {
    for (const stop of closing.reverse()) await stop();
  }
  process.exit();
};
