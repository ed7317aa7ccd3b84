import { expect } from '@open-wc/testing';
import { refusalOf, type Reason, type Role } from '../../src/core/index.js';
import { endsAt, minute, sampleEvent, sampleRoom, startsAt } from './sample-event.js';

describe('refusalOf', () => {
  const early = startsAt - 60 * minute;
  const cases: [string, Role, number, number, Partial<Parameters<typeof sampleEvent>[0]>, Reason | null][] = [
    ['an attendee before the doors', 'attendee', early, 0, {}, 'not-open'],
    ['a host before the doors', 'host', early, 0, {}, null],
    ['an attendee while it is live', 'attendee', startsAt, 0, {}, null],
    ['the last place', 'attendee', startsAt, 9, {}, null],
    ['one too many', 'attendee', startsAt, 10, {}, 'full'],
    ['a host beyond the limit', 'organizer', startsAt, 10, {}, null],
    ['a host after the end', 'host', endsAt, 0, {}, 'ended'],
    ['a host of what was cancelled', 'host', startsAt, 0, { status: 'cancelled' }, 'cancelled'],
    ['an event with no room online', 'attendee', startsAt, 0, { attendanceType: 'in-person' }, 'not-found'],
  ];
  for (const [name, role, now, seatsTaken, event, reason] of cases) {
    it(name, () => {
      const asked = sampleEvent(event, { maxVirtualAttendees: 10 });
      expect(refusalOf(asked, sampleRoom(), now, { role, seatsTaken })).to.equal(reason);
    });
  }

  it('has no limit where none is set', () => {
    expect(refusalOf(sampleEvent(), sampleRoom(), startsAt, { role: 'attendee', seatsTaken: 5000 })).to.equal(null);
  });
});
