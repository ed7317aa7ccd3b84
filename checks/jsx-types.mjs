// Types of the tags for JSX, made from the manifest: ide/jsx.d.ts says what each tag takes, ide/react.d.ts says it to React.
import { readFileSync, writeFileSync } from 'node:fs';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';

const own = 'virtual-event-elements';

const declarationsIn = ({ modules }) => modules.flatMap(({ declarations }) => declarations ?? []);

/** What each tag takes: the generator's own words, with imports that are complete, and told to no framework yet. */
const properties = (text, manifest) => {
  const elements = declarationsIn(manifest).filter(({ tagName }) => tagName);
  const events = elements.flatMap(({ events: fired = [] }) => fired.map(({ type }) => type.text));
  const names = [...elements.map(({ name }) => name), ...events.filter((name) => name !== 'Event')];
  const imports = `import type { ${[...new Set(names)].sort().join(', ')} } from '${own}';\n`;
  const [body] = text.replace(/^import type[^;]*;\n/, imports).split(/^declare (?:module|global)/m);
  return body;
};

/** In React a tag takes these beside what every element takes, with React's own words for `ref` and `key`. */
const forReact = (manifest) => {
  const elements = declarationsIn(manifest).filter(({ tagName }) => tagName);
  const names = elements.map(({ name }) => name);
  const tags = elements.map(({ name, tagName }) => `      '${tagName}': Tag<${name}, ${name}Props>;`);
  return `import type { ClassAttributes, HTMLAttributes } from 'react';
import type { ${names.join(', ')} } from '${own}';
import type { CustomCssProperties, ${names.map((name) => `${name}Props`).join(', ')} } from './jsx.js';

type Tag<Element, Props> = Props & ClassAttributes<Element> & Omit<HTMLAttributes<Element>, keyof Props>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.join('\n')}
    }
  }
  interface CSSProperties extends CustomCssProperties {}
}
`;
};

export const jsxTypes = [
  jsxTypesPlugin({ outdir: 'ide', fileName: 'jsx.d.ts', globalTypePath: own, stronglyTypedEvents: true }),
  {
    name: 'jsx-types-complete',
    packageLinkPhase({ customElementsManifest }) {
      writeFileSync('ide/jsx.d.ts', properties(readFileSync('ide/jsx.d.ts', 'utf8'), customElementsManifest));
      writeFileSync('ide/react.d.ts', forReact(customElementsManifest));
    },
  },
];
