// A thousand join buttons are put on a page, beside a thousand trivial Lit elements and GitHub's relative-time.
import { setTimeout as pause } from 'node:timers/promises';
import { openElementsPage } from './elements-stage.mjs';
import { inTurns, ratios, roundsWanted, spread, untilTold } from './rounds.mjs';

const ways = ['ours', 'trivial', 'relative-time'];
/** Far enough that digits do not turn meanwhile, milliseconds. */
const startsIn = 3 * 3_600_000;

const seconds = async (protocol) => {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

/** Prints the main thread’s milliseconds for each, until the page rests, and the ratios. Asserts nothing: machines differ. */
export const mount = () =>
  untilTold(async (onClose) => {
    const rounds = roundsWanted(20);
    const { page, protocol } = await openElementsPage(onClose);
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    const results = await inTurns(
      ways,
      rounds,
      async (way) => {
        await page.evaluate(([kind, ahead]) => bench.prepare(kind, ahead), [way, startsIn]);
        await protocol.send('HeapProfiler.collectGarbage');
        const before = await seconds(protocol);
        await page.evaluate(() => bench.mount());
        // What comes after the first drawing counts too.
        await pause(400);
        const after = await seconds(protocol);
        await page.evaluate(() => bench.clear());
        await pause(100);
        return (after.TaskDuration - before.TaskDuration) * 1000;
      },
      3,
    );
    console.log(
      `1,000 elements put on a page: milliseconds of the main thread, median (quartiles), ${rounds} rounds\n`,
    );
    for (const way of ways) console.log(`${way.padEnd(14)} ${spread(results[way], 0)}`);
    console.log(`\nours / trivial Lit element:  ${spread(ratios(results, 'ours', 'trivial'), 2)}`);
    console.log(`ours / relative-time:        ${spread(ratios(results, 'ours', 'relative-time'), 2)}`);
  });
