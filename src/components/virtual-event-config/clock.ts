import { dateAt, formatOffset, formatTime, formatWeekday } from '../../locales/format.js';

/** When things are, and how to tell it. */
export interface Timing {
  /** Start of the event, epoch milliseconds. */
  startsAt: number | undefined;
  /** End of the event, epoch milliseconds. */
  endsAt: number | undefined;
  /** IANA name of the event's zone; without it times are told in the visitor's. */
  timeZone: string | undefined;
  /** IANA name of the zone where the visitor is. */
  visitorZone: string;
  language: string;
}

/** Tells moments of one event as a clock in one zone shows them. */
export interface Clock {
  /** The time, with the weekday where it is not the day of the start at the event. */
  time: (moment: number) => string;
  /** How far the clock is from UTC, where the clocks change between doors and end; else empty. */
  offset: (moment: number) => string;
  /** Time and offset. */
  tell: (moment: number) => string;
}

/** A clock in `zone` for the time from the doors to the end. */
export const clockIn = (
  zone: string | undefined,
  { startsAt, endsAt, timeZone, language }: Timing & { startsAt: number },
  doorsAt: number,
): Clock => {
  const offsetAt = (moment: number): string => formatOffset(language, moment, zone);
  const changes = new Set([doorsAt, startsAt, endsAt ?? startsAt].map(offsetAt)).size > 1;
  const day = dateAt(startsAt, timeZone);
  const time = (moment: number): string => {
    const plain = formatTime(language, moment, zone);
    return dateAt(moment, zone) === day ? plain : `${formatWeekday(language, moment, zone)} ${plain}`;
  };
  const offset = (moment: number): string => (changes ? offsetAt(moment) : '');
  return { time, offset, tell: (moment) => `${time(moment)} ${offset(moment)}`.trim() };
};

/** The name that people give a zone, e.g. Lisbon. */
export const placeOf = (timeZone: string): string => timeZone.split('/').at(-1)!.replaceAll('_', ' ');
