import { limits } from '../virtual-config.js';

/** The same for names that people cannot tell apart; empty where nothing is to be seen. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .toLowerCase();

/** Whether nothing of the name is to be seen. */
export const isBlank = (name: string): boolean => foldName(name) === '';

/** The text in at most so many UTF-16 units, with no character cut in half. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** The names with a number where one is empty or given twice, so that each is seen and no two are the same. */
export const numberedNames = (names: readonly string[]): string[] => {
  const taken = new Set(names.map(foldName));
  const seen = new Set<string>();
  return names.map((name, index) => {
    const blank = isBlank(name);
    if (!blank && !seen.has(foldName(name))) {
      seen.add(foldName(name));
      return name;
    }
    for (let number = blank ? index + 1 : 2; ; number += 1) {
      const tail = blank ? String(number) : ` ${number}`;
      const numbered = blank ? tail : shortened(name, limits.roomName.max - tail.length) + tail;
      const folded = foldName(numbered);
      if (taken.has(folded)) continue;
      taken.add(folded);
      seen.add(folded);
      return numbered;
    }
  });
};
