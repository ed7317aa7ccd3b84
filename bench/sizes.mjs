// What a page loads first, in brotli, beside what others load for the same purpose.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { kilobytes, reach } from '../checks/first-load.mjs';
import { ensureBuilt } from '../scripts/set-up/build.mjs';
import { root } from '../scripts/set-up/packages.mjs';
import { ensurePeers, versionOf } from './peers.mjs';

const cdn = join(root, 'cdn');

const ours = (...entries) => {
  const files = new Set(entries.flatMap((entry) => [...reach(cdn, entry).eager]));
  return kilobytes(cdn, files);
};

const shoelace = (...names) => [
  ...names.map((name) => `@shoelace-style/shoelace/dist/components/${name}/${name}.js`),
  '@shoelace-style/shoelace/dist/themes/light.css',
];
const webAwesome = (...names) => [
  ...names.map((name) => `@awesome.me/webawesome/dist/components/${name}/${name}.js`),
  '@awesome.me/webawesome/dist/styles/themes/default.css',
];
const choice = ['radio-group', 'radio', 'button'];

const peers = [
  {
    title: 'For an attendee',
    ours: ['join button, with the script that loads it', ['virtual-event-elements.js', 'event-join-button.js']],
    others: [
      ['add-to-calendar-button', 'a calendar button', ['add-to-calendar-button']],
      ['@whereby.com/browser-sdk', 'a frame around the call', ['@whereby.com/browser-sdk/embed']],
      ['@github/relative-time-element', 'one countdown', ['@github/relative-time-element']],
    ],
  },
  {
    title: 'For an organizer: a choice of three and a button, without the form’s logic',
    ours: ['config form, at first sight', ['virtual-event-config.js']],
    others: [
      ['@shoelace-style/shoelace', 'controls', shoelace(...choice)],
      ['@awesome.me/webawesome', 'controls', webAwesome(...choice)],
    ],
  },
  {
    title: 'With switches, numbers and details for all that can be set',
    ours: ['config form, with a room, saved by itself', ['virtual-event-config.js', /details|saving/]],
    others: [
      ['@shoelace-style/shoelace', 'controls', shoelace(...choice, 'switch', 'input', 'textarea', 'details')],
      ['@awesome.me/webawesome', 'controls', webAwesome(...choice, 'switch', 'number-input', 'textarea', 'details')],
    ],
  },
];

/** What a bundler makes of these imports for production: its entry with all that it needs at once. */
const bundled = async (specifiers, modules) => {
  const folder = await mkdtemp(join(tmpdir(), 'sizes-'));
  try {
    const { metafile } = await build({
      stdin: { contents: specifiers.map((name) => `import ${JSON.stringify(name)};`).join('\n'), resolveDir: folder },
      nodePaths: [modules],
      outdir: folder,
      entryNames: 'entry',
      bundle: true,
      splitting: true,
      minify: true,
      metafile: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const sheets = Object.keys(metafile.outputs).some((file) => file.endsWith('.css')) ? ['entry.css'] : [];
    return kilobytes(folder, [...reach(folder, 'entry.js').eager, ...sheets]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const line = (size, what) => console.log(`${size.toFixed(1).padStart(7)} kB  ${what}`);

/** The entries with what they import at once, and those of their later files that are meant. */
const oursWith = ([what, entries]) => {
  const named = entries.filter((entry) => typeof entry === 'string');
  const meant = entries.find((entry) => entry instanceof RegExp);
  const later = named.flatMap((entry) => [...reach(cdn, entry).later]).filter((file) => meant?.test(file));
  line(ours(...named, ...later), what);
};

/** Prints a table. Asserts nothing: the budgets are in `npm run check -- sizes`. */
export const sizes = async () => {
  await ensureBuilt();
  const modules = await ensurePeers();
  console.log('First load, brotli\n');
  for (const { title, ours: own, others } of peers) {
    console.log(title);
    oursWith(own);
    for (const [name, what, specifiers] of others) {
      line(await bundled(specifiers, modules), `${name} ${versionOf(name)}, ${what}`);
    }
    console.log();
  }
};
