import type { Counted } from './localization.js';

/** A text whose words follow a count. Each form is written as translators write it: `{0}` is the first of the figures. */
export const plural = (count: number, figures: readonly string[], forms: { one: string; other: string }): Counted => ({
  count,
  strings: (count === 1 ? forms.one : forms.other).split(/\{\d\}/) as unknown as TemplateStringsArray,
  values: [...figures],
});
