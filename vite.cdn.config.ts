import { transform } from 'esbuild';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

/** Style sheets are text to a minifier of scripts: each is made small here. */
const smallStyles: Plugin = {
  name: 'small-styles',
  enforce: 'pre',
  async transform(code, id) {
    const sheet = /\bcss`([^`$]*)`/;
    if (!id.includes('/src/') || !sheet.test(code)) return undefined;
    const parts = code.split(sheet);
    for (let at = 1; at < parts.length; at += 2) {
      const small = await transform(parts[at] ?? '', { loader: 'css', minify: true });
      parts[at] = `css\`${small.code.trim().replaceAll('\\', '\\\\')}\``;
    }
    return { code: parts.join(''), map: null };
  },
};

const glued = (_note: string, before: string): string => (before === '' ? '' : `${before} `);

/** Notes for bundlers are of no use in what is loaded as it is. */
const withoutNotes: Plugin = {
  name: 'without-notes',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle)) {
      // After a word, as in `return`, the note is also what parts it from the next.
      if (file.type === 'chunk') file.code = file.code.replaceAll(/(\w?)\/\* @__PURE__ \*\/ /g, glued);
    }
  },
};

/** Takes Lit from its two files, which stand beside the chunks and which they reach from there. */
const oneLit: Plugin = {
  name: 'one-lit',
  enforce: 'pre',
  resolveId(id) {
    const { name } = this.environment;
    if (name === 'lit_html') return undefined;
    if (/^lit-html$|^lit\/html\.js$|\/lit-html\.js$/.test(id)) return { id: './chunks/lit-html.js', external: true };
    const isBase = /^(lit|@lit\/reactive-element)$|\/reactive-element\.js$/.test(id);
    return isBase && name !== 'lit' ? { id: './chunks/lit.js', external: true } : undefined;
  },
  renderChunk: (code, { fileName }) =>
    fileName.startsWith('chunks/') ? code.replaceAll('./chunks/lit', './lit') : undefined,
};

const entries = {
  'virtual-event-elements': 'src/autoloader/autoloader.ts',
  'chunks/lit-html': 'src/autoloader/lit-html.ts',
  'chunks/lit': 'src/autoloader/lit.ts',
  'event-join-button': 'src/define/event-join-button.ts',
  'virtual-event-config': 'src/define/virtual-event-config.ts',
  'event-conference': 'src/define/event-conference.ts',
  messages: 'src/locales/messages.ts',
  'conference-page': 'src/conference-page/conference-page.ts',
};

/** Words are told apart by their language. */
const languageIn = (id: string | null): string => {
  const language = /\/locales\/(\w+)\/[^/]+$/.exec(id ?? '')?.[1];
  return language ? `.${language}` : '';
};

/** A build of its own for one entry, which takes the elements from theirs. */
const alone = (name: string, entry: string): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir: 'cdn',
    emptyOutDir: name === 'virtual-event-elements',
    target: 'es2022',
    modulePreload: false,
    lib: { entry: { [name]: entry }, formats: ['es'] },
    rolldownOptions: {
      external: (id) =>
        /\/define\//.test(id) && !id.endsWith(entry.slice(4)) && !id.endsWith(entry.slice(4).replace('.ts', '.js')),
      // What an element fetches later may take from its entry, which else would be split in two.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId }) => `chunks/[name]${languageIn(facadeModuleId)}-[hash:6].js`,
        paths: (id) => id.replace(/^.*\/define\/(.*)\.[jt]s$/, './$1.js'),
      },
    },
  },
});

const environments = Object.fromEntries(
  Object.entries(entries).map(([name, entry]) => [
    name.replace('chunks/', '').replaceAll('-', '_'),
    alone(name, entry),
  ]),
);

/**
 * The files that a page takes without a build: one script that loads what the page's tags need. Each element is one file
 * with all that it needs at once, beside Lit: most pages have one of the tags, and shared chunks would cost each a
 * twentieth more.
 */
export default defineConfig({
  publicDir: false,
  plugins: [smallStyles, oneLit, withoutNotes],
  environments,
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(environments)) await builder.build(builder.environments[name]!);
    },
  },
});
