import { html, type TemplateResult } from 'lit';

const hues = 6;

/** The first letters of a name's first and last word. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
};

/** One of a few colours, the same for the same name. */
const hueOf = (name: string): number => [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % hues;

/** Stands for someone whose camera is off. */
export const avatar = (name: string): TemplateResult =>
  html`<span class="face hue-${hueOf(name)}" aria-hidden="true">${initials(name)}</span>`;
