import { limits } from '../../core/virtual-config.js';

/** Names from a pasted list: a line each, without bullets and numbers; what is more than can be is left out. */
export const namesFrom = (text: string): string[] =>
  text
    .split(/\r\n?|\n|\t/)
    .map((line) => line.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.slice(0, limits.roomName.max).trim())
    .slice(0, limits.roomCount.max);

/** The list with one name at another place. */
export const moved = (names: readonly string[], from: number, to: number): string[] => {
  const rest = names.filter((_, at) => at !== from);
  return [...rest.slice(0, to), names[from]!, ...rest.slice(to)];
};
