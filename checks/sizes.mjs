// What a page loads, in brotli, against the budgets. Counts an entry of cdn/ with all that it imports at once; what is
// behind an import() comes later and has a budget of its own.
import { join } from 'node:path';
import { kilobytes, reach } from './first-load.mjs';

const cdn = join(import.meta.dirname, '..', 'cdn');

const budgets = [
  { what: 'join button, first load', entries: ['event-join-button.js'], limit: 10 },
  {
    what: 'the same through the autoloader',
    entries: ['virtual-event-elements.js', 'event-join-button.js'],
    limit: 10.4,
  },
  {
    what: 'join button, all that comes by itself until one can press',
    entries: ['virtual-event-elements.js', 'event-join-button.js'],
    later: ['extras', 'event-stream', 'http-changes', 'aside', 'stay'],
    limit: 25,
  },
  { what: 'config form, at first sight', entries: ['virtual-event-config.js'], limit: 18 },
  {
    what: 'config form with a room, saved by itself',
    entries: ['virtual-event-config.js'],
    later: ['details', 'saving'],
    limit: 42,
  },
  {
    what: 'until in the call, livekit-client included',
    entries: ['conference-page.js'],
    later: ['livekit-conference', 'livekit-client'],
    limit: 140,
  },
];

let failed = false;
for (const { what, entries, later: wanted = [], limit } of budgets) {
  const files = new Set();
  for (const entry of entries) {
    const { eager, later } = reach(cdn, entry);
    for (const file of eager) files.add(file);
    for (const file of later) {
      if (wanted.some((name) => file.includes(name))) for (const inner of reach(cdn, file).eager) files.add(inner);
    }
  }
  const size = kilobytes(cdn, files);
  const isOver = size > limit;
  failed ||= isOver;
  console.log(`${isOver ? 'OVER ' : 'ok   '} ${size.toFixed(1).padStart(6)} of ${limit} kB  ${what}`);
}
process.exitCode = failed ? 1 : 0;
