import { html, type TemplateResult } from 'lit';

const hues = 6;

const letters = new Intl.Segmenter();

/** A word's first letter as people see it, marks and joined signs included. */
const firstLetter = (word = ''): string => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** The first letters of a name's first and last word. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return `${firstLetter(words[0])}${words.length > 1 ? firstLetter(words.at(-1)) : ''}`.toLocaleUpperCase();
};

/** One of a few colours, the same for the same name. */
const hueOf = (name: string): number => {
  let sum = 0;
  for (let at = 0; at < name.length; at += 1) sum += name.charCodeAt(at);
  return sum % hues;
};

/** Stands for someone whose camera is off. */
export const avatar = (name: string): TemplateResult =>
  html`<span class="face hue-${hueOf(name)}" aria-hidden="true">${initials(name)}</span>`;
