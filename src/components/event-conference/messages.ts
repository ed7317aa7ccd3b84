import type { MessageLoaders } from '../../locales/localization.js';

/** Where the words are, beside those of the sources. */
export const messages: MessageLoaders = {
  es: () => import('../../locales/es/event-conference.js'),
  fr: () => import('../../locales/fr/event-conference.js'),
  de: () => import('../../locales/de/event-conference.js'),
  ar: () => import('../../locales/ar/event-conference.js'),
};
