/** Intl's objects are dear to make and cheap to keep: one of each for the whole page. */
const made = new Map<string, unknown>();

const kept = <T>(key: string, make: () => T): T => {
  let found = made.get(key) as T | undefined;
  if (!found) made.set(key, (found = make()));
  return found;
};

const dates = (language: string, options: Intl.DateTimeFormatOptions, kind: string): Intl.DateTimeFormat =>
  kept(`${kind} ${language} ${options.timeZone}`, () => new Intl.DateTimeFormat(language, options));

const numbers = (language: string, options: Intl.NumberFormatOptions, kind: string): Intl.NumberFormat =>
  kept(`${kind} ${language}`, () => new Intl.NumberFormat(language, options));

/** A time of day, e.g. 18:00. `moment` is epoch milliseconds; without `timeZone` the visitor's holds. */
export const formatTime = (language: string, moment: number, timeZone?: string): string =>
  dates(language, { timeStyle: 'short', timeZone }, 'time').format(moment);

/** A day, e.g. Sat 13 March. */
export const formatDay = (language: string, moment: number, timeZone?: string): string =>
  dates(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone }, 'day').format(moment);

/** A number with its unit, e.g. 3 days or, short, 3 d. */
export const formatUnit = (
  language: string,
  value: number,
  unit: 'day' | 'hour' | 'minute' | 'second',
  unitDisplay: 'long' | 'short' | 'narrow' = 'long',
): string => numbers(language, { style: 'unit', unit, unitDisplay }, unit + unitDisplay).format(value);

/** A whole number. */
export const formatNumber = (language: string, value: number): string => numbers(language, {}, '').format(value);

/** Minutes and seconds on a clock, e.g. 12:05. */
export const formatClock = (language: string, minutes: number, seconds: number): string => {
  const two = numbers(language, { minimumIntegerDigits: 2, useGrouping: false }, 'two');
  return `${two.format(minutes)}:${two.format(seconds)}`;
};

/** The day of a week, e.g. Sat. */
export const formatWeekday = (language: string, moment: number, timeZone?: string): string =>
  dates(language, { weekday: 'short', timeZone }, 'weekday').format(moment);

/** A date that can be compared, whatever the language. */
export const dateAt = (moment: number, timeZone?: string): string =>
  dates('en-CA', { dateStyle: 'short', timeZone }, 'date').format(moment);

/** How far a zone's clocks are from UTC at a moment, e.g. GMT+1. */
export const formatOffset = (language: string, moment: number, timeZone?: string): string =>
  dates(language, { timeZone, timeZoneName: 'shortOffset' }, 'offset')
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')!.value;

/** Several things in a row, e.g. A, B and C. */
export const formatList = (language: string, things: readonly string[]): string =>
  kept(`list ${language}`, () => new Intl.ListFormat(language)).format(things);
