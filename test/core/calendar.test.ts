import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarEntry, calendarFile, calendarLink, type CalendarEntry } from '../../src/core/index.js';
import { endsAt, sampleEvent, startsAt } from './sample-event.js';

const url = 'https://club.example/events/meeting?from=mail';
const entryOf = (overrides = {}): CalendarEntry =>
  calendarEntry(sampleEvent({ location: 'Boathouse', ...overrides }), {
    host: 'events.example',
    url,
    description: 'Join here: ' + url,
  });

const read = (file: string): ICAL.Event => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
};

describe('calendarFile', () => {
  it('is read by a calendar as what it was made of', () => {
    const event = read(calendarFile(entryOf(), startsAt - 1000));
    expect(event.uid).to.equal('meeting@events.example');
    expect(event.summary).to.equal('Spring members’ meeting');
    expect(event.location).to.equal('Boathouse');
    expect(event.description).to.equal('Join here: ' + url);
    expect(event.startDate.toJSDate().getTime()).to.equal(startsAt);
    expect(event.endDate.toJSDate().getTime()).to.equal(endsAt);
    expect(event.component.getFirstPropertyValue('url')).to.equal(url);
    expect(event.component.getFirstPropertyValue('status')).to.equal('CONFIRMED');
  });

  it('keeps its id and counts on when the event is moved, and says so when it is cancelled', () => {
    const before = read(calendarFile(entryOf(), 0));
    const moved = read(calendarFile(entryOf({ version: 4, startsAt: startsAt + 60_000 }), 0));
    expect(moved.uid).to.equal(before.uid);
    expect([before.sequence, moved.sequence]).to.deep.equal([0, 3]);
    const cancelled = calendarFile(entryOf({ status: 'cancelled' }), 0);
    expect(cancelled).to.include('METHOD:CANCEL').and.to.include('STATUS:CANCELLED');
  });

  it('holds any words, in lines of at most 75 octets, and nothing that they would smuggle in', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(words, words, (title, location) => {
        const file = calendarFile({ ...entryOf(), title, location }, 0);
        const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
        expect(Math.max(...octets)).to.be.at.most(75);
        expect(file.match(/BEGIN:VEVENT/g)).to.have.length(1);
        const clean = (text: string): string =>
          text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
        const event = read(file);
        expect(event.summary).to.equal(clean(title));
        expect(event.location).to.equal(clean(location));
      }),
    );
    const attack = calendarFile({ ...entryOf(), title: 'A\r\nATTENDEE:mailto:x@example.org' }, 0);
    expect(read(attack).component.hasProperty('attendee')).to.equal(false);
  });

  it('names the address where people join as the place of an event online', () => {
    expect(entryOf({ attendanceType: 'virtual' }).location).to.equal(url);
    expect(entryOf({ location: undefined }).location).to.equal(url);
  });
});

describe('calendarLink', () => {
  const query = (service: Parameters<typeof calendarLink>[0]): Record<string, string> =>
    Object.fromEntries(new URL(calendarLink(service, entryOf({ title: 'A + B & C' }))).searchParams);

  it('carries title, times, place and the way in to each service', () => {
    expect(query('google')).to.deep.equal({
      action: 'TEMPLATE',
      text: 'A + B & C',
      dates: '20270313T180000Z/20270313T200000Z',
      location: 'Boathouse',
      details: 'Join here: ' + url,
    });
    expect(query('yahoo')).to.include({ title: 'A + B & C', st: '20270313T180000Z', et: '20270313T200000Z' });
    for (const service of ['outlook', 'office365'] as const) {
      expect(query(service)).to.include({
        subject: 'A + B & C',
        startdt: '2027-03-13T18:00:00.000Z',
        enddt: '2027-03-13T20:00:00.000Z',
        body: 'Join here: ' + url,
      });
    }
    expect(calendarLink('outlook', entryOf({ title: 'A B' }))).to.include('subject=A%20B');
  });
});
