const made = new Map<string, unknown>();

/** Intl's objects are dear to make and cheap to keep: one of each for the whole page. */
const intl = <T>(Kind: new (language: string, options: object) => T, language: string, options: object): T => {
  const key = Kind.name + language + JSON.stringify(options);
  let found = made.get(key) as T | undefined;
  if (!found) made.set(key, (found = new Kind(language, options)));
  return found;
};

const { DateTimeFormat, ListFormat, NumberFormat } = Intl;

/** A time of day, e.g. 18:00. `moment` is epoch milliseconds; without `timeZone` the visitor's holds. */
export const formatTime = (language: string, moment: number, timeZone?: string): string =>
  intl(DateTimeFormat, language, { timeStyle: 'short', timeZone }).format(moment);

/** A day, e.g. Sat 13 March. */
export const formatDay = (language: string, moment: number, timeZone?: string): string =>
  intl(DateTimeFormat, language, { weekday: 'short', day: 'numeric', month: 'long', timeZone }).format(moment);

/** A number with its unit, e.g. 3 days or, short, 3 d. */
export const formatUnit = (
  language: string,
  value: number,
  unit: 'day' | 'hour' | 'minute' | 'second',
  unitDisplay: 'long' | 'short' | 'narrow' = 'long',
): string => intl(NumberFormat, language, { style: 'unit', unit, unitDisplay }).format(value);

/** A whole number. */
export const formatNumber = (language: string, value: number): string => intl(NumberFormat, language, {}).format(value);

/** Minutes and seconds on a clock, e.g. 12:05. */
export const formatClock = (language: string, minutes: number, seconds: number): string => {
  const two = intl(NumberFormat, language, { minimumIntegerDigits: 2, useGrouping: false });
  return `${two.format(minutes)}:${two.format(seconds)}`;
};

/** The day of a week, e.g. Sat. */
export const formatWeekday = (language: string, moment: number, timeZone?: string): string =>
  intl(DateTimeFormat, language, { weekday: 'short', timeZone }).format(moment);

/** A date that can be compared, whatever the language. */
export const dateAt = (moment: number, timeZone?: string): string =>
  intl(DateTimeFormat, 'en-CA', { dateStyle: 'short', timeZone }).format(moment);

/** How far a zone's clocks are from UTC at a moment, e.g. GMT+1. */
export const formatOffset = (language: string, moment: number, timeZone?: string): string =>
  intl(DateTimeFormat, language, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')!.value;

/** Several things in a row, e.g. A, B and C. */
export const formatList = (language: string, things: readonly string[]): string =>
  intl(ListFormat, language, {}).format(things);
