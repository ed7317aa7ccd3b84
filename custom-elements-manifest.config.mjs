import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** The analyzer also takes what is passed to an event's class for an event: only those with a doc comment stay. */
const documentedEvents = {
  name: 'documented-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations ?? []) {
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
      }
    }
  },
};

export default {
  globs: ['src/components/**/*.ts', 'src/events/**/*.ts', 'src/define/**/*.ts'],
  // Style sheets are no part of what is promised.
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  dependencies: false,
  plugins: [
    documentedEvents,
    customElementVsCodePlugin({ outdir: 'ide' }),
    customElementJetBrainsPlugin({ outdir: 'ide', packageJson: false }),
  ],
};
