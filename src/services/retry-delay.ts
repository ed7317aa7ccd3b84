/**
 * How long to wait before the next try, in milliseconds: grows to half a minute; the dice keep many open pages from
 * asking at once.
 */
export const retryDelay = (failures: number): number =>
  Math.min(30_000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2);
