import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { doorsOpenAt, phaseOf, type EventStanding } from '../../src/core/index.js';
import { endsAt, minute, sampleEvent, sampleRoom, startsAt } from './sample-event.js';

describe('phaseOf', () => {
  const doors = startsAt - 15 * minute;
  const cases: [
    string,
    ReturnType<typeof sampleEvent>,
    ReturnType<typeof sampleRoom>,
    number,
    EventStanding,
    number | null,
  ][] = [
    ['a moment before the doors', sampleEvent(), sampleRoom(), doors - 1, 'not-started', doors],
    ['doors open, no waiting room', sampleEvent(), sampleRoom(), doors, 'live', endsAt],
    [
      'doors open, waiting room on',
      sampleEvent({}, { waitingRoomEnabled: true }),
      sampleRoom(),
      doors,
      'waiting-room',
      startsAt,
    ],
    ['started, waiting room on', sampleEvent({}, { waitingRoomEnabled: true }), sampleRoom(), startsAt, 'live', endsAt],
    [
      'started early by a host',
      sampleEvent(),
      sampleRoom({ state: 'open', startedAt: doors - minute }),
      doors - minute,
      'live',
      endsAt,
    ],
    ['a moment before the end', sampleEvent(), sampleRoom(), endsAt - 1, 'live', endsAt],
    ['past the end, nobody inside', sampleEvent(), sampleRoom(), endsAt, 'ended', null],
    ['past the end, someone inside', sampleEvent(), sampleRoom({ participantCount: 1 }), endsAt, 'live', null],
    ['ended early by a host', sampleEvent(), sampleRoom({ state: 'ended' }), startsAt, 'ended', null],
    ['cancelled', sampleEvent({ status: 'cancelled' }), sampleRoom({ state: 'open' }), startsAt, 'cancelled', null],
    ['in person only', sampleEvent({ attendanceType: 'in-person' }), sampleRoom(), startsAt, 'in-person', null],
    ['hybrid, but not enabled', sampleEvent({}, { enabled: false }), sampleRoom(), startsAt, 'in-person', null],
    [
      'doors at the start',
      sampleEvent({}, { autoStartMinutes: 0 }),
      sampleRoom(),
      startsAt - 1,
      'not-started',
      startsAt,
    ],
  ];
  for (const [name, event, room, now, standing, changesAt] of cases) {
    it(name, () => expect(phaseOf(event, room, now)).to.deep.equal({ standing, changesAt }));
  }

  it('changes at no other moment than the one it names, and never goes back', () => {
    const order: EventStanding[] = ['not-started', 'waiting-room', 'live', 'ended'];
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: 1, max: 400 }),
        (waitingRoomEnabled, autoStartMinutes, from, length) => {
          const event = sampleEvent({}, { waitingRoomEnabled, autoStartMinutes });
          const now = startsAt + from * minute;
          const later = now + length * minute;
          const { standing, changesAt } = phaseOf(event, sampleRoom(), now);
          const after = phaseOf(event, sampleRoom(), later).standing;
          expect(order.indexOf(after)).to.be.at.least(order.indexOf(standing));
          if (changesAt === null || later < changesAt) expect(after).to.equal(standing);
          else expect(after).not.to.equal(standing);
          if (changesAt !== null) expect(changesAt).to.be.greaterThan(now);
        },
      ),
    );
  });

  it('opens the doors that many minutes before the start', () => {
    expect(doorsOpenAt(sampleEvent({}, { autoStartMinutes: 60 }))).to.equal(startsAt - 60 * minute);
  });
});
