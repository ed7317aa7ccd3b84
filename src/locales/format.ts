const cached = <K extends unknown[], V>(make: (...key: K) => V): ((...key: K) => V) => {
  const made = new Map<string, V>();
  return (...key) => {
    const name = JSON.stringify(key);
    let value = made.get(name);
    if (value === undefined) made.set(name, (value = make(...key)));
    return value;
  };
};

// An unknown tag, as a host page may carry one, must not take the element down.
const known = cached((language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
});

const dateFormat = cached(
  (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(known(language), options),
);
const numberFormat = cached(
  (language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(known(language), options),
);

/** A time of day, e.g. 18:00. `moment` is epoch milliseconds; without `timeZone` the visitor's holds. */
export const formatTime = (language: string, moment: number, timeZone?: string): string =>
  dateFormat(language, { timeStyle: 'short', ...(timeZone && { timeZone }) }).format(moment);

/** A day, e.g. Sat 13 March. */
export const formatDay = (language: string, moment: number, timeZone?: string): string =>
  dateFormat(language, { weekday: 'short', day: 'numeric', month: 'long', ...(timeZone && { timeZone }) }).format(
    moment,
  );

/** Whether two moments fall on one calendar day. */
export const isSameDay = (a: number, b: number, timeZone?: string): boolean => {
  const day = dateFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', ...(timeZone && { timeZone }) });
  return day.format(a) === day.format(b);
};

/** A number with its unit, e.g. 3 days or, short, 3 d. */
export const formatUnit = (
  language: string,
  value: number,
  unit: 'day' | 'hour' | 'minute' | 'second',
  unitDisplay: 'long' | 'short' | 'narrow' = 'long',
): string => numberFormat(language, { style: 'unit', unit, unitDisplay }).format(value);

/** A whole number. */
export const formatNumber = (language: string, value: number): string => numberFormat(language, {}).format(value);

/** Minutes and seconds on a clock, e.g. 12:05. */
export const formatClock = (language: string, minutes: number, seconds: number): string => {
  const two = numberFormat(language, { minimumIntegerDigits: 2, useGrouping: false });
  return `${two.format(minutes)}:${two.format(seconds)}`;
};
