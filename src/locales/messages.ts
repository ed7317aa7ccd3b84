import { tell, words } from './localization.js';

/**
 * A message as translators write it: `{0}` is its first figure. One whose figure is a count has a form for each of the
 * language's plural categories, as `Intl.PluralRules` names them.
 */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Messages by their ids. */
export type Messages = Readonly<Record<string, Message>>;

/** By language tag; `''` is every language. */
type Book = Record<string, Messages>;

interface Books {
  translated: Book;
  /** What a site says in its own words, before all else. */
  own: Book;
}

// One for the page, as with the words: the copies of this file in it share it.
const books = ((globalThis as Record<symbol, unknown>)[Symbol.for('virtual-event-elements.messages')] ??= {
  translated: {},
  own: {},
}) as Books;

const rules = new Map<string, Intl.PluralRules>();

const categoryOf = (language: string, count: number): Intl.LDMLPluralRule => {
  let found = rules.get(language);
  if (!found) rules.set(language, (found = new Intl.PluralRules(language)));
  return found.select(count);
};

/** `pt` of `pt-BR`, and of that `''`. */
const wider = (language: string): string => language.replace(/(^|-)[^-]*$/, '');

/** The message of the closest language: `pt-BR`, then `pt`, then what holds for every language. */
const closest = (book: Book, language: string, id: string): Message | undefined => {
  const messages = book[language];
  if (messages && Object.hasOwn(messages, id)) return messages[id];
  return language ? closest(book, wider(language), id) : undefined;
};

/** Whether a book has the language, or the one of which it is a region's. */
const isIn = (book: Book, language: string): boolean =>
  language !== '' && (Object.hasOwn(book, language) || isIn(book, wider(language)));

const add = (to: Book, language: string, messages: Messages): void => {
  to[language] = { ...to[language], ...messages };
  words.find ??= (tag, id, figures, count) => {
    const found = closest(books.own, tag, id) ?? closest(books.translated, tag, id);
    if (found === undefined) return undefined;
    const form = typeof found === 'string' ? found : (found[categoryOf(tag, count ?? 0)] ?? found.other);
    return form.replace(/\{(\d)\}/g, (_, at: number) => String(figures[at]));
  };
  words.knows ??= (tag) => isIn(books.own, tag) || isIn(books.translated, tag);
  tell();
};

/** Makes a language's translation of some messages known. */
export const translate = (language: string, messages: Messages): void => add(books.translated, language, messages);

/**
 * Says some messages in a site's own words, by their ids, at once in all elements: in one language and its regions, or in
 * every language. Figures are written `{0}`, `{1}`.
 */
export const setMessages = (messages: Messages, language = ''): void => add(books.own, language, messages);
