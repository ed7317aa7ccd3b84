import type { EventDetails } from './event-details.js';

/** An event as a calendar takes it. */
export interface CalendarEntry {
  /** The same for every version of one event, everywhere: a calendar then moves the entry instead of adding another. */
  uid: string;
  /** Grows with each version. */
  sequence: number;
  title: string;
  /** Epoch milliseconds. */
  startsAt: number;
  /** Epoch milliseconds. */
  endsAt: number;
  isCancelled: boolean;
  /** Where one comes in from afar: a web address. */
  url: string;
  /** The place, or `url` where there is none. */
  location: string;
  description: string;
}

/** The calendars that take an entry by a link. */
export type CalendarService = 'google' | 'outlook' | 'office365' | 'yahoo';

/**
 * An event's entry. `host` is the host name of its backend, which with the event's id makes the entry's own; `url` is where
 * one joins; `description` is said in words of the visitor's language.
 */
export const calendarEntry = (
  event: EventDetails,
  { host, url, description }: { host: string; url: string; description: string },
): CalendarEntry => ({
  uid: `${event.id}@${host}`,
  sequence: event.version - 1,
  title: event.title,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  isCancelled: event.status === 'cancelled',
  url,
  location: (event.attendanceType === 'virtual' ? undefined : event.location) ?? url,
  description,
});

/** A moment as calendars write it: 20270313T180000Z. */
const stamp = (moment: number): string => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

// Characters that a calendar file must not hold, line ends among them but for the one that is written as \n.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(controls, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const octets = (character: string): number => {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A line in pieces of at most 75 octets, none of which ends within a character. */
const folded = (line: string): string => {
  let length = 0;
  let text = '';
  for (const character of line) {
    length += octets(character);
    if (length > 75) {
      text += '\r\n ';
      length = 1 + octets(character);
    }
    text += character;
  }
  return text;
};

/** The entry as an iCalendar file (RFC 5545). `now` is epoch milliseconds. */
export const calendarFile = (entry: CalendarEntry, now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Virtual Event Elements//EN',
    `METHOD:${entry.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.location)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url.replace(controls, '')}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

const links: Readonly<Record<CalendarService, (entry: CalendarEntry) => [address: string, query: object]>> = {
  google: ({ title, startsAt, endsAt, location, description }) => [
    'https://calendar.google.com/calendar/render',
    {
      action: 'TEMPLATE',
      text: title,
      dates: `${stamp(startsAt)}/${stamp(endsAt)}`,
      location,
      details: description,
    },
  ],
  outlook: (entry) => ['https://outlook.live.com/calendar/0/deeplink/compose', outlookQuery(entry)],
  office365: (entry) => ['https://outlook.office.com/calendar/0/deeplink/compose', outlookQuery(entry)],
  yahoo: ({ title, startsAt, endsAt, location, description }) => [
    'https://calendar.yahoo.com/',
    { v: '60', title, st: stamp(startsAt), et: stamp(endsAt), in_loc: location, desc: description },
  ],
};

const outlookQuery = ({ title, startsAt, endsAt, location, description }: CalendarEntry): object => ({
  path: '/calendar/action/compose',
  rru: 'addevent',
  subject: title,
  startdt: new Date(startsAt).toISOString(),
  enddt: new Date(endsAt).toISOString(),
  location,
  body: description,
});

/** The address at which a calendar service offers to take the entry. */
export const calendarLink = (service: CalendarService, entry: CalendarEntry): string => {
  const [address, query] = links[service](entry);
  // Outlook reads a plus sign as one.
  return `${address}?${new URLSearchParams({ ...query }).toString().replaceAll('+', '%20')}`;
};
