const offsetAt = (moment, timeZone) => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type) => Number(parts.find((found) => found.type === type).value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - moment;
};

/** The moment at which clocks in the zone show that date and time (2027-03-13, 18:00), epoch milliseconds; NaN if none is meant. */
export const momentOf = (date, time, timeZone) => {
  const asUtc = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  // The offset is that of the moment looked for: a second look settles days on which clocks change.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
};

const format = (options) => (moment, timeZone) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(moment);

export const dayInZone = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const timeInZone = format({ hour: '2-digit', minute: '2-digit' });
export const dayOfMonthInZone = format({ day: 'numeric' });
export const monthInZone = format({ month: 'short' });

const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });

/** The day in the zone, by its name where that is nearer to people. */
export const nearDayInZone = (moment, timeZone, now = Date.now()) => {
  const day = shortDay(moment, timeZone);
  if (day === shortDay(now, timeZone)) return 'Today';
  return day === shortDay(now + 24 * 3_600_000, timeZone) ? 'Tomorrow' : day;
};

/** A date as forms hold it: 2027-03-13. */
export const formDateInZone = (moment, timeZone) =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(moment);

/** What to add to a time that is not the club's: its city. Nothing for the club's own. */
export const clubZone = 'Europe/Lisbon';
export const zoneNote = (timeZone) =>
  timeZone === clubZone ? '' : ` ${timeZone.split('/').at(-1).replaceAll('_', ' ')} time`;
