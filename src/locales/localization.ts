import { configureReentrantLocalization } from '@lit/localize/init/reentrant.js';

export { msg } from '@lit/localize/init/install.js';
export { str } from '@lit/localize/internal/str-tag.js';

/** The language in which the words are written in the sources. */
const sourceLocale = 'en';

let rendering = sourceLocale;

// The reentrant kind, because two elements on one page may speak two languages; and because the plain kind can be
// configured once per copy only and would collide with a host page's own.
configureReentrantLocalization({
  sourceLocale,
  targetLocales: [],
  getLocale: () => rendering,
  loadLocaleSync: () => undefined,
});

/** Runs `render` with `msg()` speaking the given locale. */
export const speaking = <T>(locale: string, render: () => T): T => {
  const before = rendering;
  rendering = locale;
  try {
    return render();
  } finally {
    rendering = before;
  }
};

/** The language tag that holds where the element stands: the nearest `lang`, across shadow roots, else the visitor's. */
export const languageAt = (element: Element): string => {
  for (let at: Element | null = element; at;) {
    const lang = at.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || sourceLocale;
};
