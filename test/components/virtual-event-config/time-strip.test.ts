import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { clockIn, type Timing } from '../../../src/components/virtual-event-config/clock.js';
import { timeStrip } from '../../../src/components/virtual-event-config/time-strip.js';
import { minute } from '../../core/sample-event.js';
import { plain } from './config-form-stage.js';

const utc = (text: string): number => Date.parse(`${text}Z`);

const timing = (startsAt: string, endsAt: string, timeZone: string | undefined, visitorZone = 'UTC'): Timing => ({
  startsAt: utc(startsAt),
  endsAt: utc(endsAt),
  timeZone,
  visitorZone,
  language: 'en-GB',
});

/** Engines write the offset of UTC itself in two ways. */
const alike = (text: string): string => text.replace(/GMT\+0(?!\d)/g, 'GMT');

const drawn = (given: Timing, autoStartMinutes = 15): { strip: string; label: string; zone: string } => {
  const box = document.createElement('div');
  render(timeStrip(given, autoStartMinutes), box);
  const strip = box.querySelector('[part="strip"]');
  return {
    strip: alike(plain(strip)),
    label: alike(strip?.getAttribute('aria-label') ?? ''),
    zone: plain(box.querySelector('.help')),
  };
};

describe('the strip of time', () => {
  it('says nothing of zones where the visitor’s clock shows the same', () => {
    const { strip, zone } = drawn(timing('2027-03-13T18:00', '2027-03-13T20:00', 'Europe/Lisbon', 'Europe/London'));
    expect(strip).to.equal('17:45 Doors 18:00 Start 20:00 End');
    expect(zone).to.equal('');
  });

  it('tells the visitor’s times beside the event’s where they differ', () => {
    const { strip, zone } = drawn(timing('2027-03-13T18:00', '2027-03-13T20:00', 'Asia/Kathmandu', 'Europe/Berlin'));
    expect(strip).to.equal('23:30 Doors 23:45 Start Sun 01:45 End');
    expect(zone).to.equal('These are times in Kathmandu. Where you are, it is then 18:45, 19:00 and 21:00.');
  });

  it('tells them also where only the end differs, as clocks change at one of the two', () => {
    const { zone } = drawn(timing('2027-03-28T00:30', '2027-03-28T02:00', 'Europe/Lisbon', 'Africa/Abidjan'));
    expect(zone).to.match(/^These are times in Lisbon\. Where you are, it is then 00:15, 00:30 and 02:00\./);
  });

  it('tells a gap: there is no time from 1:00 to 2:00', () => {
    const { strip, label, zone } = drawn(
      timing('2027-03-28T01:10', '2027-03-28T03:00', 'Europe/Lisbon', 'Europe/Lisbon'),
    );
    expect(label).to.equal('Doors 00:55 GMT, start 02:10 GMT+1, end 04:00 GMT+1');
    expect(strip).to.equal('00:55 GMT Doors 02:10 GMT+1 Start 04:00 GMT+1 End');
    expect(zone).to.equal('The clocks change in between.');
  });

  it('tells a fold: 1:10 comes after 1:55', () => {
    const { strip, zone } = drawn(timing('2027-10-31T01:10', '2027-10-31T03:00', 'Europe/Lisbon', 'Europe/Lisbon'));
    expect(strip).to.equal('01:55 GMT+1 Doors 01:10 GMT Start 03:00 GMT End');
    expect(zone).to.equal('The clocks change in between.');
  });

  it('tells a change by half an hour', () => {
    const { strip } = drawn(timing('2027-04-03T15:10', '2027-04-03T17:00', 'Australia/Lord_Howe'));
    expect(strip).to.equal('01:55 GMT+11 Doors 01:40 GMT+10:30 Start 03:30 GMT+10:30 End');
  });

  it('names the day where zones are as far apart as they can be', () => {
    const event = timing('2027-03-13T11:00', '2027-03-13T13:00', 'Pacific/Kiritimati', 'Etc/GMT+12');
    const { strip, zone } = drawn(event);
    expect(strip).to.equal('00:45 Doors 01:00 Start 03:00 End');
    expect(zone).to.equal(
      'These are times in Kiritimati. Where you are, it is then Fri 22:45, Fri 23:00 and Sat 01:00.',
    );
  });

  it('tells doors and start as one where they are one, the visitor’s times too', () => {
    const { strip, zone } = drawn(timing('2027-03-13T18:00', '2027-03-13T20:00', 'Europe/Lisbon', 'Asia/Tokyo'), 0);
    expect(strip).to.equal('18:00 Doors and start 20:00 End');
    expect(zone).to.contain('it is then Sun 03:00 and Sun 05:00.');
  });

  it('is not there where the end is not after the start, or not known', () => {
    const event = timing('2027-03-13T18:00', '2027-03-13T17:00', 'Europe/Lisbon');
    expect(drawn(event).strip).to.equal('');
    expect(drawn({ ...event, endsAt: undefined }).strip).to.equal('');
  });

  it('opens the doors by the time that passes, not by the clock on the wall', () => {
    const event = timing('2027-03-28T01:10', '2027-03-28T03:00', 'Europe/Lisbon');
    const startsAt = event.startsAt!;
    const clock = clockIn('Europe/Lisbon', { ...event, startsAt }, startsAt - 60 * minute);
    expect(alike(clock.tell(startsAt - 60 * minute))).to.equal('00:10 GMT');
  });
});
