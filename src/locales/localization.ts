import type { msg as LitMsg } from '@lit/localize';
import type { str as LitStr } from '@lit/localize/internal/str-tag.js';

// Lit's way to write messages, and with it its tools to extract and check them, but not its run-time: that can be
// configured once per copy, and weighs a tenth of what the join button may.

type Template = Parameters<typeof LitMsg>[0];

/** The language in which the words are written in the sources. */
const sourceLanguage = 'en';

/** The words of other languages, by message id. */
const translations: Readonly<Record<string, Readonly<Record<string, Template>>>> = {};

let rendering = sourceLanguage;

/** Runs `render` with `msg()` speaking the given language. */
export const speaking = <T>(language: string, render: () => T): T => {
  const before = rendering;
  rendering = language;
  try {
    return render();
  } finally {
    rendering = before;
  }
};

/** Keeps a text and its figures apart, so that a translation can put them in another order. */
export const str: typeof LitStr = (strings, ...values) => ({ strTag: true, strings, values });

/** A message in the language that is being rendered. Call it while rendering, never when a module loads. */
export const msg = ((template: Template, { id }: { id: string }): unknown => {
  const words = translations[rendering]?.[id] ?? template;
  const { strings, values = [] } = words as Partial<ReturnType<typeof str>>;
  return strings ? String.raw({ raw: strings }, ...values) : words;
}) as typeof LitMsg;

/** The language tag that holds where the element stands: the nearest `lang`, across shadow roots, else the visitor's. */
export const languageAt = (element: Element): string => {
  for (let at: Element | null = element; at;) {
    const lang = at.closest<HTMLElement>('[lang]')?.lang;
    if (lang) {
      try {
        Intl.getCanonicalLocales(lang);
      } catch {
        // A page's slip in its `lang` must not take the element down.
        break;
      }
      // Where the page names a language alone, times are written as in the visitor's region.
      return navigator.languages.find((own) => own.startsWith(`${lang}-`)) ?? lang;
    }
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || sourceLanguage;
};
