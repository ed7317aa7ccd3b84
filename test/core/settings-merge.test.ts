import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  changedFields,
  mergeSettings,
  wholeSettings,
  withFieldOf,
  type AttendanceSettings,
} from '../../src/core/index.js';

const settings = (config: object = {}, attendanceType = 'hybrid'): AttendanceSettings =>
  wholeSettings({ attendanceType, virtualConfig: config });

describe('mergeSettings', () => {
  it('brings changes of different fields together', () => {
    const base = settings({ autoStartMinutes: 15, fromTheFuture: { a: 1 } });
    const mine = settings({ autoStartMinutes: 30, fromTheFuture: { a: 1 } });
    const theirs = settings({ autoStartMinutes: 15, maxVirtualAttendees: 9, fromTheFuture: { a: 2 } }, 'virtual');
    const merged = mergeSettings(base, mine, theirs);
    expect(merged.conflicts).to.deep.equal([]);
    expect(merged.taken).to.have.members([
      'attendanceType',
      'virtualConfig.maxVirtualAttendees',
      'virtualConfig.fromTheFuture',
    ]);
    expect(merged.settings).to.deep.equal(
      settings({ autoStartMinutes: 30, maxVirtualAttendees: 9, fromTheFuture: { a: 2 } }, 'virtual'),
    );
  });

  it('names what both changed, and keeps mine there', () => {
    const merged = mergeSettings(
      settings({ maxVirtualAttendees: 10 }),
      settings({ e2eeRequired: true }),
      settings({ maxVirtualAttendees: 20 }),
    );
    expect(merged.conflicts).to.deep.equal(['virtualConfig.maxVirtualAttendees']);
    expect(merged.settings.virtualConfig).to.not.have.property('maxVirtualAttendees');
    expect(merged.settings.virtualConfig.e2eeRequired).to.equal(true);
  });

  it('takes the same change of both for no conflict, in whatever order its fields stand', () => {
    const base = settings();
    const mine = settings({ unknown: { a: 1, b: [1, { c: 2, d: 3 }] } });
    const theirs = settings({ unknown: { b: [1, { d: 3, c: 2 }], a: 1 } });
    expect(mergeSettings(base, mine, theirs)).to.deep.include({ conflicts: [], taken: [] });
  });

  it('does not tear apart how many breakout rooms there are and their names', () => {
    const rooms = (roomCount: number, roomNames?: string[]): AttendanceSettings =>
      settings({
        breakoutRoomsEnabled: true,
        breakoutConfig: {
          enabled: true,
          autoAssign: true,
          allowSelfSelect: false,
          roomCount,
          ...(roomNames && { roomNames }),
        },
      });
    const merged = mergeSettings(rooms(2), rooms(6), rooms(2, ['Boats', 'Oars']));
    expect(merged.conflicts).to.deep.equal(['virtualConfig.breakoutConfig.roomCount']);
    const theirs = withFieldOf(merged.settings, merged.conflicts[0]!, rooms(2, ['Boats', 'Oars']));
    expect(theirs).to.deep.equal(rooms(2, ['Boats', 'Oars']));
  });

  it('leaves to the backend what it alone sets', () => {
    const base = settings();
    const mine = settings({ e2eeRequired: true, recordingUrl: 'https://mine.example' });
    const theirs = settings({ conferenceRoomId: 'r-1' });
    expect(changedFields(base, theirs)).to.deep.equal([]);
    const { settings: merged } = mergeSettings(base, mine, theirs);
    expect(merged.virtualConfig).to.include({ conferenceRoomId: 'r-1', e2eeRequired: true });
    expect(merged.virtualConfig).to.not.have.property('recordingUrl');
  });

  it('lets no field of a newer version fall into a prototype', () => {
    const trap = JSON.parse('{"attendanceType":"hybrid","virtualConfig":{"__proto__":{"polluted":true}}}') as object;
    const merged = mergeSettings(settings(), wholeSettings(trap), settings({ e2eeRequired: true }));
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
    expect(Reflect.get(merged.settings.virtualConfig, 'polluted')).to.equal(undefined);
  });

  const anySettings = fc
    .record({
      attendanceType: fc.constantFrom('in-person', 'virtual', 'hybrid'),
      virtualConfig: fc.record(
        {
          autoStartMinutes: fc.integer({ min: 0, max: 3 }),
          maxVirtualAttendees: fc.integer({ min: 1, max: 3 }),
          e2eeRequired: fc.boolean(),
          breakoutRoomsEnabled: fc.boolean(),
          breakoutConfig: fc.record({
            enabled: fc.boolean(),
            autoAssign: fc.boolean(),
            allowSelfSelect: fc.boolean(),
            roomCount: fc.integer({ min: 2, max: 4 }),
          }),
          unknown: fc.jsonValue({ maxDepth: 1 }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(wholeSettings);

  it('keeps every change of mine, and every one of theirs where I made none', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { settings: merged, conflicts, taken } = mergeSettings(base, mine, theirs);
        const differsFromMine = changedFields(mine, merged);
        for (const field of changedFields(base, mine)) expect(differsFromMine).to.not.include(field);
        const differsFromTheirs = changedFields(theirs, merged);
        for (const field of taken) expect(differsFromTheirs).to.not.include(field);
        const settled = conflicts.reduce((at, field) => withFieldOf(at, field, theirs), merged);
        for (const field of changedFields(base, theirs)) expect(changedFields(theirs, settled)).to.not.include(field);
      }),
    );
  });

  it('is mine where they changed nothing, and theirs where I did not', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (base, other) => {
        expect(changedFields(mergeSettings(base, other, base).settings, other)).to.deep.equal([]);
        expect(changedFields(mergeSettings(base, base, other).settings, other)).to.deep.equal([]);
        expect(changedFields(base, base)).to.deep.equal([]);
      }),
    );
  });
});
