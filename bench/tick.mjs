// One second's turn of a thousand countdowns, beside GitHub's relative-time counting down in seconds.
import { setTimeout as pause } from 'node:timers/promises';
import { openElementsPage } from './elements-stage.mjs';
import { holdClock } from './held-clock.mjs';
import { inTurns, ratios, roundsWanted, spread, untilTold } from './rounds.mjs';
import { median } from './statistics.mjs';

const ways = ['ours', 'relative-time'];
/** Within the hour digits turn each second, milliseconds. */
const startsIn = 20 * 60_000;
const ticksInARound = 10;
/** All are in sight: what is not rests. */
const viewport = { width: 4200, height: 6000 };

/** Prints the milliseconds of a turn with layout, and the ratio. Asserts nothing: machines differ. */
export const tick = () =>
  untilTold(async (onClose) => {
    const rounds = roundsWanted(20);
    const { page, protocol } = await openElementsPage(onClose, { viewport, beforePage: holdClock });
    const results = await inTurns(
      ways,
      rounds,
      async (way) => {
        await page.evaluate(([kind, ahead]) => bench.prepare(kind, ahead), [way, startsIn]);
        await page.evaluate(() => bench.mount());
        await pause(500);
        await protocol.send('HeapProfiler.collectGarbage');
        const took = [];
        for (let turn = 0; turn <= ticksInARound; turn += 1) took.push(await page.evaluate(() => bench.tick()));
        await page.evaluate(() => bench.clear());
        // The first turns the clock to the full second.
        return median(took.slice(1));
      },
      2,
    );
    console.log(`1,000 countdowns, a second’s turn: milliseconds, median (quartiles), ${rounds} rounds\n`);
    for (const way of ways) console.log(`${way.padEnd(14)} ${spread(results[way], 1)}`);
    console.log(`\nours / relative-time:        ${spread(ratios(results, 'ours', 'relative-time'), 2)}`);
  });
