import { whenToldToEnd } from '../scripts/set-up/processes.mjs';
import { SetUpError } from '../scripts/set-up/say.mjs';
import { median, quantile } from './statistics.mjs';

/** How many rounds ROUNDS asks for. */
export const roundsWanted = (byDefault) => {
  const rounds = Number(process.env.ROUNDS ?? byDefault);
  if (Number.isInteger(rounds) && rounds >= 1) return rounds;
  throw new SetUpError('ROUNDS must be a whole number from 1.');
};

/**
 * Measures each way in each round, and each goes first equally often: what the machine does meanwhile meets all. Resolves
 * to the measured values of each way. The first rounds find everything cold, and are not counted.
 */
export const inTurns = async (ways, rounds, measure, cold = 1) => {
  const results = Object.fromEntries(ways.map((way) => [way, []]));
  for (let round = -cold; round < rounds; round += 1) {
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[(at + round + cold) % ways.length];
      const value = await measure(way);
      if (round >= 0) results[way].push(value);
    }
  }
  return results;
};

/** The median of values, and their quartiles. */
export const spread = (values, digits) => {
  const [low, high] = [0.25, 0.75].map((share) => quantile(values, share).toFixed(digits));
  return `${median(values).toFixed(digits)} (${low} to ${high})`;
};

/** Each round’s ratio of one way to another. */
export const ratios = (results, way, to) => results[way].map((value, round) => value / results[to][round]);

/** Runs a bench to its end, or until the run is told to end; `work` is given what collects the ways to close things. */
export const untilTold = async (work) => {
  const closing = [];
  const toldToEnd = new Promise((resolve) => whenToldToEnd(resolve));
  try {
    const signal = await Promise.race([work((stop) => closing.push(stop)), toldToEnd]);
    if (signal) process.exitCode = 1;
  } finally {
    for (const stop of closing.reverse()) await stop();
  }
};
