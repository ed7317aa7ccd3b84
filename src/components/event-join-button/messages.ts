import type { MessageLoaders } from '../../locales/localization.js';

/** Where the words are, beside those of the sources. */
export const messages: MessageLoaders = {
  es: () => import('../../locales/es/event-join-button.js'),
  fr: () => import('../../locales/fr/event-join-button.js'),
  de: () => import('../../locales/de/event-join-button.js'),
  ar: () => import('../../locales/ar/event-join-button.js'),
};
