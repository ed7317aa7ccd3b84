import { expect } from '@open-wc/testing';
import type { Words } from '../../src/locales/localization.js';
import { words } from '../../src/locales/localization.js';
import { until } from '../until.js';

export const languages = ['es', 'fr', 'de', 'ar'] as const;

/** What is the same in English and another language by nature, and what people and services are called. */
const shared = [
  /^(Spring members’ meeting|Hana|Amira|Noor Jansen|Inês|Jonas|Tomás Rey|Bo|Main hall|Garden)$/,
  /^(Google Calendar|Outlook\.com|Microsoft 365|Yahoo|Lisbon)$/,
  // Spanish, French and German have some of the English words.
  /^(Live|Virtual|Hybrid|Workshop|min|places|\d+ minutes)$/,
];

const named = ['aria-label', 'title', 'placeholder', 'alt'];

/** All that someone reads or hears of an element, piece by piece. */
export const saidBy = (element: Element): string[] => {
  const said: string[] = [];
  const add = (text: string | null): void => {
    const plain = (text ?? '').replace(/\s+/g, ' ').trim();
    if (/\p{L}{3}/u.test(plain)) said.push(plain);
  };
  const walk = (node: Node): void => {
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Text) add(node.data);
    if (node instanceof Element) for (const name of named) add(node.getAttribute(name));
    node.childNodes.forEach(walk);
  };
  walk(element.shadowRoot!);
  return said;
};

/** The ids that were said in English while another language was wanted. */
const saidInEnglish = new Set<string>();
let isListening = false;

/** Notes each message that has no words in the language in which it is said. */
const listen = (): void => {
  if (isListening || !words.find) return;
  isListening = true;
  const find: NonNullable<Words['find']> = words.find;
  words.find = (language, id, figures, count) => {
    const found = find(language, id, figures, count);
    if (found === undefined && !language.startsWith('en')) saidInEnglish.add(`${id} in ${language}`);
    return found;
  };
};

/** Has an element that speaks English speak each of the other languages, at once, and looks for English words in them. */
export const speaksAll = async (element: HTMLElement): Promise<void> => {
  const english = new Set(saidBy(element).filter((piece) => !shared.some((same) => same.test(piece))));
  expect(english.size, 'something is said').to.be.greaterThan(0);
  for (const language of languages) {
    element.lang = language;
    const isEnglish = (): string[] => saidBy(element).filter((piece) => english.has(piece));
    await until(() => isEnglish().length === 0).catch(() => undefined);
    listen();
    expect(isEnglish(), `English in ${language}`).to.deep.equal([]);
  }
  expect([...saidInEnglish]).to.deep.equal([]);
  element.lang = 'en-GB';
  await until(() => saidBy(element).some((piece) => english.has(piece)));
};
