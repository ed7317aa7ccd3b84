import { roundsWanted, spread, untilTold } from './rounds.mjs';
import { setStage, ways } from './stage.mjs';
import { median } from './statistics.mjs';
import { steps } from './watch-first-frame.mjs';

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
  console.log(`\nFirst frame, ours / bare: ${spread(ratios, 2)} (quartiles of the rounds)`);
};

/** Measures both in turn and prints what came out. Asserts nothing: machines differ. */
export const compareFirstFrames = () =>
  untilTold(async (onClose) => tell(await measureRounds(await setStage(onClose), roundsWanted(10))));
