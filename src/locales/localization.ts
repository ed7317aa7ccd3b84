// Lit's way to write messages, but not its run-time: that can be configured once per copy, knows no plural forms, and weighs
// a tenth of what the join button may.

/** The language in which the words are written in the sources. */
const sourceLanguage = 'en';

/** Where the words of each language are fetched from; called, what is there makes them known. */
export type MessageLoaders = Readonly<Record<string, () => Promise<{ default: () => void }>>>;

export interface Words {
  /** Whom to tell that others came. */
  listeners: Set<() => void>;
  /** What stands in place of the English words, if anything; there once something does. */
  find?: (language: string, id: string, figures: readonly unknown[], count: number | undefined) => string | undefined;
  /** Whether anything is said in a language; there once something is. */
  knows?: (language: string) => boolean;
}

/** One for the page, however many copies of this file are in it: each element's file has its own. */
export const words = ((globalThis as Record<symbol, unknown>)[Symbol.for('virtual-event-elements.words')] ??= {
  listeners: new Set(),
}) as Words;

/** Has everyone speak anew. */
export const tell = (): void => {
  for (const listener of words.listeners) listener();
};

const fetched = new Map<unknown, boolean | Promise<void>>();

/**
 * The language to speak where `language` is wanted. `undefined` until its words are there, which are fetched, and
 * `onWords` called then. English, as it is read outside of America, where there are none or they cannot be fetched: numbers
 * and dates are of the language of the words.
 */
export const spokenFor = (language: string, loaders: MessageLoaders, onWords: () => void): string | undefined => {
  const plain = language.split('-')[0]!;
  const load = loaders[plain];
  if (load && !fetched.has(load)) {
    const arrival = load()
      .then((messages) => messages.default())
      .then(
        () => true,
        () => false,
      );
    fetched.set(
      load,
      arrival.then((isThere) => void fetched.set(load, isThere)),
    );
  }
  const isThere = load ? fetched.get(load)! : words.knows?.(language);
  if (isThere instanceof Promise) {
    void isThere.then(onWords);
    return undefined;
  }
  return isThere || plain === sourceLanguage ? language : `${sourceLanguage}-GB`;
};

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

export interface Text {
  strings: TemplateStringsArray;
  values: unknown[];
}
export type Counted = Text & { count: number };

/** A text and its figures apart, so that a translation can put them in another order. */
export const str = (strings: TemplateStringsArray, ...values: unknown[]): Text => ({ strings, values });

/** A text with a count by which other languages choose its words, though English has one form for it. */
export const counted = (count: number, text: Text): Counted => ({ ...text, count });

/** A message in the language that is being rendered. Call it while rendering, never when a module loads. */
export const msg = (template: string | (Text & { count?: number }), { id }: { id: string }): string => {
  const { strings, values = [], count } = template as Partial<Text & { count: number }>;
  return (
    words.find?.(rendering, id, values, count) ??
    (strings ? String.raw({ raw: strings }, ...values) : (template as string))
  );
};

/** What `Intl` makes of a tag, if it is one. */
const isTag = (tag: string): unknown => {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return undefined;
  }
};

/** The visitor's languages; looked through once, as each drawing asks for them. */
let asked: readonly string[];
let own: readonly string[];

/** The language tag that holds where the element stands: the nearest `lang`, across shadow roots, else the visitor's. */
export const languageAt = (element: Element): string => {
  if (asked !== navigator.languages) {
    asked = navigator.languages;
    // Some systems call their language "C", or "en-US@posix".
    own = asked.filter(isTag);
  }
  for (let at: Element | null = element; at;) {
    const lang = at.closest<HTMLElement>('[lang]')?.lang;
    if (lang) {
      // A page's slip in its `lang` must not take the element down.
      if (!own.includes(lang) && !isTag(lang)) break;
      // Where the page names a language alone, times are written as in the visitor's region.
      return own.find((tag) => tag.startsWith(`${lang}-`)) ?? lang;
    }
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return own[0] ?? sourceLanguage;
};
