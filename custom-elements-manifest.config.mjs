import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { jsxTypes } from './checks/jsx-types.mjs';

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

/** Files are found in the order of the disk, which differs from one to the next. */
const inOrder = {
  name: 'in-order',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

const camel = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** What an attribute says is said at its property. */
const attributesOfProperties = {
  name: 'attributes-of-properties',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const { attributes = [], members = [] } of declarations ?? []) {
        for (const attribute of attributes) {
          const property = members.find(({ name }) => name === camel(attribute.name));
          if (attribute.fieldName || !property) continue;
          const { type, default: initial, description } = property;
          Object.assign(attribute, { fieldName: property.name, type, default: initial, description });
          property.attribute = attribute.name;
        }
      }
    }
  },
};

/** Only what is promised stays. */
const promisedMembers = {
  name: 'promised-members',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy, static: isStatic }) =>
            !privacy && !isStatic && !/^#|^adoptedStyleSheets$|Callback$/.test(name),
        );
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
    inOrder,
    documentedEvents,
    attributesOfProperties,
    promisedMembers,
    customElementVsCodePlugin({ outdir: 'ide' }),
    customElementJetBrainsPlugin({ outdir: 'ide', packageJson: false }),
    ...jsxTypes,
  ],
};
