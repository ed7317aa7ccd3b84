import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkEventDraft, isTimeZone, type EventDraft } from '../../src/core/index.js';
import { endsAt, startsAt } from './sample-event.js';

const draft: EventDraft = { title: 'Spring members’ meeting', startsAt, endsAt, timeZone: 'Europe/Lisbon' };

describe('checkEventDraft', () => {
  const cases: [string, unknown, string[]][] = [
    ['in order', draft, []],
    ['an end before the start', { ...draft, endsAt: startsAt - 1 }, ['endsAt: end-before-start']],
    ['an end at the start', { ...draft, endsAt: startsAt }, ['endsAt: end-before-start']],
    ['no title', { ...draft, title: '  ' }, ['title: required']],
    ['a title of 201 letters', { ...draft, title: 'a'.repeat(201) }, ['title: too-long']],
    ['a start that is no time', { ...draft, startsAt: NaN }, ['startsAt: required']],
    ['a start beyond all dates', { ...draft, startsAt: 9e15 }, ['startsAt: required']],
    ['a start as text', { ...draft, startsAt: '2027-03-13' }, ['startsAt: required']],
    ['an unknown zone', { ...draft, timeZone: 'Europe/Atlantis' }, ['timeZone: unknown-zone']],
    ['a place that is no text', { ...draft, location: 7 }, ['location: wrong-type']],
    ['settings that are wrong', { ...draft, attendanceType: 'virtual' }, ['virtualConfig: wrong-type']],
    ['nothing', undefined, [': wrong-type']],
  ];
  for (const [name, value, findings] of cases) {
    it(name, () => {
      expect(checkEventDraft(value).map(({ field, code }) => `${field}: ${code}`)).to.deep.equal(findings);
    });
  }

  it('takes anything without throwing', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void checkEventDraft(value)));
  });
});

describe('isTimeZone', () => {
  it('knows zones by their IANA names', () => {
    expect(['Europe/Lisbon', 'Asia/Kathmandu', 'UTC'].every(isTimeZone)).to.equal(true);
    expect(['', 'Nowhere', 'Europe/', 5, null].some(isTimeZone)).to.equal(false);
  });
});
