import type { MessageLoaders } from '../../locales/localization.js';

/** Where the words are, beside those of the sources. */
export const messages: MessageLoaders = {
  es: () => import('../../locales/es/virtual-event-config.js'),
  fr: () => import('../../locales/fr/virtual-event-config.js'),
  de: () => import('../../locales/de/virtual-event-config.js'),
  ar: () => import('../../locales/ar/virtual-event-config.js'),
};
