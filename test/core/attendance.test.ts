import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { summarizeAttendance, type Stay } from '../../src/core/index.js';
import { minute } from './sample-event.js';

const stay = (pubkey: string, from: number, to?: number): Stay => ({
  pubkey,
  joinedAt: from * minute,
  ...(to !== undefined && { leftAt: to * minute }),
});

describe('summarizeAttendance', () => {
  it('is all zero for nobody', () => {
    expect(summarizeAttendance([], 0)).to.deep.equal({
      totalVirtualAttendees: 0,
      peakConcurrentAttendees: 0,
      averageDurationMinutes: 0,
      attendees: [],
    });
  });

  it('counts two devices of one person once', () => {
    const stats = summarizeAttendance([stay('noor', 0, 30), stay('noor', 10, 40), stay('tomas', 0, 20)], 60 * minute);
    expect(stats).to.deep.equal({
      totalVirtualAttendees: 2,
      peakConcurrentAttendees: 2,
      averageDurationMinutes: 30,
      attendees: [
        { pubkey: 'noor', totalDurationMinutes: 40, joinedAt: 0 },
        { pubkey: 'tomas', totalDurationMinutes: 20, joinedAt: 0 },
      ],
    });
  });

  it('lets whoever is inside stay until now', () => {
    expect(summarizeAttendance([stay('noor', 10)], 25 * minute).attendees[0]!.totalDurationMinutes).to.equal(15);
  });

  it('sees whoever left in the moment in which they came', () => {
    expect(summarizeAttendance([stay('a', 5, 5)], 0)).to.include({
      totalVirtualAttendees: 1,
      peakConcurrentAttendees: 1,
    });
  });

  it('sees no peak where one leaves as the other comes', () => {
    expect(summarizeAttendance([stay('a', 0, 10), stay('b', 10, 20)], 0).peakConcurrentAttendees).to.equal(1);
  });

  it('agrees with counting minute by minute', () => {
    const stays = fc.array(
      fc.record({
        pubkey: fc.constantFrom('a', 'b', 'c', 'd'),
        joinedAt: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 1, max: 60 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stays, (random) => {
        const list = random.map(({ pubkey, joinedAt, length }) => stay(pubkey, joinedAt, joinedAt + length));
        const inside = Array.from(
          { length: 120 },
          (_, at) =>
            new Set(list.filter((s) => s.joinedAt <= at * minute && at * minute < s.leftAt!).map((s) => s.pubkey)),
        );
        const stats = summarizeAttendance(list, 0);
        expect(stats.peakConcurrentAttendees).to.equal(Math.max(0, ...inside.map((people) => people.size)));
        for (const { pubkey, totalDurationMinutes } of stats.attendees) {
          expect(totalDurationMinutes).to.equal(inside.filter((people) => people.has(pubkey)).length);
        }
      }),
    );
  });
});
