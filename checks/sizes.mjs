// What a page loads, in brotli, against the budgets. Counts an entry of cdn/ with all that it imports at once; what is
// behind an import() comes later and has a budget of its own.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

const cdn = join(import.meta.dirname, '..', 'cdn');

const budgets = [
  { what: 'join button, first load', entries: ['virtual-event-elements.js', 'event-join-button.js'], limit: 10.1 },
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

await init;

/** The file and everything that it imports before it runs, and what it imports later. */
const reach = (file, eager = new Set(), later = new Set()) => {
  if (eager.has(file)) return { eager, later };
  eager.add(file);
  const source = readFileSync(join(cdn, file), 'utf8');
  for (const { n: plain, s: start, e: end, d: dynamic } of parse(source)[0]) {
    // The minifier writes what is imported later between backticks, which the lexer does not read.
    const specifier = plain ?? source.slice(start + 1, end - 1);
    if (!specifier.startsWith('.')) continue;
    const target = normalize(join(dirname(file), specifier));
    if (dynamic === -1) reach(target, eager, later);
    else later.add(target);
  }
  return { eager, later };
};

const kilobytes = (files) =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(cdn, file))).length, 0) / 1000;

let failed = false;
for (const { what, entries, later: wanted = [], limit } of budgets) {
  const files = new Set();
  for (const entry of entries) {
    const { eager, later } = reach(entry);
    for (const file of eager) files.add(file);
    for (const file of later) {
      if (wanted.some((name) => file.includes(name))) for (const inner of reach(file).eager) files.add(inner);
    }
  }
  const size = kilobytes(files);
  const isOver = size > limit;
  failed ||= isOver;
  console.log(`${isOver ? 'OVER ' : 'ok   '} ${size.toFixed(1).padStart(6)} of ${limit} kB  ${what}`);
}
process.exitCode = failed ? 1 : 0;
