import { expect } from '@open-wc/testing';
import {
  admissionFor,
  consentTextFor,
  placesLeft,
  type AdmissionRequest,
  type EventDetails,
  type EventVirtualConfig,
  type RoomFacts,
} from '../../src/core/index.js';
import { endsAt, minute, sampleEvent, sampleRoom, startsAt } from './sample-event.js';

interface Case {
  name: string;
  who?: Partial<AdmissionRequest>;
  event?: Partial<EventDetails>;
  config?: Partial<EventVirtualConfig>;
  room?: Partial<RoomFacts>;
  now?: number;
  /** The state, with the reason where there is one. */
  gives: string;
}

const early = startsAt - 60 * minute;
const atTheDoors = startsAt - 15 * minute;
const host = { role: 'host' } as const;
const waitingRoom = { waitingRoomEnabled: true };
const recorded = { recordingEnabled: true, recordingConsentRequired: true };
const agreed = { textVersion: consentTextFor(sampleEvent(), 'en').version };

const cases: Case[] = [
  { name: 'an attendee before the doors', now: early, gives: 'closed: not-open' },
  { name: 'a host before the doors', who: host, now: early, gives: 'admitted' },
  { name: 'an attendee while it is live', gives: 'admitted' },
  { name: 'the last place', who: { seatsTaken: 9 }, gives: 'admitted' },
  { name: 'one too many', who: { seatsTaken: 10 }, gives: 'full: full' },
  { name: 'one too many who holds a seat', who: { seatsTaken: 10, holdsSeat: true }, gives: 'admitted' },
  { name: 'a host beyond the limit', who: { role: 'organizer', seatsTaken: 10 }, gives: 'admitted' },
  { name: 'a host after the end', who: host, now: endsAt, gives: 'closed: ended' },
  { name: 'a host of what was cancelled', who: host, event: { status: 'cancelled' }, gives: 'closed: cancelled' },
  { name: 'an event with no room online', event: { attendanceType: 'in-person' }, gives: 'closed: not-found' },

  { name: 'an early arrival, with a waiting room', config: waitingRoom, now: atTheDoors, gives: 'waiting' },
  { name: 'an early arrival, without one', now: atTheDoors, gives: 'admitted' },
  { name: 'before the doors, with a waiting room', config: waitingRoom, now: early, gives: 'closed: not-open' },
  { name: 'after the start, with a waiting room', config: waitingRoom, now: startsAt + minute, gives: 'waiting' },
  {
    name: 'when a host started early, with a waiting room',
    config: waitingRoom,
    room: { state: 'open', startedAt: early },
    now: early,
    gives: 'waiting',
  },
  { name: 'a host, with a waiting room', who: host, config: waitingRoom, gives: 'admitted' },
  { name: 'whoever was let in', who: { verdict: 'admitted' }, config: waitingRoom, gives: 'admitted' },
  {
    name: 'whoever was let in and finds all places taken',
    who: { verdict: 'admitted', seatsTaken: 10 },
    config: waitingRoom,
    gives: 'full: full',
  },
  { name: 'whoever waits while all places are taken', who: { seatsTaken: 10 }, config: waitingRoom, gives: 'waiting' },
  {
    name: 'whoever was inside when the waiting room was switched on',
    who: { holdsSeat: true },
    config: waitingRoom,
    gives: 'admitted',
  },
  { name: 'whoever was denied', who: { verdict: 'denied' }, config: waitingRoom, gives: 'denied: denied' },
  { name: 'whoever was denied, the waiting room off', who: { verdict: 'denied' }, gives: 'denied: denied' },
  { name: 'whoever was removed, with a seat', who: { verdict: 'removed', holdsSeat: true }, gives: 'removed: removed' },
  { name: 'whoever was removed, after the end', who: { verdict: 'removed' }, now: endsAt, gives: 'closed: ended' },

  { name: 'a guest where none are allowed', who: { isGuest: true }, gives: 'closed: credential-missing' },
  { name: 'a guest where they are', who: { isGuest: true }, event: { guestsAllowed: true }, gives: 'admitted' },

  { name: 'without consent', config: recorded, gives: 'closed: consent-required' },
  { name: 'a host without consent', who: host, config: recorded, gives: 'closed: consent-required' },
  { name: 'with consent', who: { consent: agreed }, config: recorded, gives: 'admitted' },
  {
    name: 'with consent to other words',
    who: { consent: { textVersion: '0' } },
    config: recorded,
    gives: 'closed: consent-outdated',
  },
  {
    name: 'with a seat, once it is being recorded',
    who: { holdsSeat: true },
    room: { recording: true },
    gives: 'closed: consent-required',
  },
  {
    name: 'without consent, at the waiting room',
    config: { ...recorded, ...waitingRoom },
    gives: 'closed: consent-required',
  },
  { name: 'removed, without consent', who: { verdict: 'removed' }, config: recorded, gives: 'removed: removed' },
];

describe('admissionFor', () => {
  for (const { name, who, event, config, room, now = startsAt, gives } of cases) {
    it(`${name}: ${gives}`, () => {
      const asked = sampleEvent(event, { maxVirtualAttendees: 10, ...config });
      const { state, reason } = admissionFor(asked, sampleRoom(room), now, {
        role: 'attendee',
        seatsTaken: 0,
        ...who,
      });
      expect(reason ? `${state}: ${reason}` : state).to.equal(gives);
    });
  }

  it('has no limit where none is set', () => {
    expect(placesLeft(sampleEvent(), 5000)).to.equal(Infinity);
    expect(admissionFor(sampleEvent(), sampleRoom(), startsAt, { role: 'attendee', seatsTaken: 5000 }).state).to.equal(
      'admitted',
    );
  });

  it('has no place less than none where the limit was lowered', () => {
    expect(placesLeft(sampleEvent({}, { maxVirtualAttendees: 3 }), 5)).to.equal(0);
  });
});
