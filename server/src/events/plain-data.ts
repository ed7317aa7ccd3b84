import { VirtualEventError } from '../../../src/core/index.js';

const deepest = 20;

/**
 * A copy of what came from outside that is safe to keep and to hand on: without `__proto__`, and not so deep that
 * writing it would break. Throws `invalid-input`.
 */
export const plainData = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new VirtualEventError('invalid-input', { detail: 'The data is nested too deep.' });
  if (Array.isArray(value)) return value.map((item) => plainData(item, depth + 1));
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [key, plainData(item, depth + 1)]));
};
